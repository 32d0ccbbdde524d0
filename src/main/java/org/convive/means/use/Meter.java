package org.convive.means.use;

/** What is read off at check-in and check-out. */
public enum Meter {
    NONE,
    HOURS,
    KILOMETRES,
    PIECES
}
