package org.convive.means.watch.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.watch.Utilisation;
import org.convive.means.watch.UtilisationQueries;
import org.convive.uikit.ChartView;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Pigment;
import org.jspecify.annotations.Nullable;

/** How much of their open hours the means are used: a list of all, a curve of one or of all together. */
@Route("c/:cluster/utilisation")
@PermitAll
@StyleSheet("convive/means-ledger.css")
class UtilisationView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<Integer> SPANS = List.of(4, 12, 26, 52);

    private final transient Actors actors;
    private final transient UtilisationQueries queries;
    private transient @Nullable Actor actor;
    private String title = "";

    UtilisationView(Actors actors, UtilisationQueries queries) {
        this.actors = actors;
        this.queries = queries;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.watch.title"), here.clusterName());
        QueryParameters asked = event.getLocation().getQueryParameters();
        int weeks = SPANS.stream()
                .filter(span -> asked.getSingleParameter("weeks")
                        .filter(String.valueOf(span)::equals)
                        .isPresent())
                .findFirst()
                .orElse(12);
        String means = asked.getSingleParameter("means").orElse("");
        List<Utilisation> all = queries.list(here, weeks);
        removeAll();
        add(new PageHeader(getTranslation("means.watch.title"), getTranslation("means.watch.sentence"))
                .back(getTranslation("means.title"), "c/" + here.slug() + "/means"));
        if (all.isEmpty()) {
            add(new EmptyState(
                    CvIcon.CHART,
                    getTranslation("means.watch.none"),
                    getTranslation("means.watch.none.sentence"),
                    Links.primary(
                            "c/" + here.slug() + "/means", getTranslation("means.title"), CvIcon.CALENDAR_CLOCK)));
            return;
        }
        add(spans(weeks, means));
        all.stream()
                .filter(one -> one.means().toString().equals(means))
                .findFirst()
                .ifPresentOrElse(one -> add(chart(one.name(), List.of(one))), () -> add(chart("", all)));
        add(list(here, all, weeks));
    }

    private Div spans(int weeks, String means) {
        Div chips = new Div();
        chips.addClassName("cv-row");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("means.watch.span"));
        SPANS.forEach(span -> {
            Chip chip = new Chip(getTranslation("means.watch.weeks", span)).setOn(span == weeks);
            chip.addClickListener(e -> go(span, means));
            chips.add(chip);
        });
        return chips;
    }

    private void go(int weeks, String means) {
        Map<String, String> query = means.isEmpty()
                ? Map.of("weeks", String.valueOf(weeks))
                : Map.of("weeks", String.valueOf(weeks), "means", means);
        UI.getCurrent()
                .navigate("c/" + Objects.requireNonNull(actor).slug() + "/utilisation", QueryParameters.simple(query));
    }

    /** The title says the finding. */
    private ChartView chart(String name, List<Utilisation> some) {
        int weeks = some.getFirst().weeks().size();
        var labels = new java.util.ArrayList<String>();
        var values = new java.util.ArrayList<Double>();
        long used = 0;
        long open = 0;
        for (int i = 0; i < weeks; i++) {
            int week = i;
            long usedThen = some.stream()
                    .mapToLong(one -> one.weeks().get(week).usedMinutes())
                    .sum();
            long openThen = some.stream()
                    .mapToLong(one -> one.weeks().get(week).openMinutes())
                    .sum();
            labels.add(Dates.dayShort(some.getFirst().weeks().get(week).monday(), getLocale()));
            values.add((double) Utilisation.percent(usedThen, openThen));
            used += usedThen;
            open += openThen;
        }
        int percent = Utilisation.percent(used, open);
        String finding = name.isEmpty()
                ? getTranslation("means.watch.finding", percent)
                : getTranslation("means.watch.finding.one", name, percent);
        return ChartView.line(
                finding,
                labels,
                List.of(new ChartView.Series(getTranslation("means.watch.percent"), values, Pigment.SEA)));
    }

    private Pane list(Actor here, List<Utilisation> all, int weeks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-ledger-list");
        list.getElement().setAttribute("role", "list");
        Dates dates = Dates.of(getLocale(), here.zone());
        for (Utilisation one : all) {
            Div words = new Div(
                    new Anchor(
                            "c/" + here.slug() + "/utilisation?weeks=" + weeks + "&means=" + one.means(), one.name()),
                    new Paragraph(getTranslation(
                            "means.watch.hours",
                            dates.number(one.usedMinutes() / 60),
                            dates.number(one.openMinutes() / 60),
                            one.ownerName())));
            words.addClassName("cv-grow");
            Span percent = new Span(getTranslation("means.watch.of-100", one.percent()));
            percent.addClassNames("cv-num", "cv-strong");
            list.add(new ListItem(words, percent));
        }
        return new Pane(getTranslation("means.watch.list"), list);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
