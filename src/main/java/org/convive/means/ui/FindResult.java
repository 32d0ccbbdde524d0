package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.convive.means.Finder;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.shared.TimeSlot;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** What was found, as a list: things that are free at a time, or times at which all can be had together. */
class FindResult extends Pane {
    private final transient Actor actor;
    private final transient FindPrices prices;
    private final transient Map<MeansId, Means> means = new LinkedHashMap<>();
    private final transient List<TimeSlot> slots = new ArrayList<>();

    private FindResult(Actor actor, FindPrices prices) {
        this.actor = actor;
        this.prices = prices;
        getElement().setAttribute("aria-live", "polite");
    }

    /** What was found, each once, in order. */
    List<Means> means() {
        return List.copyOf(means.values());
    }

    /** The times that were found; the first one is drawn. */
    @Nullable
    TimeSlot slot() {
        return slots.isEmpty() ? null : slots.getFirst();
    }

    static FindResult candidates(
            Actor actor, FindState state, TimeSlot window, List<Finder.Candidate> found, FindPrices prices) {
        FindResult result = new FindResult(actor, prices);
        result.slots.add(window);
        DayList list = new DayList();
        int units = state.needs().getFirst().units();
        for (Finder.Candidate one : found) {
            result.means.put(one.means().id(), one.means());
            var request = new BookingRequest(one.means().id(), window.from(), window.to(), units, "", null);
            String book = MeansPath.book(actor, request);
            DayRow row = new DayRow(
                    new IconTile(MeansPath.icon(one.means().kind())),
                    one.means().name(),
                    book,
                    result.words(one, units));
            row.end(
                    Links.to(state.kept().and(request).address(actor), result.getTranslation("means.find.to-plan")),
                    Links.primary(book, result.getTranslation("means.find.book"), CvIcon.CALENDAR_CHECK));
            list.add(row);
        }
        result.add(result.getTranslation("means.find.free", found.size()), list);
        return result;
    }

    static FindResult proposals(Actor actor, FindState state, List<Finder.Proposal> found, FindPrices prices) {
        FindResult result = new FindResult(actor, prices);
        Dates dates = Dates.of(actor.locale(), actor.zone());
        DayList list = new DayList();
        for (Finder.Proposal one : found) {
            result.slots.add(one.slot());
            var lines = new ArrayList<>(state.kept().lines());
            for (int i = 0; i < one.candidates().size(); i++) {
                Means each = one.candidates().get(i).means();
                result.means.put(each.id(), each);
                lines.add(new BookingRequest(
                        each.id(),
                        one.slot().from(),
                        one.slot().to(),
                        state.needs().get(i).units(),
                        "",
                        null));
            }
            String address =
                    lines.size() == 1 ? MeansPath.book(actor, lines.getFirst()) : new PlanItems(lines).address(actor);
            DayRow row = new DayRow(
                    new DateTile(one.slot().from().atZone(actor.zone()).toLocalDate(), actor.locale()),
                    dates.range(one.slot().from(), one.slot().to()),
                    address,
                    "");
            for (int i = 0; i < one.candidates().size(); i++) {
                row.line(result.line(
                        one.candidates().get(i), state.needs().get(i).units()));
            }
            row.end(Links.primary(address, result.getTranslation("means.find.take"), CvIcon.ARROW_RIGHT));
            list.add(row);
        }
        result.add(result.getTranslation("means.find.times"), list);
        return result;
    }

    private void add(String title, DayList list) {
        setTitle(new H2(title));
        add(list);
    }

    private Component line(Finder.Candidate one, int units) {
        Paragraph line = new Paragraph(one.means().name() + ": " + words(one, units));
        line.addClassName("cv-q");
        return line;
    }

    private String words(Finder.Candidate one, int units) {
        var parts = new ArrayList<String>();
        parts.add(one.means().ownerName());
        if (!one.means().place().isBlank()) {
            parts.add(one.means().place());
        }
        if (one.km() != null) {
            parts.add(getTranslation("means.find.km", Math.round(one.km())));
        }
        if (one.means().units().size() > 1) {
            parts.add(getTranslation(
                    "means.find.units-free",
                    one.freeUnits(),
                    one.means().units().size()));
        }
        String price = prices.of(one.means(), units);
        if (!price.isBlank()) {
            parts.add(price);
        }
        return String.join(", ", parts);
    }
}
