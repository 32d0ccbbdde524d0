package org.convive.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.convive.identity.CurrentUser;
import org.convive.identity.Membership;
import org.convive.identity.Memberships;

/** The door: leads to the person's cluster, or to the welcome page of who has none. */
@Route("")
@RouteAlias("home")
@PermitAll
class RootView extends Div implements BeforeEnterObserver {
    private final transient CurrentUser currentUser;
    private final transient Memberships memberships;

    RootView(CurrentUser currentUser, Memberships memberships) {
        this.currentUser = currentUser;
        this.memberships = memberships;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Membership> mine = memberships.of(currentUser.require().personId());
        event.forwardTo(mine.isEmpty() ? "welcome" : "c/" + mine.getFirst().slug());
    }
}
