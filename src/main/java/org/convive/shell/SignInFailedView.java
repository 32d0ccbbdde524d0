package org.convive.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.convive.uikit.PageHeader;

/** When the identity provider's answer could not be accepted: mostly an address that was never verified. */
@Route("sign-in-failed")
@AnonymousAllowed
class SignInFailedView extends Div implements HasDynamicTitle {
    SignInFailedView() {
        addClassNames("cv-page", "cv-quiet-page");
        Anchor again = new Anchor("home", getTranslation("shell.sign-in-again"));
        again.addClassNames("cv-btn", "cv-primary");
        again.getElement().setAttribute("router-ignore", true);
        add(new PageHeader(getTranslation("shell.sign-in-failed"), getTranslation("shell.sign-in-failed.sentence"))
                .action(again));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.sign-in-failed") + " · Convive";
    }
}
