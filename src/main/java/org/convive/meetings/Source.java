package org.convive.meetings;

/** Where an answer came from. There is one record a person, and the last word wins. */
public enum Source {
    /** A page of the portal. */
    PORTAL,
    /** The signed link of a letter. */
    LINK,
    /** What was said to the date that was chosen. */
    POLL,
    /** What was said when it was an idea. */
    IDEA,
    /** Somebody else recorded it, usually the animator on the telephone. */
    PHONE,
    /** A program, through the API. */
    API,
    /** The reply of a calendar program. */
    CALENDAR
}
