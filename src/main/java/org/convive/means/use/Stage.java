package org.convive.means.use;

/** The two moments of a handover. */
public enum Stage {
    /** The booker takes it. */
    IN,
    /** The booker gives it back. */
    OUT
}
