package org.convive.meetings.tables.ui;

import static org.convive.meetings.tables.ui.TablePane.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.meetings.ui.MeetingPane;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.RoundTable;

/** On the meeting's page: where you sit and with whom; for the organiser, the way to lay the tables. */
@org.springframework.stereotype.Component
class SeatingMeetingPane implements MeetingPane {
    private final TableService tables;

    SeatingMeetingPane(TableService tables) {
        this.tables = tables;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        boolean before = page.card().isDated()
                && !page.card().stage().isAfter()
                && !page.card().cancelled();
        if (!before || (!page.mayChange() && page.card().mine() == null)) {
            return Optional.empty();
        }
        TablePlan plan = tables.plan(actor, page.card().id());
        String href = "c/" + actor.slug() + "/meetings/" + page.card().id() + "/tables";
        Sitter me = plan.sitter(actor.person());
        if (plan.mixed() && plan.published() && me != null && me.isSeated()) {
            return Optional.of(yours(actor, plan, me, href));
        }
        return page.mayChange() && page.card().coming() > 2 ? Optional.of(prepare(href)) : Optional.empty();
    }

    private static Pane prepare(String href) {
        Paragraph sentence = new Paragraph(text("meetings.tables.prepare.sentence"));
        sentence.addClassName("cv-q");
        Pane pane = new Pane(text("meetings.tables.title"), sentence);
        pane.add(Links.button(href, text("meetings.tables.prepare"), CvIcon.TABLE));
        return pane;
    }

    private static Pane yours(Actor actor, TablePlan plan, Sitter me, String href) {
        Pane pane = new Pane(text("meetings.tables.yours"));
        pane.aside(Links.more(href, text("meetings.tables.yours.all")));
        List<Sitter> here = plan.at(0, me.tableIn(0));
        long companies = here.stream().mapToLong(Sitter::company).distinct().count();
        pane.add(RoundTable.of(
                        plan.layout().seats().get(me.tableIn(0) - 1),
                        here.stream().map(sitter -> portrait(actor, sitter)).toList(),
                        0)
                .small()
                .say(Long.toString(companies), text("meetings.tables.companies", companies)));
        pane.addClassName("cv-meeting-table");
        var courses = new UnorderedList();
        courses.getElement().setAttribute("role", "list");
        for (int course = 0; course < plan.layout().courses(); course++) {
            courses.add(new ListItem(
                    plan.layout().courses() == 1
                            ? text("meetings.tables.yours.is", me.tableIn(course))
                            : text("meetings.tables.yours.course", course + 1, me.tableIn(course))));
        }
        Paragraph meet = new Paragraph(
                text("meetings.tables.yours.meet", plan.companyOf(me).size()));
        meet.addClassName("cv-q");
        pane.add(courses, meet);
        return pane;
    }

    private static Portrait portrait(Actor actor, Sitter sitter) {
        String picture = sitter.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + sitter.picture();
        return new Portrait(sitter.name(), sitter.organisation(), picture);
    }
}
