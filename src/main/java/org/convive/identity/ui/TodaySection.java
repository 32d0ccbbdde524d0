package org.convive.identity.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.convive.identity.Actor;

/** A feature's part of the home page. Implemented as a Spring bean; must render with a constant number of statements. */
public interface TodaySection {
    /** Where it stands on a desktop; on a phone everything is one column in this order. */
    enum Place {
        /** The next thing, large, first. */
        HERO,
        MAIN,
        SIDE
    }

    Place place();

    /** Lower comes first within a place. */
    int order();

    /** The section, or nothing when it has nothing to say. */
    Optional<Component> render(Actor actor);
}
