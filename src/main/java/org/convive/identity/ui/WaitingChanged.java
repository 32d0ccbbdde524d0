package org.convive.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** What waits for the person is more or less than it was: what counts it ({@link NavigationCount}) counts anew. */
public final class WaitingChanged extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1L;

    private WaitingChanged(UI page) {
        super(page, false);
    }

    /** To be called on a page after a deed that answers, or takes an answer back. */
    public static void tell() {
        UI page = UI.getCurrent();
        if (page != null) {
            ComponentUtil.fireEvent(page, new WaitingChanged(page));
        }
    }

    /** Counts anew for as long as the component stands on a page. */
    public static void whenTold(Component component, Runnable count) {
        component.addAttachListener(attached -> {
            Registration told = ComponentUtil.addListener(attached.getUI(), WaitingChanged.class, event -> count.run());
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                told.remove();
            });
        });
    }
}
