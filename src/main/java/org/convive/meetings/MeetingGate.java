package org.convive.meetings;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** The way into a meeting for the packages below this one: who may see it, and the lock under which it changes. */
@Component
public class MeetingGate {
    private final Meetings meetings;

    MeetingGate(Meetings meetings) {
        this.meetings = meetings;
    }

    /** @throws NotFoundException when there is no such meeting here, or it is not for the actor */
    public Meeting get(Actor actor, MeetingId id) {
        return meetings.get(actor, id);
    }

    /**
     * Takes the lock of the meeting's row, within the transaction of the caller.
     *
     * @throws NotFoundException when there is no such meeting here, or it is not for the actor
     */
    public Meeting lock(Actor actor, MeetingId id) {
        return meetings.lock(actor, id);
    }

    /** Everybody whom the meeting concerns, outside guests included. */
    public List<Reader> readers(MeetingId id) {
        return meetings.readers(id);
    }
}
