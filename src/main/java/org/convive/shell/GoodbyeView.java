package org.convive.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.convive.uikit.PageHeader;

/** After signing out. */
@Route("goodbye")
@AnonymousAllowed
class GoodbyeView extends Div implements HasDynamicTitle {
    GoodbyeView() {
        addClassNames("cv-page", "cv-quiet-page");
        Anchor again = new Anchor("home", getTranslation("shell.sign-in-again"));
        again.addClassNames("cv-btn", "cv-primary");
        again.getElement().setAttribute("router-ignore", true);
        add(new PageHeader(getTranslation("shell.goodbye"), getTranslation("shell.goodbye.sentence"))
                .valley(1)
                .action(again));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.goodbye") + " · Convive";
    }
}
