package org.convive.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it stands; for this module, others read {@link MeetingCard} and {@link MeetingPage}.
 *
 * @param stage as it is stored: that it was held follows from the clock
 * @param starts null while it has no date
 * @param where the place in words, the site's name and town included
 * @param occurrence which time of a series it is; null for a meeting by itself
 * @param sequence how often time or place changed, or it was cancelled
 */
public record Meeting(
        MeetingId id,
        ClusterId cluster,
        String uid,
        String title,
        Stage stage,
        @Nullable Instant starts,
        @Nullable Instant ends,
        ZoneId zone,
        Place place,
        String where,
        String description,
        @Nullable Integer capacity,
        @Nullable Instant answerBy,
        PersonId organiser,
        Set<PersonId> hosts,
        boolean cancelled,
        String farewell,
        Instant changed,
        int sequence,
        int version,
        @Nullable Occurrence occurrence) {

    /**
     * One time of a series as calendars know it, whatever it was moved to.
     *
     * @param uid of the series
     * @param start as the series gave it, on the clocks of the zone
     */
    public record Occurrence(String uid, LocalDateTime start, ZoneId zone) {}

    public boolean isDated() {
        return starts != null;
    }

    /** @throws IllegalStateException when it has no date */
    public Instant from() {
        return dated(starts);
    }

    /** @throws IllegalStateException when it has no date */
    public Instant to() {
        return dated(ends);
    }

    private static Instant dated(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("this meeting has no date");
        }
        return moment;
    }

    /** Whether it took place; without a date it did not. */
    boolean isOver(Instant now) {
        return ends != null && !now.isBefore(ends);
    }

    public Stage stageAt(Instant now) {
        return stage.at(now, ends);
    }

    public boolean mayBeChangedBy(Actor actor) {
        return actor.isAnimator() || organiser.equals(actor.person()) || hosts.contains(actor.person());
    }

    /** @throws org.springframework.security.access.AccessDeniedException unless the actor organises, hosts or animates */
    public void requireChangeableBy(Actor actor) {
        actor.require(mayBeChangedBy(actor), "only the organiser, a host or an animator may change this meeting");
        requireNotCancelled("meeting");
    }

    /** @throws InvalidInput when it was called off */
    public void requireNotCancelled() {
        requireNotCancelled("meeting");
    }

    private void requireNotCancelled(String field) {
        InvalidInput.check()
                .that(!cancelled, field, Message.of("meetings.error.cancelled"))
                .orThrow();
    }

    private void requireDated(String field) {
        InvalidInput.check()
                .that(isDated(), field, Message.of("meetings.error.no-date"))
                .orThrow();
    }

    /**
     * Whoever comes may still say that they cannot, until the start.
     *
     * @throws InvalidInput when it is too late for an answer
     */
    void requireAnswerable(Answer answer, boolean comes, Actor actor, Instant now) {
        requireNotCancelled("answer");
        requireDated("answer");
        InvalidInput.check()
                .that(now.isBefore(from()), "answer", Message.of("meetings.error.started"))
                .orThrow();
        Instant closes = answerBy;
        if (closes != null && now.isAfter(closes) && !(comes && answer == Answer.NO)) {
            String when = Dates.of(actor.locale(), zone).dayAndTime(closes);
            throw new InvalidInput("answer", Message.of("meetings.error.closed", when));
        }
    }

    /** Time or place: what people must know to be there. */
    boolean meetsElsewhereOrAnotherTime(MeetingDraft draft) {
        return !Objects.equals(starts, draft.from())
                || !Objects.equals(ends, draft.to())
                || !zone.equals(draft.zone())
                || !place.equals(draft.place());
    }

    /** What those invited are told about. */
    boolean mattersToThoseInvited(MeetingDraft draft) {
        return meetsElsewhereOrAnotherTime(draft) || !Objects.equals(title, draft.title());
    }

    /** The same called off, for the calendars that know it with its date. */
    Meeting withdrawn(int newSequence) {
        return new Meeting(
                id,
                cluster,
                uid,
                title,
                stage,
                starts,
                ends,
                zone,
                place,
                where,
                description,
                capacity,
                answerBy,
                organiser,
                hosts,
                true,
                "",
                changed,
                newSequence,
                version,
                occurrence);
    }
}
