package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import org.convive.uikit.Brand;
import org.convive.uikit.Links;

/** The head of the pages that anybody may read. */
class VisitorHead extends Composite<Div> {
    VisitorHead() {
        getContent().addClassName("cv-visitor-bar");
        Anchor signIn = new Anchor("home", getTranslation("shell.sign-in"));
        signIn.addClassNames("cv-btn", "cv-primary");
        signIn.getElement().setAttribute("router-ignore", true);
        Nav nav = new Nav(Links.to("clusters", getTranslation("shell.visitor.clusters")), signIn);
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.main"));
        getContent().add(new Brand("clusters"), nav);
    }
}
