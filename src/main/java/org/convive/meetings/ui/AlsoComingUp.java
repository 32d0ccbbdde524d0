package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.DayList;
import org.convive.uikit.Links;

/** The meetings after the next one, each answered in one tap. */
@org.springframework.stereotype.Component
class AlsoComingUp implements TodaySection {
    private static final int ROWS = 4;

    private final MeetingService meetings;
    private final MeetingQueries queries;
    private final Clock clock;

    AlsoComingUp(MeetingService meetings, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        List<MeetingCard> coming =
                queries.nextFor(actor, ROWS + 1).stream().skip(1).toList();
        if (coming.isEmpty()) {
            return Optional.empty();
        }
        var row = new MeetingRow(meetings, queries, actor, clock.instant());
        return Optional.of(
                new Rows(actor, new DayList(coming.stream().map(row::of).toList())));
    }

    /** The title, the way to all meetings, the rows. */
    @StyleSheet("convive/meetings.css")
    static final class Rows extends Section {
        Rows(Actor actor, DayList rows) {
            Div head = new Div(
                    new H2(text("meetings.also")), Links.more("c/" + actor.slug() + "/meetings", text("meetings.all")));
            head.addClassName("cv-section-head");
            add(head, rows);
        }
    }
}
