package org.convive.meetings.ui;

import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.meetings.MeetingQueries;
import org.springframework.stereotype.Component;

/** How many meetings wait for the person's answer, beside "Meetings". */
@Component
class AnswersAwaited implements NavigationCount {
    private final MeetingQueries queries;

    AnswersAwaited(MeetingQueries queries) {
        this.queries = queries;
    }

    @Override
    public String area() {
        return "meetings";
    }

    @Override
    public int waiting(Actor actor) {
        return queries.awaited(actor);
    }
}
