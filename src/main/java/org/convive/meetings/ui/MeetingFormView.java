package org.convive.meetings.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.means.MeansStay;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.sessions.SecondSessions;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.Draft;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;

/** Proposes a meeting, or changes one. */
@Route("c/:cluster/meetings/new")
@RouteAlias("c/:cluster/meetings/:meeting/edit")
@PermitAll
@StyleSheet("convive/meetings.css")
class MeetingFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingService meetings;
    private final transient MeetingSeries series;
    private final transient MeetingStages stages;
    private final transient DatePolls polls;
    private final transient MeetingQueries queries;
    private final transient DirectoryQueries directory;
    private final transient PlanningQueries planning;
    private final transient Groups groups;
    private final transient SecondSessions sessions;
    private final Div notice = new Div();
    private String title = "";

    MeetingFormView(
            Actors actors,
            MeetingService meetings,
            MeetingSeries series,
            MeetingStages stages,
            DatePolls polls,
            MeetingQueries queries,
            DirectoryQueries directory,
            PlanningQueries planning,
            Groups groups,
            SecondSessions sessions) {
        this.actors = actors;
        this.meetings = meetings;
        this.series = series;
        this.stages = stages;
        this.polls = polls;
        this.queries = queries;
        this.directory = directory;
        this.planning = planning;
        this.groups = groups;
        this.sessions = sessions;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        removeAll();
        notice.removeAll();
        if (event.getRouteParameters().get("meeting").isPresent()) {
            MeetingPage page = queries.get(actor, new MeetingId(ViewActor.id(event, "meeting")));
            actor.require(page.mayChange(), "only the organiser, a host or an animator may change this meeting");
            change(actor, page);
        } else {
            Optional<Long> second = number(event, "second");
            Optional<Long> offer = number(event, "offer");
            if (second.isPresent() && offer.isPresent()) {
                second(actor, queries.get(actor, new MeetingId(second.get())), offer.get());
                return;
            }
            propose(
                    actor,
                    number(event, "after").map(number -> queries.get(actor, new MeetingId(number))),
                    Prefill.of(event.getLocation().getQueryParameters()));
        }
    }

    /**
     * @param former the meeting that this one follows, if any
     * @param known what another calendar said of it, if any
     */
    private void propose(Actor actor, Optional<MeetingPage> former, Optional<Prefill> known) {
        title = getTranslation("meetings.propose") + " · " + actor.clusterName();
        String key = "meeting:new:" + actor.slug();
        var form = new MeetingForm(directory, groups, actor, key);
        form.when().holidays(day -> planning.holiday(actor, day));
        former.ifPresentOrElse(form::follow, form::showNew);
        known.ifPresent(form::fill);
        Runnable save = () -> {
            try {
                MeetingId id = switch (form.when().start()) {
                    case IDEA -> stages.imagine(actor, form.draft());
                    case DATES ->
                        polls.start(
                                actor,
                                form.draft(),
                                form.when().options(),
                                form.when().until());
                    case CONFIRMED, HELD, FOLLOW_UP -> schedule(actor, form);
                };
                saved(actor, id, key, getTranslation("meetings.form.scheduled"));
            } catch (InvalidInput e) {
                form.show(e);
            }
        };
        lay(
                new PageHeader(getTranslation("meetings.propose"), getTranslation("meetings.form.sentence"))
                        .back(getTranslation("meetings.title"), "c/" + actor.slug() + "/meetings"),
                form,
                getTranslation("meetings.form.schedule"),
                save,
                "c/" + actor.slug() + "/meetings");
    }

    private static Optional<Long> number(BeforeEnterEvent event, String parameter) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** The second session of a meeting that many wait for. */
    private void second(Actor actor, MeetingPage first, long offer) {
        MeetingId id = first.card().id();
        title = getTranslation("meetings.second.title") + " · " + actor.clusterName();
        String key = "meeting:second:" + offer;
        var form = new MeetingForm(directory, groups, actor, key);
        form.second(first, Set.of(sessions.offering(actor, id, offer)));
        lay(
                new PageHeader(
                                getTranslation(
                                        "meetings.second.form", first.card().title()),
                                getTranslation("meetings.second.form.sentence"))
                        .back(first.card().title(), new Wording(actor).href(id)),
                form,
                getTranslation("meetings.second.form.deed"),
                () -> {
                    try {
                        saved(
                                actor,
                                sessions.accept(actor, id, offer, form.draft()),
                                key,
                                getTranslation("meetings.second.planned"));
                    } catch (InvalidInput e) {
                        form.show(e);
                    }
                },
                new Wording(actor).href(id));
    }

    private MeetingId schedule(Actor actor, MeetingForm form) {
        RepeatRule rule = form.when().rule();
        return rule == null
                ? meetings.schedule(actor, form.draft())
                : series.schedule(actor, form.draft(), rule).getFirst();
    }

    private void change(Actor actor, MeetingPage page) {
        String name = page.card().title();
        title = getTranslation("meetings.form.change", name) + " · " + actor.clusterName();
        String href = new Wording(actor).href(page.card().id());
        String key = "meeting:" + page.card().id();
        var form = new MeetingForm(directory, groups, actor, key);
        form.show(page);
        if (!queries.series(actor, page.card().id()).isEmpty()) {
            form.askScope();
        }
        lay(
                new PageHeader(getTranslation("meetings.form.change", name), getTranslation("meetings.form.told"))
                        .back(name, href),
                form,
                getTranslation("meetings.form.save"),
                () -> save(actor, page.card().id(), page.version(), form, key),
                href);
    }

    private void save(Actor actor, MeetingId id, int version, MeetingForm form, String key) {
        try {
            series.change(actor, id, version, form.draft(), form.scope());
            saved(actor, id, key, getTranslation("meetings.form.saved"));
        } catch (InvalidInput e) {
            form.show(e);
        } catch (MeansStay e) {
            notice.removeAll();
            notice.add(Notice.hot(new Span(getTranslation("meetings.means.cannot-move"))));
            RefusedMeans.sentences(e, queries.card(actor, id).zone())
                    .forEach(words -> notice.add(Notice.hot(new Span(words))));
            notice.scrollIntoView();
        } catch (StaleEdit e) {
            notice.removeAll();
            notice.add(Notice.hot(
                    new Span(getTranslation("meetings.form.stale")),
                    Buttons.plain(
                            getTranslation("meetings.form.mine"),
                            () -> save(actor, id, queries.get(actor, id).version(), form, key))));
            notice.scrollIntoView();
        }
    }

    private void saved(Actor actor, MeetingId id, String key, String sentence) {
        Draft.forget(key);
        Toasts.say(sentence);
        getUI().ifPresent(ui -> ui.navigate(new Wording(actor).href(id)));
    }

    private void lay(PageHeader header, MeetingForm form, String deed, Runnable save, String back) {
        Div actions = new Div(Buttons.primary(deed, save), Links.to(back, getTranslation("meetings.form.leave")));
        actions.addClassNames("cv-row", "cv-meeting-save");
        add(header, notice, form, actions);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
