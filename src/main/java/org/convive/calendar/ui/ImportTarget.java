package org.convive.calendar.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.busy.ImportedEvent;
import org.convive.identity.Actor;

/** What a feature can make of events from elsewhere; offered below the preview. Implemented as a Spring bean. */
public interface ImportTarget {
    /** Lower comes first. */
    int order();

    /** What the person may do with these events here, or nothing. Nothing is written before they say so. */
    Optional<Component> offer(Actor actor, List<ImportedEvent> events);
}
