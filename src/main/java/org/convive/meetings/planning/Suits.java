package org.convive.meetings.planning;

import org.convive.meetings.Answer;

/** Whether a date suits somebody. */
public enum Suits {
    YES,
    IF_NEEDED,
    NO;

    /** What it means as an answer, once this date is chosen. */
    Answer answer() {
        return switch (this) {
            case YES -> Answer.YES;
            case IF_NEEDED -> Answer.MAYBE;
            case NO -> Answer.NO;
        };
    }
}
