package org.convive.identity.ui;

import com.vaadin.flow.router.BeforeEvent;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.shared.NotFoundException;

/** Reads the cluster from the URL of a view and tells who acts there. */
public final class ViewActor {
    /** The route parameter that names the cluster in {@code c/:cluster/…}. */
    public static final String CLUSTER = "cluster";

    private ViewActor() {}

    /** @throws NotFoundException when the person does not belong to the cluster of the URL (the page says 404) */
    public static Actor of(BeforeEvent event, Actors actors) {
        return actors.in(event.getRouteParameters().get(CLUSTER).orElseThrow(() -> new NotFoundException("cluster")));
    }

    /**
     * An id in the URL.
     *
     * @throws NotFoundException when it is missing or no number
     */
    public static long id(BeforeEvent event, String parameter) {
        return event.getRouteParameters()
                .get(parameter)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new NotFoundException(parameter));
    }
}
