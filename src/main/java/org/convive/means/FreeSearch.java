package org.convive.means;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param capability a word of the name or of a capability; null or blank for anything
 */
public record FreeSearch(
        Instant from,
        Instant to,
        @Nullable String capability,
        @Nullable MeansKind kind,
        int units) {
    public FreeSearch(Instant from, Instant to, @Nullable String capability, @Nullable MeansKind kind) {
        this(from, to, capability, kind, 1);
    }
}
