package org.convive.means.ui;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.ui.SearchSource;
import org.convive.means.MeansQueries;
import org.springframework.stereotype.Component;

/** Finds shared means by name and capability. */
@Component
class MeansSearchSource implements SearchSource {
    private final MeansQueries queries;

    MeansSearchSource(MeansQueries queries) {
        this.queries = queries;
    }

    @Override
    public String group() {
        return "means.title";
    }

    @Override
    public List<Hit> search(Actor actor, String text, int limit) {
        return queries.list(actor, text, null, null).stream()
                .limit(limit)
                .map(one -> new Hit(
                        one.means().name(),
                        one.means().ownerName(),
                        MeansPath.of(actor, one.means().id())))
                .toList();
    }
}
