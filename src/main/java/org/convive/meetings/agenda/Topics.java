package org.convive.meetings.agenda;

import java.time.Clock;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The backlog of a cluster: what members want to talk about, by votes, until a meeting has treated it. */
@Service
public class Topics {
    private final TopicRows rows;
    private final Clock clock;

    Topics(TopicRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Those no meeting treats yet, the most wanted first. */
    @Transactional(readOnly = true)
    public List<Topic> open(Actor actor) {
        return rows.open(actor);
    }

    @Transactional
    public void propose(Actor actor, String title, String why) {
        InvalidInput.check()
                .required(title, 200, "title")
                .atMost(why, 2000, "why")
                .orThrow();
        rows.propose(actor, title.strip(), why.strip(), clock.instant());
    }

    /** Votes for a topic, or takes the vote back. */
    @Transactional
    public void vote(Actor actor, long topic, boolean yes) {
        if (!rows.isHere(actor, topic)) {
            throw new NotFoundException("topic");
        }
        rows.vote(actor, topic, yes);
    }

    /** Takes one's own topic away; an animator may take any away. */
    @Transactional
    public void withdraw(Actor actor, long topic) {
        if (!rows.withdraw(actor, topic, false, clock.instant())) {
            throw new NotFoundException("topic");
        }
    }

    /** Puts a withdrawn topic back; for Undo. */
    @Transactional
    public void restore(Actor actor, long topic) {
        if (!rows.withdraw(actor, topic, true, clock.instant())) {
            throw new NotFoundException("topic");
        }
    }
}
