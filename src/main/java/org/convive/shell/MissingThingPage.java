package org.convive.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.convive.shared.NotFoundException;

/** A thing that is not here, or not yours to see; we do not say which. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class MissingThingPage extends ErrorPage.View implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show("shell.error.404", "");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
