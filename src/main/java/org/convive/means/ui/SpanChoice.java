package org.convive.means.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.convive.uikit.Buttons;
import org.convive.uikit.Timeline;

/** A day, a week or a month at once. */
class SpanChoice extends Div {
    SpanChoice(MeansLook look, Consumer<MeansLook> changed) {
        addClassName("cv-means-span");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("means.span"));
        for (Timeline.Span span : Timeline.Span.values()) {
            Button button = Buttons.quiet(
                    getTranslation("means.span." + span.name()), () -> changed.accept(look.withSpan(span)));
            button.getElement().setAttribute("aria-pressed", String.valueOf(span == look.span()));
            add(button);
        }
    }
}
