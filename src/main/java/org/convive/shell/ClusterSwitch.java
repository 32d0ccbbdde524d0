package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Membership;
import org.convive.uikit.CvIcon;

/** Says in which cluster one is and leads to the others. */
class ClusterSwitch extends Composite<MenuBar> {
    ClusterSwitch(Actor actor, List<Membership> memberships) {
        MenuBar bar = getContent();
        bar.addClassName("cv-cluster-bar");
        bar.addThemeName("tertiary");
        MenuItem item = bar.addItem(face(actor));
        item.addClassName("cv-cluster-item");
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

    private Div face(Actor actor) {
        Span mark = new Span(CvIcon.GEM.create());
        mark.addClassName("cv-cm");
        Span name = new Span(actor.clusterName());
        name.addClassName("cv-cluster-name");
        Span as = new Span(getTranslation("shell.role." + actor.role().name().toLowerCase(java.util.Locale.ROOT)));
        as.addClassName("cv-cluster-as");
        Div words = new Div(name, as);
        words.addClassName("cv-cluster-words");
        Div face = new Div(mark, words, CvIcon.CHEVRONS_UP_DOWN.create("cv-ic-s"));
        face.addClassName("cv-cluster");
        return face;
    }
}
