package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The gate of a meeting for its further parts (agenda, tables, rides, the day itself): whether somebody may see it and
 * change it, and its bare facts, in one statement.
 */
@Service
public class MeetingAccess {
    private final Meetings meetings;
    private final Clock clock;

    MeetingAccess(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such meeting here, or it is not for the actor */
    public Seen see(Actor actor, MeetingId id) {
        return seen(actor, meetings.get(actor, id));
    }

    /**
     * The meeting with its row locked until the transaction ends; what parts of it must not change side by side.
     *
     * @throws NotFoundException when there is no such meeting here, or it is not for the actor
     */
    public Seen lock(Actor actor, MeetingId id) {
        return seen(actor, meetings.lock(actor, id));
    }

    /**
     * The meeting, for somebody who may change it: the organiser, a host, an animator.
     *
     * @throws NotFoundException when there is no such meeting here, or it is not for the actor
     * @throws org.springframework.security.access.AccessDeniedException when the actor may only look
     */
    public Seen seeToChange(Actor actor, MeetingId id) {
        Seen seen = see(actor, id);
        actor.require(seen.mayChange(), "only the organiser, a host or an animator may do this");
        return seen;
    }

    /**
     * The meeting for somebody who may change it, with its row locked; the first thing in a transaction.
     *
     * @throws NotFoundException when there is no such meeting here, or it is not for the actor
     * @throws org.springframework.security.access.AccessDeniedException when the actor may only look
     */
    public Seen lockToChange(Actor actor, MeetingId id) {
        Seen seen = lock(actor, id);
        actor.require(seen.mayChange(), "only the organiser, a host or an animator may do this");
        return seen;
    }

    private Seen seen(Actor actor, Meeting meeting) {
        return new Seen(
                meeting.id(),
                meeting.cluster(),
                meeting.title(),
                meeting.stageAt(clock.instant()),
                meeting.starts(),
                meeting.ends(),
                meeting.zone(),
                meeting.where(),
                meeting.organiser(),
                meeting.hosts(),
                meeting.cancelled(),
                meeting.mayBeChangedBy(actor));
    }

    /**
     * A meeting that the actor may see.
     *
     * @param starts null while it has no date
     * @param where the place in words; empty for an online meeting
     * @param mayChange whether the actor is its organiser, a host of it, or an animator
     */
    public record Seen(
            MeetingId id,
            ClusterId cluster,
            String title,
            Stage stage,
            @Nullable Instant starts,
            @Nullable Instant ends,
            ZoneId zone,
            String where,
            PersonId organiser,
            Set<PersonId> hosts,
            boolean cancelled,
            boolean mayChange) {

        /** A meeting without a date has neither begun nor ended. */
        public boolean hasBegun(Instant now) {
            return starts != null && !now.isBefore(starts);
        }

        public boolean isOver(Instant now) {
            return ends != null && !now.isBefore(ends);
        }
    }
}
