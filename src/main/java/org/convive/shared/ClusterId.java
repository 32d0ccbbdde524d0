package org.convive.shared;

/** Identifies a cluster. */
public record ClusterId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
