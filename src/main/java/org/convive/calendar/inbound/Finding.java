package org.convive.calendar.inbound;

import java.time.Instant;
import org.convive.calendar.Appointment;
import org.convive.calendar.reading.ReadEvent;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What a message turned out to be.
 *
 * @param reason why it was put aside or found stale: the end of a translation key; empty when there is nothing to say
 * @param appointment what it is about; null when nobody knows
 * @param person whose it is; null when nobody knows
 * @param event what the calendar in it says; null when there is none
 * @param participation the answer as written, in upper case; empty when there is none
 * @param delegatedTo to whom they passed it on
 */
record Finding(
        Kind kind,
        State state,
        String reason,
        @Nullable Appointment appointment,
        @Nullable PersonId person,
        @Nullable ReadEvent event,
        String participation,
        @Nullable String delegatedTo) {

    /** What was sent. */
    enum Kind {
        /** An answer of a calendar program. */
        REPLY,
        /** Another time suits them (COUNTER). */
        COUNTER,
        /** They passed it on to somebody. */
        DELEGATED,
        /** They ask for the newest version (REFRESH). */
        REFRESH,
        /** A person wrote. */
        WORDS,
        /** Out of office. */
        AWAY,
        /** Anything else. */
        OTHER
    }

    /** What is done with it. */
    enum State {
        /** The answer is recorded. */
        DONE,
        /** Kept and shown to the organiser; nothing was recorded. */
        KEPT,
        /** Older than what is known: nothing changes. */
        STALE,
        /** An animator decides. */
        QUARANTINED,
        /** Somebody looked at it and put it away. */
        PUT_AWAY
    }

    static Finding of(Kind kind, State state, String reason) {
        return new Finding(kind, state, reason, null, null, null, "", null);
    }

    Finding about(@Nullable Appointment known, @Nullable PersonId whose) {
        return new Finding(kind, state, reason, known, whose, event, participation, delegatedTo);
    }

    Finding saying(ReadEvent said, String answer, @Nullable String passedOn) {
        return new Finding(kind, state, reason, appointment, person, said, answer, passedOn);
    }

    Finding as(State other, String why) {
        return new Finding(kind, other, why, appointment, person, event, participation, delegatedTo);
    }

    @Nullable
    TimeSlot proposed() {
        Instant from = proposedFrom();
        Instant to = proposedTo();
        return from == null || to == null || !to.isAfter(from) ? null : new TimeSlot(from, to);
    }

    @Nullable
    Instant proposedFrom() {
        return kind == Kind.COUNTER && event != null && event.start() != null
                ? event.start().moment()
                : null;
    }

    @Nullable
    Instant proposedTo() {
        return kind == Kind.COUNTER && event != null && event.end() != null
                ? event.end().moment()
                : null;
    }
}
