package org.convive.means;

import org.jspecify.annotations.Nullable;

/**
 * A shared means as its page and its form show it.
 *
 * @param contact whom to ask, as text
 * @param termsId the version of rules and terms in force; null for a means that nobody changed since there are versions
 * @param terms Markdown, empty when the owner has none
 */
public record MeansDetail(
        Means means,
        String description,
        String contact,
        boolean withdrawn,
        int version,
        @Nullable Long termsId,
        String terms) {

    /** Whether a booker must accept the terms. */
    public boolean asksTerms() {
        return !terms.isBlank();
    }
}
