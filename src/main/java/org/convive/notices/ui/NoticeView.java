package org.convive.notices.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.notices.Notices;

/** Opening a notice: it is read now, and the page it is about comes instead. */
@Route("c/:cluster/notices/:notice")
@PermitAll
class NoticeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Notices notices;

    NoticeView(Actors actors, Notices notices) {
        this.actors = actors;
        this.notices = notices;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String href = notices.open(ViewActor.of(event, actors), ViewActor.id(event, "notice"));
        Location there = new Location(href);
        event.forwardTo(there.getPath(), there.getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notices.title");
    }
}
