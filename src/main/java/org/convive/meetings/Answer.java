package org.convive.meetings;

/** What somebody says to an invitation. */
public enum Answer {
    YES,
    MAYBE,
    NO,
    /** Not coming for now, but wants to hear of it. */
    KEEP_POSTED
}
