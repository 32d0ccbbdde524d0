package org.convive.means;

/** Identifies a shared means. */
public record MeansId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
