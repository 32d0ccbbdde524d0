package org.convive.means.use.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convive.calendar.RepeatWords;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.MaintenancePlan;
import org.convive.means.use.MaintenancePlan.Occurrence;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.means.use.MaintenanceService;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The maintenance of one means: plans that come back, their times ahead, and the ones somebody else has. */
@Route("c/:cluster/means/:means([0-9]{1,18})/maintenance")
@PermitAll
@StyleSheet("convive/means-use.css")
class MaintenanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN = 8;

    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient MaintenanceService maintenance;
    private final transient RepeatWords words;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private transient @Nullable Means means;
    private String title = "";

    MaintenanceView(
            Actors actors, MeansQueries queries, MaintenanceService maintenance, RepeatWords words, Clock clock) {
        this.actors = actors;
        this.queries = queries;
        this.maintenance = maintenance;
        this.words = words;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        Means one = queries.get(here, new MeansId(ViewActor.id(event, "means"))).means();
        here.requireVoiceOf(one.owner());
        means = one;
        title = getTranslation("means.page-title", getTranslation("means.use.maintenance"), here.clusterName());
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        Means one = Objects.requireNonNull(means);
        removeAll();
        add(new PageHeader(getTranslation("means.use.maintenance"), getTranslation("means.use.maintenance.sentence"))
                .back(one.name(), UsePath.means(here, one.id()))
                .action(Buttons.primary(getTranslation("means.use.maintenance.add"), this::open)));
        List<MaintenancePlan> plans = maintenance.of(here, one.id());
        if (plans.isEmpty()) {
            add(new EmptyState(
                    getTranslation("means.use.maintenance.none"),
                    getTranslation("means.use.maintenance.none.sentence"),
                    Buttons.plain(getTranslation("means.use.maintenance.add"), this::open)));
        }
        plans.forEach(plan -> add(pane(here, plan)));
    }

    private void open() {
        Means one = Objects.requireNonNull(means);
        LocalDate today = LocalDate.now(clock.withZone(one.rules().zone()));
        new MaintenanceDialog(Objects.requireNonNull(actor), one, today, maintenance, this::show).open();
    }

    private Pane pane(Actor here, MaintenancePlan plan) {
        UnorderedList times = new UnorderedList();
        times.addClassName("cv-use-times");
        times.getElement().setAttribute("role", "list");
        plan.next().stream().limit(SHOWN).forEach(time -> times.add(row(here, plan, time)));
        long taken =
                plan.next().stream().filter(time -> time.state() == State.TAKEN).count();
        Pane pane = new Pane(
                plan.title(),
                new Paragraph(words.of(plan.recurrence(), getLocale())
                        + (plan.unitName().isEmpty() ? "" : " · " + plan.unitName())),
                times);
        if (taken > 0) {
            pane.addComponentAsFirst(Badges.hot(getTranslation("means.use.maintenance.taken", taken)));
        }
        return pane.aside(Buttons.quiet(
                getTranslation("means.use.maintenance.stop"),
                () -> Confirm.ask(
                        getTranslation("means.use.maintenance.stop.question", plan.title()),
                        getTranslation("means.use.maintenance.stop.consequences"),
                        getTranslation("means.use.maintenance.stop.keep"),
                        getTranslation("means.use.maintenance.stop.deed"),
                        () -> {
                            maintenance.stop(here, plan.id());
                            show();
                        })));
    }

    private ListItem row(Actor here, MaintenancePlan plan, Occurrence time) {
        Dates dates = Dates.of(getLocale(), plan.recurrence().zone());
        Span when = new Span(dates.range(time.slot().from(), time.slot().to()));
        when.addClassName("cv-grow");
        Span state = switch (time.state()) {
            case BLOCKED -> Badges.glass(getTranslation("means.use.maintenance.BLOCKED"));
            case TAKEN -> Badges.hot(getTranslation("means.use.maintenance.TAKEN"));
            case SKIPPED -> Badges.quiet(getTranslation("means.use.maintenance.SKIPPED"));
        };
        ListItem item = new ListItem(when, state);
        if (time.state() == State.BLOCKED) {
            item.add(Buttons.quiet(getTranslation("means.use.maintenance.skip"), () -> {
                maintenance.skip(here, plan.id(), time.slot().from());
                show();
                Toasts.undo(getTranslation("means.use.maintenance.skipped"), () -> retry(here, plan, time));
            }));
        } else {
            item.add(Buttons.quiet(getTranslation("means.use.maintenance.retry"), () -> retry(here, plan, time)));
        }
        return item;
    }

    private void retry(Actor here, MaintenancePlan plan, Occurrence time) {
        if (!maintenance.retry(here, plan.id(), time.slot().from())) {
            Toasts.sorry(getTranslation("means.use.maintenance.still-taken"));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
