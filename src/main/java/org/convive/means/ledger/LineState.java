package org.convive.means.ledger;

/** How a line stands. */
public enum LineState {
    OPEN,
    /** One side does not agree: it is left out of netting until that is cleared. */
    DISPUTED,
    /** Both agree after a dispute. */
    CLEARED
}
