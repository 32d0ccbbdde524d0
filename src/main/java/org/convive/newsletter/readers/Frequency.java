package org.convive.newsletter.readers;

/** How often a reader wants a mail. */
public enum Frequency {
    EACH,
    /** One mail a month that tells what the letters of the month say. */
    MONTHLY,
    /** Only letters with something about what the reader chose, their organisation or themself. */
    CONCERNS_ME
}
