package org.convive.meetings.ui;

import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.planning.PlanningQueries;
import org.springframework.stereotype.Component;

/** How many meetings and date polls wait for the person's answer, beside "Meetings". */
@Component
class AnswersAwaited implements NavigationCount {
    private final MeetingQueries queries;
    private final PlanningQueries planning;

    AnswersAwaited(MeetingQueries queries, PlanningQueries planning) {
        this.queries = queries;
        this.planning = planning;
    }

    @Override
    public String area() {
        return "meetings";
    }

    @Override
    public int waiting(Actor actor) {
        return queries.awaited(actor) + planning.awaited(actor);
    }
}
