package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.BookingRequest;
import org.convive.means.Occupied;
import org.convive.means.PlanLook;
import org.convive.shared.Message;
import org.convive.uikit.Chip;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayRow;
import org.convive.uikit.Status;

/** One line of a plan or one time of a series: free, or what is in its way and what can be had instead. */
final class LookedLine {
    private LookedLine() {}

    /**
     * @param instead called with another time or another means for this line
     * @param end further things to do with it
     */
    static DayRow of(Actor actor, PlanLook.Line line, Consumer<BookingRequest> instead, Component... end) {
        Locale locale = UI.getCurrent().getLocale();
        BookingRequest request = line.request();
        Dates dates = Dates.of(locale, line.means().rules().zone());
        DayRow row = new DayRow(
                new DateTile(request.from().atZone(actor.zone()).toLocalDate(), locale),
                title(line),
                MeansPath.of(actor, line.means().id()),
                text(
                        "means.booking.line",
                        dates.range(request.from(), request.to()),
                        line.means().ownerName()));
        row.line(status(line));
        if (!line.isFree()
                && !(line.alternatives().isEmpty() && line.otherUnits().isEmpty())) {
            row.line(alternatives(actor, line, dates, instead));
        }
        if (end.length > 0) {
            row.end(end);
        }
        return row;
    }

    /** The means, and its unit where it is that very one. */
    private static String title(PlanLook.Line line) {
        Long wanted = line.request().unit();
        return line.means().units().stream()
                .filter(unit -> wanted != null && unit.id() == wanted)
                .findFirst()
                .map(unit -> text("means.plan.unit", line.means().name(), unit.name()))
                .orElse(line.means().name());
    }

    private static Component status(PlanLook.Line line) {
        if (line.isFree()) {
            return Status.ok(text("means.panel.free"));
        }
        if (!line.broken().isEmpty()) {
            Message first = line.broken().values().iterator().next();
            return Status.bad(text(first.key(), first.args().toArray()));
        }
        return Status.waiting(
                line.inTheWay().isEmpty()
                        ? text("means.plan.taken")
                        : text("means.plan.taken-by", who(line.inTheWay())));
    }

    private static String who(List<Occupied> inTheWay) {
        Occupied first = inTheWay.getFirst();
        return first.blackout()
                ? text("means.timeline.maintenance")
                : first.hidden() ? text("means.panel.somebody") : first.organisationName();
    }

    private static Component alternatives(
            Actor actor, PlanLook.Line line, Dates dates, Consumer<BookingRequest> instead) {
        var chips = new ArrayList<Component>();
        line.otherUnits()
                .forEach(unit -> chips.add(chip(
                        text("means.plan.other-unit", unit.name()),
                        () -> instead.accept(line.request().on(unit.id())))));
        for (Alternative offer : line.alternatives()) {
            chips.add(chip(
                    name(line, offer, dates),
                    () -> instead.accept(new BookingRequest(
                            offer.means(),
                            offer.from(),
                            offer.to(),
                            line.request().units(),
                            line.request().purpose(),
                            null))));
        }
        Paragraph label = new Paragraph(text("means.plan.instead"));
        label.addClassName("cv-q");
        Div box = new Div(label);
        box.add(chips);
        box.addClassName("cv-means-times");
        box.getElement().setAttribute("role", "group").setAttribute("aria-label", text("means.panel.alternatives"));
        return box;
    }

    private static Chip chip(String words, Runnable deed) {
        Chip chip = new Chip(words);
        chip.getElement().removeAttribute("aria-pressed");
        chip.addClickListener(e -> deed.run());
        return chip;
    }

    private static String name(PlanLook.Line line, Alternative offer, Dates dates) {
        boolean sameDay = MeansPath.isSameDay(
                line.request().from(), offer.to(), line.means().rules().zone());
        String when = sameDay ? dates.hours(offer.from(), offer.to()) : dates.range(offer.from(), offer.to());
        return offer.sameMeans()
                ? when
                : offer.from().equals(line.request().from())
                        ? text("means.panel.same-time", offer.name())
                        : text("means.panel.at", offer.name(), when);
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
