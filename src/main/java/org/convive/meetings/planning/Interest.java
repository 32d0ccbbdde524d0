package org.convive.meetings.planning;

/** What somebody says to an idea. */
public enum Interest {
    WOULD_COME,
    COULD_HOST,
    KEEP_POSTED
}
