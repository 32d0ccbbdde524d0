package org.convive.meetings.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.RoundTable;

/** One meeting: when and where, the table, your answer, who comes. */
@Route("c/:cluster/meetings/:meeting")
@PermitAll
@StyleSheet("convive/meetings.css")
class MeetingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingService meetings;
    private final transient MeetingQueries queries;
    private final transient DirectoryQueries directory;
    private final transient Clock clock;
    private final Div table = new Div();
    private final Div people = new Div();
    private String title = "";

    MeetingView(
            Actors actors, MeetingService meetings, MeetingQueries queries, DirectoryQueries directory, Clock clock) {
        this.actors = actors;
        this.meetings = meetings;
        this.queries = queries;
        this.directory = directory;
        this.clock = clock;
        addClassNames("cv-page", "cv-meeting");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        show(actor, queries.get(actor, new MeetingId(ViewActor.id(event, "meeting"))));
    }

    private void show(Actor actor, MeetingPage page) {
        MeetingCard card = page.card();
        title = card.title() + " · " + actor.clusterName();
        removeAll();
        add(header(actor, page));
        if (card.cancelled()) {
            String farewell = page.farewell();
            add(Notice.bad(new Span(
                    getTranslation("meetings.cancelled.notice") + (farewell.isBlank() ? "" : " “" + farewell + "”"))));
        }
        Runnable refresh = () -> fill(actor, queries.get(actor, card.id()));
        Div main = new Div(table, description(page));
        main.addClassName("cv-stack");
        Aside side = new Aside(new AnswerPane(meetings, queries, actor, card, clock.instant(), refresh), people);
        side.addClassName("cv-stack");
        Div columns = new Div(side, main);
        columns.addClassNames("cv-meeting-columns");
        add(columns);
        fill(actor, page);
    }

    private void fill(Actor actor, MeetingPage page) {
        table.removeAll();
        table.add(table(actor, page.card()));
        people.removeAll();
        people.add(new WhoComes(actor, page));
    }

    private PageHeader header(Actor actor, MeetingPage page) {
        MeetingCard card = page.card();
        var wording = new Wording(actor);
        PageHeader header = new PageHeader(card.title())
                .back(getTranslation("meetings.title"), "c/" + actor.slug() + "/meetings")
                .valley(card.id().value())
                .meta(CvIcon.CLOCK, wording.when(card));
        if (!card.where().isEmpty()) {
            header.meta(CvIcon.MAP_PIN, card.where());
        }
        if (!card.link().isEmpty()) {
            Anchor link = new Anchor(card.link(), getTranslation("meetings.join-online"));
            link.getElement().setAttribute("rel", "noopener nofollow").setAttribute("target", "_blank");
            header.meta(CvIcon.LINK, link);
        }
        header.meta(CvIcon.USER, getTranslation("meetings.by", card.organiserName()));
        Anchor calendar = Links.button(
                wording.href(card.id()) + "/meeting.ics", getTranslation("meetings.add"), CvIcon.CALENDAR_PLUS);
        calendar.setRouterIgnore(true);
        header.action(calendar);
        if (page.mayChange() && !card.cancelled()) {
            header.action(menu(actor, page));
        }
        return header;
    }

    private MenuBar menu(Actor actor, MeetingPage page) {
        MeetingCard card = page.card();
        var menu = new MenuBar();
        menu.addClassName("cv-meeting-menu");
        MenuItem more = menu.addItem(CvIcon.MORE.create());
        more.setAriaLabel(getTranslation("meetings.menu"));
        more.getSubMenu()
                .addItem(
                        getTranslation("meetings.menu.change"),
                        e -> getUI().ifPresent(ui -> ui.navigate(new Wording(actor).href(card.id()) + "/edit")));
        if (!card.isOver(clock.instant())) {
            more.getSubMenu()
                    .addItem(
                            getTranslation("meetings.menu.invite"),
                            e -> new InviteDialog(meetings, directory, actor, page, () -> reload(actor, card)).open());
            more.getSubMenu()
                    .addItem(
                            getTranslation("meetings.menu.cancel"),
                            e -> CancelDialog.ask(meetings, actor, card, () -> reload(actor, card)));
        }
        return menu;
    }

    private void reload(Actor actor, MeetingCard card) {
        show(actor, queries.get(actor, card.id()));
    }

    private Pane table(Actor actor, MeetingCard card) {
        var wording = new Wording(actor);
        boolean open = wording.indexOfMe(card.faces()) < 0 && card.takesAnswers(clock.instant());
        Integer capacity = card.capacity();
        RoundTable round = RoundTable.of(
                        capacity,
                        wording.portraits(card.faces()),
                        open ? -1 : Math.max(0, wording.indexOfMe(card.faces())))
                .say(
                        Integer.toString(card.seatsTaken()),
                        capacity == null
                                ? getTranslation("meetings.table.coming", card.seatsTaken())
                                : getTranslation("meetings.table.of", capacity));
        Pane pane = new Pane(getTranslation("meetings.table"), round);
        pane.addClassName("cv-meeting-table");
        return pane;
    }

    private Pane description(MeetingPage page) {
        Pane pane = new Pane(getTranslation("meetings.description"));
        if (page.description().isBlank()) {
            Paragraph nothing = new Paragraph(getTranslation("meetings.description.none"));
            nothing.addClassName("cv-q");
            pane.add(nothing);
        } else {
            pane.add(new Markdown(page.description()));
        }
        if (!page.hosts().isEmpty()) {
            Paragraph hosts = new Paragraph(getTranslation(
                    "meetings.hosts.are",
                    String.join(
                            ", ",
                            page.hosts().stream().map(MeetingPage.Person::name).toList())));
            hosts.addClassName("cv-q");
            pane.add(hosts);
        }
        return pane;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
