package org.convive.means.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.Approvals;
import org.convive.means.BookingLine;
import org.convive.means.MeansDetail;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Markdown;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** A hold becomes a booking here, with the owner's terms where there are some. */
class HoldPane extends Pane {
    private final Checkbox accepted = new Checkbox(getTranslation("means.terms.accept"));

    HoldPane(Actor actor, BookingLine booking, MeansDetail detail, Approvals approvals, Runnable changed) {
        setTitle(new H2(getTranslation("means.hold.title")));
        hot();
        Div terms = new Div();
        terms.addClassName("cv-stack");
        if (detail.asksTerms()) {
            terms.add(new Markdown(detail.terms()), accepted);
        }
        add(
                new Paragraph(getTranslation("means.hold.sentence")),
                terms,
                Buttons.hot(getTranslation("means.hold.confirm"), () -> {
                    try {
                        approvals.confirm(actor, booking.id(), accepted.getValue() ? detail.termsId() : null);
                        Toasts.say(getTranslation("means.hold.confirmed"));
                        changed.run();
                    } catch (InvalidInput e) {
                        FormErrors.show(e, Map.of("terms", accepted));
                    }
                }));
    }
}
