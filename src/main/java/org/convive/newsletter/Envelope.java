package org.convive.newsletter;

import org.convive.newsletter.readers.Segment;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a letter beside its words.
 *
 * @param segment to whom it goes
 * @param template in which it goes; null for the cluster's usual one
 */
public record Envelope(Segment segment, @Nullable Long template) {
    public static final Envelope USUAL = new Envelope(Segment.EVERYBODY, null);

    public Envelope to(Segment other) {
        return new Envelope(other, template);
    }

    public Envelope in(@Nullable Long other) {
        return new Envelope(segment, other);
    }
}
