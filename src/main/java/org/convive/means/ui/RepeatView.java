package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convive.calendar.Recurrence;
import org.convive.calendar.RepeatWords;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.MeansDetail;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.PlanLook;
import org.convive.means.Plans;
import org.convive.means.catalogue.Documents;
import org.convive.means.ui.RepeatState.Occurrence;
import org.convive.shared.InvalidInput;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Buttons;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** Books one means again and again. Each time that cannot be had is shown, and answered, by itself. */
@Route("c/:cluster/means/:means([0-9]{1,18})/repeat")
@PermitAll
@StyleSheet("convive/means.css")
class RepeatView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Duration USUAL = Duration.ofHours(2);

    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient PlanLook look;
    private final transient Plans plans;
    private final transient Documents documents;
    private final transient RepeatWords words;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private transient @Nullable RepeatState state;
    private String key = UUID.randomUUID().toString();
    private String title = "";

    RepeatView(
            Actors actors,
            MeansQueries queries,
            PlanLook look,
            Plans plans,
            Documents documents,
            RepeatWords words,
            Clock clock) {
        this.clock = clock;
        this.actors = actors;
        this.queries = queries;
        this.look = look;
        this.plans = plans;
        this.documents = documents;
        this.words = words;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        MeansDetail detail = queries.get(here, new MeansId(ViewActor.id(event, "means")));
        ZoneId zone = detail.means().rules().zone();
        RepeatState now =
                RepeatState.of(usual(here, detail), event.getLocation().getQueryParameters(), zone);
        state = now;
        key = UUID.randomUUID().toString();
        title = getTranslation(
                "means.page-title",
                getTranslation("means.repeat.title", detail.means().name()),
                here.clusterName());
        removeAll();
        add(
                new PageHeader(
                                getTranslation(
                                        "means.repeat.title", detail.means().name()),
                                getTranslation("means.repeat.sentence"))
                        .back(
                                detail.means().name(),
                                MeansPath.of(here, detail.means().id())),
                new RepeatFields(now, detail.means().units(), zone, getLocale(), this::go));
        times(here, detail, now, zone);
    }

    /** The first time that is free, for two hours where the owner's rules allow it. */
    private BookingRequest usual(Actor here, MeansDetail detail) {
        BookingRules rules = detail.means().rules();
        Duration length = USUAL.compareTo(rules.longest()) > 0
                ? rules.longest()
                : USUAL.compareTo(rules.shortest()) < 0 ? rules.shortest() : USUAL;
        Instant start = queries.nextFreeSlots(here, detail.means().id(), length, 1).stream()
                .findFirst()
                .map(TimeSlot::from)
                .orElse(clock.instant()
                        .truncatedTo(ChronoUnit.HOURS)
                        .plus(rules.notice())
                        .plus(Duration.ofDays(1)));
        return new BookingRequest(detail.means().id(), start, start.plus(length), 1, "", null);
    }

    private void times(Actor here, MeansDetail detail, RepeatState now, ZoneId zone) {
        Recurrence recurrence = now.recurrence(zone);
        List<Occurrence> times;
        try {
            times = now.answered(look.times(recurrence, now.length(), now.first()));
        } catch (InvalidInput e) {
            add(BrokenRules.of(e.fields()));
            return;
        }
        List<Occurrence> wanted = times.stream().filter(one -> !one.skipped()).toList();
        List<PlanLook.Line> lines =
                look.of(here, wanted.stream().map(Occurrence::booked).toList());
        DayList conflicts = new DayList();
        DayList free = new DayList();
        int open = 0;
        for (int i = 0; i < lines.size(); i++) {
            DayRow row = row(here, wanted.get(i), lines.get(i));
            if (lines.get(i).isFree()) {
                free.add(row);
            } else {
                conflicts.add(row);
                open++;
            }
        }
        Paragraph sentence = new Paragraph(
                words.of(recurrence, getLocale()) + ". " + getTranslation("means.repeat.count", times.size(), open));
        sentence.getElement().setAttribute("role", "status");
        add(sentence);
        if (open > 0) {
            add(new Pane(getTranslation("means.repeat.conflicts", open), conflicts).hot());
        } else if (!wanted.isEmpty()) {
            add(
                    here.organisation() == null
                            ? Notice.glass(new Paragraph(getTranslation("means.panel.no-company")))
                            : new RepeatBooking(
                                    here,
                                    detail,
                                    wanted,
                                    recurrence,
                                    queries,
                                    plans,
                                    documents,
                                    key,
                                    () -> go(state())));
        }
        if (free.getChildren().findAny().isPresent()) {
            add(new Pane(getTranslation("means.repeat.free"), free));
        }
        skipped(here, times);
    }

    private DayRow row(Actor here, Occurrence one, PlanLook.Line line) {
        return LookedLine.of(
                here,
                line,
                other -> go(state().swap(one.time().from(), other)),
                Buttons.quiet(
                        getTranslation("means.repeat.skip"),
                        () -> go(state().skip(one.time().from(), true))));
    }

    private void skipped(Actor here, List<Occurrence> times) {
        List<Occurrence> left = times.stream().filter(Occurrence::skipped).toList();
        if (left.isEmpty()) {
            return;
        }
        DayList list = new DayList();
        look.of(here, left.stream().map(Occurrence::time).toList())
                .forEach(line -> list.add(LookedLine.of(
                        here,
                        line,
                        other -> go(state().skip(line.request().from(), false)
                                .swap(line.request().from(), other)),
                        Buttons.quiet(
                                getTranslation("means.repeat.unskip"),
                                () -> go(state().skip(line.request().from(), false))))));
        add(new Pane(getTranslation("means.repeat.skipped"), list));
    }

    private RepeatState state() {
        return Objects.requireNonNull(state);
    }

    private void go(RepeatState other) {
        UI.getCurrent()
                .navigate(
                        MeansPath.repeat(
                                Objects.requireNonNull(actor), other.first().means()),
                        other.query());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
