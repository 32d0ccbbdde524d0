package org.convive.calendar.reading;

import org.convive.shared.Message;

/** This is no calendar, or one that is broken or too large; the message says which. */
public class UnreadableCalendar extends RuntimeException {
    private final transient Message reason;

    UnreadableCalendar(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** What to tell a person. */
    public Message reason() {
        return reason;
    }
}
