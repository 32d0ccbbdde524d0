package org.convive.means.ledger;

/** Why a line was written. */
public enum LineKind {
    /** Something was used. */
    USE,
    /** Something was booked and nobody came. */
    NO_SHOW,
    /** The counter-entry of another line. */
    CORRECTION,
    /** What was due between two companies was paid. */
    PAYMENT
}
