package org.convive.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by a feature that invites: what answers that come by mail do to its things. Nothing here passes on to
 * others what somebody wrote: the portal's own words go to the person named, to whoever organises, and to whom an answer
 * gave a seat.
 */
public interface ReplyDesk {
    /** The letter of this feature in reply addresses, from a to z. */
    char kind();

    /**
     * What a UID means.
     *
     * @param recurrenceId which time of a series, as the series had it in its zone; null for all of it
     */
    Optional<Appointment> find(String uid, @Nullable LocalDateTime recurrenceId);

    Optional<Appointment> find(long id);

    /** Somebody who was invited, by who they are. */
    Optional<Guest> guest(Appointment appointment, PersonId person);

    /** Somebody who was invited, by their mailbox. */
    Optional<Guest> guest(Appointment appointment, EmailAddress mailbox);

    /** Records an answer. Frees and gives seats; who got one is told by the portal, as always. */
    Outcome answer(Appointment appointment, PersonId person, Participation answer);

    /**
     * Records an answer to a whole series.
     *
     * @param except the times (as the series had them) to which this person gave a newer answer by mail: those stay
     */
    default Outcome answer(Appointment appointment, PersonId person, Participation answer, Set<Instant> except) {
        return answer(appointment, person, answer);
    }

    /** Sends the newest invitation once more, to this person only (REFRESH, RFC 5546 §3.2.6). */
    void sendAgain(Appointment appointment, PersonId person);

    /** Tells whoever organises, and nobody else, that something came which a person must read. */
    default void tellOrganiser(Appointment appointment, Word word) {}

    /** Whether the actor sees what was answered by mail: organiser, hosts, animators. */
    boolean mayRead(Actor actor, long id);

    /** What can be said in a calendar and means the same here. */
    enum Participation {
        ACCEPTED,
        DECLINED,
        TENTATIVE
    }

    /** @param answeredAt when they last answered, by whatever way; null when they did not */
    record Guest(
            PersonId person,
            String name,
            EmailAddress mailbox,
            @Nullable Instant answeredAt) {}

    /**
     * Something that was not recorded, because only a person can say what it means.
     *
     * @param kind as in {@code org.convive.calendar.inbound.InboundItem}: {@code COUNTER, DELEGATED, WORDS, AWAY, REPLY}
     * @param person whose it is; null when nobody knows
     * @param name of whoever wrote
     * @param proposed another time that suits them
     * @param delegatedTo to whom they passed it on
     * @param words what they wrote; may be empty
     * @param mark the same for the same part of the same message, however often it is read
     */
    record Word(
            String kind,
            @Nullable PersonId person,
            String name,
            @Nullable TimeSlot proposed,
            @Nullable String delegatedTo,
            String words,
            String mark) {}

    /** What became of an answer. */
    enum Outcome {
        RECORDED,
        /** They had said so before. */
        SAME,
        /** They said yes, and wait for a seat. */
        WAITING,
        /** Answers are closed, or it began. */
        TOO_LATE,
        /** It was called off. */
        CALLED_OFF
    }
}
