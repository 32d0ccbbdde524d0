package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingRequest;
import org.convive.means.MeansQueries;
import org.convive.means.PlanLook;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.convive.means.catalogue.Documents;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DayList;
import org.convive.uikit.EmptyState;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Several means for one purpose, booked together or not at all. The address holds what was chosen. */
@Route("c/:cluster/means/plan")
@PermitAll
@StyleSheet("convive/means.css")
class PlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient PlanLook look;
    private final transient Plans plans;
    private final transient Documents documents;
    private transient @Nullable Actor actor;
    private transient PlanItems items = new PlanItems(List.of());
    private String key = UUID.randomUUID().toString();
    private String title = "";

    PlanView(Actors actors, MeansQueries queries, PlanLook look, Plans plans, Documents documents) {
        this.actors = actors;
        this.queries = queries;
        this.look = look;
        this.plans = plans;
        this.documents = documents;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.plan.title"), here.clusterName());
        items = PlanItems.of(event.getLocation().getQueryParameters());
        key = UUID.randomUUID().toString();
        show(here);
    }

    private void show(Actor here) {
        removeAll();
        add(new PageHeader(getTranslation("means.plan.title"), getTranslation("means.plan.sentence"))
                .back(getTranslation("means.title"), MeansPath.all(here)));
        if (items.lines().isEmpty()) {
            add(new EmptyState(
                    getTranslation("means.plan.empty"),
                    getTranslation("means.plan.empty.sentence"),
                    Links.primary(MeansPath.find(here), getTranslation("means.bookings.find"), CvIcon.SEARCH)));
            return;
        }
        List<PlanLook.Line> lines = look.of(here, items.lines());
        DayList list = new DayList();
        for (int i = 0; i < lines.size(); i++) {
            int index = i;
            list.add(LookedLine.of(
                    here,
                    lines.get(i),
                    other -> go(items.with(index, other)),
                    Buttons.icon(
                            CvIcon.X,
                            getTranslation(
                                    "means.plan.remove", lines.get(i).means().name()),
                            () -> go(items.without(index)))));
        }
        add(new Pane(getTranslation("means.plan.lines"), list, more(here)), foot(here, lines));
    }

    /** One more thing at the same time. */
    private Component more(Actor here) {
        BookingRequest last = items.lines().getLast();
        var when = LocalDateTime.ofInstant(last.from(), here.zone());
        var until = LocalDateTime.ofInstant(last.to(), here.zone());
        return Links.button(
                MeansPath.find(here) + "?day=" + when.toLocalDate() + "&from=" + when.toLocalTime() + "&to="
                        + until.toLocalTime() + keep(),
                getTranslation("means.plan.more"),
                CvIcon.PLUS);
    }

    private String keep() {
        var text = new StringBuilder();
        items.lines().forEach(line -> text.append("&item=").append(PlanItems.written(line)));
        return text.toString();
    }

    private Component foot(Actor here, List<PlanLook.Line> lines) {
        long free = lines.stream().filter(PlanLook.Line::isFree).count();
        if (here.organisation() == null) {
            return Notice.glass(new Paragraph(getTranslation("means.panel.no-company")));
        }
        if (free < lines.size()) {
            return Notice.hot(new Paragraph(getTranslation("means.plan.not-all", lines.size() - free)));
        }
        BookingExtras extras = new BookingExtras(here);
        extras.show(items.lines().stream()
                .map(BookingRequest::means)
                .distinct()
                .map(id -> queries.get(here, id))
                .toList());
        Button book = Buttons.primary(
                getTranslation("means.plan.book", lines.size()), CvIcon.SHIELD_CHECK, () -> book(here, extras));
        Pane pane = new Pane(getTranslation("means.plan.together"), extras, book);
        return pane.cut();
    }

    private void book(Actor here, BookingExtras extras) {
        try {
            List<BookingRequest> requests =
                    new ArrayList<>(items.lines().stream().map(extras::complete).toList());
            Plans.Booked booked = plans.book(here, requests, key, "");
            UI.getCurrent().navigate(MeansPath.bookings(here));
            Toasts.undoThere(
                    getTranslation("means.plan.booked", booked.bookings().size()), () -> {
                        plans.cancel(here, booked.plan());
                        UI.getCurrent().navigate(MeansPath.plan(here), items.query());
                    });
            extras.send((name, bytes) -> documents.attachToPlan(here, booked.plan(), name, bytes));
        } catch (PlanRefused e) {
            show(here);
            RefusedWords.say(e);
        } catch (InvalidInput e) {
            FormErrors.show(e, extras.fields());
        }
    }

    private void go(PlanItems other) {
        UI.getCurrent().navigate(MeansPath.plan(Objects.requireNonNull(actor)), other.query());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
