package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import org.convive.means.PlanRefused;
import org.convive.shared.Message;
import org.convive.uikit.Toasts;

/** Says why nothing of a plan was booked: the first broken rule, or that somebody was quicker. */
final class RefusedWords {
    private RefusedWords() {}

    static void say(PlanRefused refused) {
        Message why = refused.lines().values().stream()
                .flatMap(reason -> reason.broken().values().stream())
                .findFirst()
                .orElse(Message.of("means.plan.quicker"));
        Toasts.sorry(UI.getCurrent().getTranslation(why.key(), why.args().toArray()));
    }
}
