package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.PlanningQueries.InTheMaking;
import org.convive.uikit.Links;

/** On the first page: the polls that wait for the person's word. */
@org.springframework.stereotype.Component
class DatesWanted implements TodaySection {
    private static final int ROWS = 3;

    private final PlanningQueries queries;
    private final Clock clock;

    DatesWanted(PlanningQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        Instant now = clock.instant();
        List<InTheMaking> waiting = queries.inTheMaking(actor, ROWS).stream()
                .filter(one -> one.awaitsMe(now))
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Div head = new Div(
                new H2(text("meetings.making.wanted")),
                Links.more("c/" + actor.slug() + "/meetings?show=making", text("meetings.making.all")));
        head.addClassName("cv-section-head");
        return Optional.of(new Section(head, new MakingRows(actor, now).of(waiting)));
    }
}
