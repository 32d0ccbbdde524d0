package org.convive.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.CvIcon;
import org.convive.uikit.PageHeader;

/** On a phone: everything that has no place on the bar at the bottom. */
@Route("c/:cluster/more")
@PermitAll
class MoreView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Accounts accounts;
    private final transient Memberships memberships;
    private final transient Preferences preferences;
    private String title = "";

    MoreView(Actors actors, Accounts accounts, Memberships memberships, Preferences preferences) {
        this.actors = actors;
        this.accounts = accounts;
        this.memberships = memberships;
        this.preferences = preferences;
        addClassNames("cv-page", "cv-more");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        title = getTranslation("shell.page-title", getTranslation("shell.nav.more"), actor.clusterName());
        removeAll();
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        String here = "c/" + actor.slug() + "/";
        list.add(entry(CvIcon.MAP, "shell.nav.directory", here + "directory"));
        list.add(entry(CvIcon.CALENDAR_CHECK, "shell.nav.bookings", here + "bookings"));
        list.add(entry(CvIcon.HANDSHAKE, "means.ledger.title", here + "give-and-take"));
        if (actor.isAnimator()) {
            for (Areas.Animation area : Areas.Animation.values()) {
                list.add(entry(area.icon(), area.label(), here + area.path()));
            }
        }
        list.add(entry(CvIcon.GLOBE, "shell.clusters", "clusters"));
        Nav nav = new Nav(list);
        nav.addClassName("cv-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.more"));
        add(
                new PageHeader(getTranslation("shell.nav.more")),
                new ClusterSwitch(actor, memberships.of(actor.person())),
                nav,
                new PersonMenu(accounts.get(actor.person()), Optional.of(actor), preferences));
    }

    private ListItem entry(CvIcon icon, String label, String href) {
        Anchor link = new Anchor(href, "");
        link.add(icon.create(), new Span(getTranslation(label)));
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
