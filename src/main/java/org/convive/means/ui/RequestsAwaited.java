package org.convive.means.ui;

import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.means.MeansQueries;
import org.springframework.stereotype.Component;

/** How many requests wait for the answer of the person's company, beside "Shared means". */
@Component
class RequestsAwaited implements NavigationCount {
    private final MeansQueries queries;

    RequestsAwaited(MeansQueries queries) {
        this.queries = queries;
    }

    @Override
    public String area() {
        return "means";
    }

    @Override
    public int waiting(Actor actor) {
        return queries.awaited(actor);
    }
}
