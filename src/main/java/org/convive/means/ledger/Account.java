package org.convive.means.ledger;

/** What becomes of a line. */
public enum Account {
    /** To be paid. */
    DUE,
    /** Between balanced partners: to be returned by a favour, not by money. */
    FAVOUR
}
