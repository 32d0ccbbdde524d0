package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.BiConsumer;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Status;

/** The means as a list: what is free in the window, and the next times of each. The phone's way, and the spoken one. */
class MeansCards extends UnorderedList {
    private final transient Actor actor;
    private final transient BiConsumer<Means, TimeSlot> pick;

    MeansCards(
            Actor actor,
            List<Availability> means,
            List<List<TimeSlot>> slots,
            TimeSlot window,
            BiConsumer<Means, TimeSlot> pick) {
        this.actor = actor;
        this.pick = pick;
        addClassNames("cv-means-cards");
        getElement().setAttribute("role", "list");
        for (int i = 0; i < means.size(); i++) {
            add(card(means.get(i), slots.get(i), window));
        }
    }

    private ListItem card(Availability one, List<TimeSlot> slots, TimeSlot window) {
        Means means = one.means();
        Dates dates = Dates.of(actor.locale(), means.rules().zone());
        Paragraph owner =
                new Paragraph(means.place().isBlank() ? means.ownerName() : means.ownerName() + ", " + means.place());
        owner.addClassName("cv-q");
        Div words = new Div(new H3(Links.to(MeansPath.of(actor, means.id()), means.name())), owner);
        words.addClassName("cv-grow");
        Span price = new Span(means.price());
        price.addClassNames("cv-strong", "cv-num");
        Div head = new Div(new IconTile(MeansPath.icon(means.kind())), words, price);
        head.addClassName("cv-row");
        Div times = new Div();
        times.addClassName("cv-means-times");
        boolean free = one.bookable() && one.freeUnits() > 0;
        if (free) {
            Chip now = new Chip(dates.time(window.from())).setOn(true);
            now.addClickListener(e -> pick.accept(means, window));
            times.add(now);
        }
        slots.stream()
                .filter(slot -> !free || !slot.overlaps(window))
                .limit(free ? 2 : 3)
                .forEach(slot -> {
                    Chip chip = new Chip(
                            MeansPath.isSameDay(
                                            window.from(),
                                            slot.to(),
                                            means.rules().zone())
                                    ? dates.time(slot.from())
                                    : dates.dayAndTime(slot.from()));
                    chip.addClickListener(e -> pick.accept(means, slot));
                    times.add(chip);
                });
        times.add(Links.to(MeansPath.of(actor, means.id()), getTranslation("means.cards.more")));
        Status status = free
                ? Status.ok(getTranslation("means.cards.free"))
                : Status.quiet(
                        CvIcon.CLOCK,
                        slots.isEmpty()
                                ? getTranslation("means.cards.nothing")
                                : getTranslation(
                                        "means.cards.free-from",
                                        dates.dayAndTime(slots.getFirst().from())));
        ListItem item = new ListItem(head, status, times);
        item.addClassNames("cv-pane-box", "cv-means-card");
        return item;
    }
}
