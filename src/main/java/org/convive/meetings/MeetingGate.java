package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Component;

/** The way into a meeting for the packages below this one: who may see it, and the lock under which it changes. */
@Component
public class MeetingGate {
    private final Meetings meetings;
    private final MeetingPost post;
    private final Silence silence;
    private final AnswerRows answers;

    MeetingGate(Meetings meetings, MeetingPost post, Silence silence, AnswerRows answers) {
        this.meetings = meetings;
        this.answers = answers;
        this.post = post;
        this.silence = silence;
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

    /**
     * Writes the gentle reminder to whoever said nothing yet and was not reminded of this meeting or its series before.
     *
     * @param since whoever was invited after this is left alone
     * @return how many letters
     */
    public int remind(Actor organiser, MeetingId id, Instant since, Instant now) {
        Meeting meeting = meetings.get(organiser, id);
        Set<PersonId> spoke = meeting.isDated() ? Set.of() : meetings.voters(id);
        Set<PersonId> spared = silence.spared(id, since);
        List<Reader> silent =
                Readers.asked(Readers.others(organiser, meetings.readers(id)), answers.keptPosted(id)).stream()
                        .filter(reader -> reader.answer() == null
                                && !spoke.contains(reader.person())
                                && !spared.contains(reader.person()))
                        .toList();
        post.remind(organiser, meeting, silent, now);
        silence.reminded(id, silent, now);
        return silent.size();
    }

    /** Everybody whom the meeting concerns, outside guests included. */
    public List<Reader> readers(MeetingId id) {
        return meetings.readers(id);
    }
}
