package org.convive.meetings.day.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A field to sign in with a finger or a pen; its strokes are an SVG path of straight lines in 600 by 200. */
@Tag("cv-signature")
@JsModule("./components/cv-signature.ts")
final class SignatureField extends Component {
    private String strokes = "";

    SignatureField(String label) {
        addClassName("cv-signature");
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        getElement()
                .addEventListener(
                        "signed",
                        e -> strokes =
                                e.getEventData().get("event.detail.value").asString())
                .addEventData("event.detail.value");
    }

    String strokes() {
        return strokes;
    }

    void clear() {
        strokes = "";
        getElement().callJsFunction("clear");
    }
}
