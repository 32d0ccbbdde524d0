package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.Membership;
import org.convive.uikit.ClusterBadge;

/** Says in which cluster one is and leads to the others. */
class ClusterSwitch extends Composite<MenuBar> {
    ClusterSwitch(Actor actor, List<Membership> memberships) {
        MenuBar bar = getContent();
        bar.addClassName("cv-cluster-switch");
        bar.addThemeName("tertiary");
        MenuItem item = bar.addItem(face(actor));
        bar.getElement().setAttribute("aria-label", getTranslation("shell.cluster-switch"));
        SubMenu menu = item.getSubMenu();
        memberships.forEach(membership -> {
            MenuItem other =
                    menu.addItem(membership.clusterName(), e -> UI.getCurrent().navigate("c/" + membership.slug()));
            other.setCheckable(true);
            other.setChecked(membership.slug().equals(actor.slug()));
        });
        menu.addItem(getTranslation("shell.clusters"), e -> UI.getCurrent().navigate("clusters"));
        menu.addItem(getTranslation("shell.join-another"), e -> UI.getCurrent().navigate("welcome"));
    }

    private ClusterBadge face(Actor actor) {
        return new ClusterBadge(
                actor.clusterName(),
                getTranslation("shell.role." + actor.role().name().toLowerCase(Locale.ROOT)),
                true);
    }
}
