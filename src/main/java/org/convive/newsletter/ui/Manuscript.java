package org.convive.newsletter.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueDesk;
import org.convive.newsletter.writing.Merge;
import org.jspecify.annotations.Nullable;

/**
 * One writer's side of a draft: what they last had from the server, and what they did, to take it back. An undo takes
 * back the writer's own deed only, whatever others wrote meanwhile.
 */
class Manuscript {
    private static final int MOST_STEPS = 100;
    private static final Duration ONE_GO = Duration.ofSeconds(4);

    private final Actor actor;
    private final long issue;
    private final IssueDesk desk;
    private final Clock clock;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Draft draft;
    private int version;

    Manuscript(Actor actor, Issue issue, IssueDesk desk, Clock clock) {
        this.actor = actor;
        this.issue = issue.id();
        this.desk = desk;
        this.clock = clock;
        draft = issue.content();
        version = issue.version();
    }

    private record Step(Draft before, Draft after, String place, Instant at) {}

    Draft draft() {
        return draft;
    }

    int version() {
        return version;
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /**
     * Keeps what the writer made of the draft.
     *
     * @param place the block that was changed; what is typed there in one go is one step
     */
    IssueDesk.Kept keep(Draft mine, String place) {
        Draft before = draft;
        IssueDesk.Kept kept = send(mine);
        if (!mine.equals(before)) {
            undone.clear();
            Step last = done.peek();
            Instant now = clock.instant();
            boolean oneGo = last != null
                    && !place.isEmpty()
                    && last.place.equals(place)
                    && last.after.equals(before)
                    && last.at.plus(ONE_GO).isAfter(now);
            if (oneGo) {
                done.pop();
            }
            done.push(new Step(oneGo && last != null ? last.before : before, mine, place, now));
            if (done.size() > MOST_STEPS) {
                done.removeLast();
            }
        }
        return kept;
    }

    /** Takes the last deed back; null when there is none. */
    IssueDesk.@Nullable Kept undo() {
        Step step = done.poll();
        if (step == null) {
            return null;
        }
        undone.push(step);
        return send(Merge.of(step.after, step.before, draft).draft());
    }

    /** Does again what was taken back; null when there is nothing. */
    IssueDesk.@Nullable Kept redo() {
        Step step = undone.poll();
        if (step == null) {
            return null;
        }
        done.push(step);
        return send(Merge.of(step.before, step.after, draft).draft());
    }

    private IssueDesk.Kept send(Draft mine) {
        IssueDesk.Kept kept = desk.keep(actor, issue, draft, mine, version);
        draft = kept.draft();
        version = kept.version();
        return kept;
    }
}
