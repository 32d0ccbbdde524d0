package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;

/** Typed text kept in the browser until it is saved. Keys name the cluster and the thing: {@code meeting:7:description}. */
@JsModule("./components/cv-draft.ts")
public final class Draft {
    private Draft() {}

    /** Watches a field; a text kept earlier is offered again when the field is still empty or unchanged. */
    public static void keep(Component field, String key) {
        field.getElement().setAttribute("data-draft", key);
        field.addAttachListener(
                event -> field.getElement().executeJs("window.cvDraft && window.cvDraft.watch(this, $0)", key));
    }

    /** The thing was saved: nothing is left to keep under keys that begin so. */
    public static void forget(String keyPrefix) {
        UI.getCurrent().getPage().executeJs("window.cvDraft && window.cvDraft.forget($0)", keyPrefix);
    }
}
