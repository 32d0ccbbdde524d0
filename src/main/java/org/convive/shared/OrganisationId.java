package org.convive.shared;

/** Identifies a organisation. */
public record OrganisationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
