package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.MeansDetail;

/** What nested packages add to the pages of a means and of a booking. Implemented as a Spring bean. */
public interface MeansPart {
    /** Lower comes first. */
    int order();

    /**
     * Panes under the description of a means.
     *
     * @param changed shows the page anew
     */
    default List<Component> ofMeans(Actor actor, MeansDetail means, Runnable changed) {
        return List.of();
    }

    /** Links and buttons at the head of a means' page. */
    default List<Component> actionsOfMeans(Actor actor, MeansDetail means) {
        return List.of();
    }

    /** Panes under the facts of a booking. */
    default List<Component> ofBooking(Actor actor, BookingLine booking, Runnable changed) {
        return List.of();
    }
}
