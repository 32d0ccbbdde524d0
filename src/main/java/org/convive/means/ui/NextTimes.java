package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.MeansQueries;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Chip;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;

/** When a means is wanted, and the next times at which it is free, one tap each. */
class NextTimes extends Pane {
    private static final int SLOTS = 6;

    NextTimes(Actor actor, Means means, MeansSearch search, MeansQueries queries, Consumer<MeansSearch> go) {
        ZoneId zone = means.rules().zone();
        Dates dates = Dates.of(getLocale(), zone);
        Div times = new Div();
        times.addClassName("cv-means-times");
        for (TimeSlot slot : queries.nextFreeSlots(actor, means.id(), length(means, search), SLOTS)) {
            Chip chip = new Chip(dates.dayAndTime(slot.from()));
            chip.addClickListener(e -> go.accept(search.at(slot.from(), slot.to(), zone)));
            times.add(chip);
        }
        if (times.getComponentCount() == 0) {
            times.add(new Paragraph(getTranslation("means.cards.nothing")));
        }
        setTitle(new H2(getTranslation("means.next-free")));
        add(new SearchBar(search, getLocale(), go), times);
    }

    private static Duration length(Means means, MeansSearch search) {
        ZoneId zone = means.rules().zone();
        Duration asked = search.isForward()
                ? Duration.between(search.start(zone), search.end(zone))
                : means.rules().shortest();
        return asked.compareTo(means.rules().longest()) > 0 ? means.rules().longest() : asked;
    }
}
