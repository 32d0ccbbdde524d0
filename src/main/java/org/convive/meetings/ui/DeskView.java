package org.convive.meetings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.desk.DeskRow;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Questions;
import org.convive.meetings.desk.Segment;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;

/** The organiser's desk: everybody's answer and where it came from, exports, questions, rules, messages. */
@Route("c/:cluster/meetings/:meeting/desk")
@PermitAll
@StyleSheet("convive/meetings.css")
class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingQueries queries;
    private final transient MeetingService meetings;
    private final transient MeetingDesk desk;
    private final transient Questions questions;
    private String title = "";

    DeskView(Actors actors, MeetingQueries queries, MeetingService meetings, MeetingDesk desk, Questions questions) {
        this.actors = actors;
        this.queries = queries;
        this.meetings = meetings;
        this.desk = desk;
        this.questions = questions;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        MeetingPage page = queries.get(actor, new MeetingId(ViewActor.id(event, "meeting")));
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("segment")
                .orElse("");
        Segment segment = Arrays.stream(Segment.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(Segment.EVERYBODY);
        title = getTranslation("meetings.desk.title", page.card().title()) + " · " + actor.clusterName();
        show(actor, page, segment);
    }

    private void show(Actor actor, MeetingPage page, Segment segment) {
        MeetingId id = page.card().id();
        List<DeskRow> rows = desk.rows(actor, id, segment);
        List<Question> asked = desk.questions(actor, id);
        removeAll();
        add(header(actor, page, segment, rows.size()), segments(actor, id, segment));
        if (rows.isEmpty()) {
            add(Pane.of(new EmptyState(
                    getTranslation("meetings.desk.nobody"), getTranslation("meetings.desk.nobody.sentence"))));
            return;
        }
        Runnable again = () -> show(actor, queries.get(actor, id), segment);
        var list = new VirtualList<DeskRow>();
        list.addClassName("cv-desk-list");
        list.setRenderer(new ComponentRenderer<>(row -> new DeskLine(meetings, actor, page, row, asked, again)));
        list.setItems(rows);
        list.getElement().setAttribute("aria-label", getTranslation("meetings.desk.segment." + segment));
        add(Pane.of(list));
    }

    private PageHeader header(Actor actor, MeetingPage page, Segment segment, int count) {
        MeetingId id = page.card().id();
        String href = new Wording(actor).href(id);
        Button write = Buttons.primary(
                getTranslation("meetings.desk.write"),
                CvIcon.MAIL,
                () -> new MessageDialog(desk, actor, page, segment, count).open());
        write.setEnabled(count > 0);
        return new PageHeader(
                        getTranslation("meetings.desk.title", page.card().title()),
                        getTranslation("meetings.desk.sentence"))
                .back(page.card().title(), href)
                .action(
                        download(href + "/answers.csv?segment=" + segment, "meetings.desk.csv"),
                        download(href + "/answers.xlsx?segment=" + segment, "meetings.desk.xlsx"),
                        Buttons.plain(
                                getTranslation("meetings.question.edit"),
                                () -> new QuestionsDialog(
                                                questions,
                                                actor,
                                                id,
                                                () -> show(actor, queries.get(actor, id), segment))
                                        .open()),
                        Buttons.plain(
                                getTranslation("meetings.desk.rules"),
                                () -> new SeatRulesDialog(
                                                meetings,
                                                desk,
                                                actor,
                                                id,
                                                () -> show(actor, queries.get(actor, id), segment))
                                        .open()),
                        write);
    }

    private Anchor download(String href, String label) {
        Anchor link = Links.button(href, getTranslation(label), CvIcon.DOWNLOAD);
        link.setRouterIgnore(true);
        return link;
    }

    private Nav segments(Actor actor, MeetingId id, Segment current) {
        Nav tabs = new Nav();
        tabs.addClassName("cv-meeting-tabs");
        tabs.getElement().setAttribute("aria-label", getTranslation("meetings.desk.segments"));
        for (Segment segment : Segment.values()) {
            Anchor tab = new Anchor(
                    new Wording(actor).href(id) + "/desk?segment=" + segment,
                    getTranslation("meetings.desk.segment." + segment));
            tab.addClassNames("cv-chip", "cv-meeting-tab");
            if (segment == current) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        }
        return tabs;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
