package org.convive.meetings.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;

/** Who comes, once there is something to come to. */
@org.springframework.stereotype.Component
class WhoComesPane implements MeetingPane {
    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        return page.card().isDated() ? Optional.of(new WhoComes(actor, page)) : Optional.empty();
    }
}
