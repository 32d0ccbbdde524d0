package org.convive.meetings;

import org.convive.identity.Actors;
import org.convive.newsletter.content.BlockAnswers;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** "I come", said to a meeting in a letter, is an answer to its invitation. */
@Component
class MeetingBlockAnswers implements BlockAnswers {
    private final MeetingService meetings;
    private final Actors actors;

    MeetingBlockAnswers(MeetingService meetings, Actors actors) {
        this.meetings = meetings;
        this.actors = actors;
    }

    @Override
    public BlockSource.Kind kind() {
        return BlockSource.Kind.MEETING;
    }

    @Override
    public boolean come(ClusterId cluster, PersonId person, long thing) {
        return actors.member(person, cluster)
                .map(actor -> {
                    try {
                        meetings.answer(actor, new MeetingId(thing), Answer.YES, 0);
                        return true;
                    } catch (InvalidInput | NotFoundException | AccessDeniedException e) {
                        return false;
                    }
                })
                .orElse(false);
    }
}
