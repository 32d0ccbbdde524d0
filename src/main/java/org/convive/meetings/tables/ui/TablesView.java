package org.convive.meetings.tables.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableScore;
import org.convive.meetings.tables.TableService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.springframework.core.task.AsyncTaskExecutor;

/** The tables of a meeting: laid by its organiser, looked at by everybody once they are shown. */
@Route("c/:cluster/meetings/:meeting/tables")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class TablesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient TableService tables;
    private final transient AsyncTaskExecutor executor;
    private String title = "";
    private int course;

    TablesView(Actors actors, MeetingAccess access, TableService tables, AsyncTaskExecutor executor) {
        this.actors = actors;
        this.access = access;
        this.tables = tables;
        this.executor = executor;
        addClassNames("cv-page", "cv-tables");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        var id = new MeetingId(ViewActor.id(event, "meeting"));
        course = event.getLocation().getQueryParameters().getSingleParameter("course").stream()
                .filter(text -> text.matches("[1-9]"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
        show(actor, id);
    }

    private void show(Actor actor, MeetingId id) {
        MeetingAccess.Seen meeting = access.see(actor, id);
        TablePlan plan = tables.plan(actor, id);
        course = Math.clamp(course, 1, plan.layout().courses());
        title = getTranslation("meetings.tables.page", meeting.title());
        removeAll();
        add(header(actor, meeting, plan));
        if (!plan.mayChange()) {
            add(plan.mixed() ? seen(actor, plan, id) : soon());
            return;
        }
        if (plan.sitters().isEmpty()) {
            add(new EmptyState(
                    getTranslation("meetings.tables.nobody"), getTranslation("meetings.tables.nobody.sentence")));
            return;
        }
        Runnable refresh = () -> show(actor, id);
        Div main = new Div();
        if (plan.mixed()) {
            main.add(seen(actor, plan, id));
        }
        Aside side = new Aside(
                new RoomPane(tables, executor, actor, id, plan, refresh),
                new WishesPane(tables, actor, id, plan, refresh));
        Div columns = new Div(main, side);
        columns.addClassNames(plan.mixed() ? "cv-two" : "cv-tables-start");
        add(columns);
    }

    private PageHeader header(Actor actor, MeetingAccess.Seen meeting, TablePlan plan) {
        String href = "c/" + actor.slug() + "/meetings/" + meeting.id();
        PageHeader header =
                new PageHeader(getTranslation("meetings.tables.title"), sentence(plan)).back(meeting.title(), href);
        if (plan.mixed()) {
            Anchor print = Links.button(href + "/tables.pdf", getTranslation("meetings.tables.print"), CvIcon.DOWNLOAD);
            print.setRouterIgnore(true);
            print.setTarget("_blank");
            header.action(print);
        }
        if (plan.mayChange() && plan.mixed()) {
            header.action(Buttons.plain(
                    getTranslation(plan.published() ? "meetings.tables.hide" : "meetings.tables.publish"), () -> {
                        tables.publish(actor, meeting.id(), !plan.published());
                        Toasts.undo(
                                getTranslation(
                                        plan.published()
                                                ? "meetings.tables.hide.done"
                                                : "meetings.tables.publish.done"),
                                () -> {
                                    tables.publish(actor, meeting.id(), plan.published());
                                    show(actor, meeting.id());
                                });
                        show(actor, meeting.id());
                    }));
        }
        return header;
    }

    private String sentence(TablePlan plan) {
        TableScore score = plan.score();
        if (!plan.mixed()) {
            return plan.mayChange() ? getTranslation("meetings.tables.sentence.none") : "";
        }
        return score == null ? "" : getTranslation("meetings.tables.finding", score.colleagues(), score.again());
    }

    private EmptyState soon() {
        return new EmptyState(getTranslation("meetings.tables.title"), getTranslation("meetings.tables.sentence.soon"));
    }

    private Div seen(Actor actor, TablePlan plan, MeetingId id) {
        Div all = new Div();
        all.addClassName("cv-tables-all");
        TableScore score = plan.score();
        if (score != null && score.apart() > 0) {
            all.add(Notice.hot(new Span(getTranslation("meetings.tables.finding.apart", score.apart()))));
        }
        if (plan.mayChange() && !plan.unseated().isEmpty()) {
            all.add(newcomers(actor, plan, id));
        }
        Sitter me = plan.sitter(actor.person());
        if (me != null && me.isSeated() && plan.published()) {
            Paragraph meet = new Paragraph(getTranslation(
                    "meetings.tables.yours.meet", plan.companyOf(me).size()));
            meet.addClassName("cv-q");
            all.add(meet);
        }
        if (plan.layout().courses() > 1) {
            all.add(courses(actor, plan, id));
        }
        Div grid = new Div();
        grid.addClassName("cv-tables-grid");
        for (int table = 1; table <= plan.layout().tables(); table++) {
            grid.add(new TablePane(tables, actor, id, plan, course - 1, table, () -> show(actor, id)));
        }
        all.add(grid);
        return all;
    }

    private Notice newcomers(Actor actor, TablePlan plan, MeetingId id) {
        var words = new Span(
                getTranslation("meetings.tables.unseated", plan.unseated().size()));
        return Notice.hot(words, Buttons.plain(getTranslation("meetings.tables.unseated.deed"), () -> {
            try {
                tables.seatNewcomers(actor, id);
                Toasts.say(getTranslation("meetings.tables.unseated.done"));
            } catch (InvalidInput e) {
                var first =
                        Objects.requireNonNull(List.copyOf(e.fields().values()).getFirst());
                Toasts.sorry(getTranslation(first.key(), first.args().toArray()));
            }
            show(actor, id);
        }));
    }

    private Nav courses(Actor actor, TablePlan plan, MeetingId id) {
        Nav tabs = new Nav();
        tabs.addClassName("cv-meeting-tabs");
        tabs.setAriaLabel(getTranslation("meetings.tables.courses"));
        for (int number = 1; number <= plan.layout().courses(); number++) {
            Anchor tab = new Anchor(
                    "c/" + actor.slug() + "/meetings/" + id + "/tables?course=" + number,
                    getTranslation("meetings.tables.course", number));
            tab.addClassName("cv-meeting-tab");
            if (number == course) {
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
