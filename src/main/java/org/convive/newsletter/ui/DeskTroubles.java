package org.convive.newsletter.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.convive.newsletter.Draft;
import org.convive.newsletter.writing.Merge;
import org.convive.uikit.Buttons;
import org.convive.uikit.Notice;

/** Above a draft: where two writers changed the same words, and that somebody published it meanwhile. */
class DeskTroubles extends Div {
    DeskTroubles() {
        addClassName("cv-stack");
    }

    /** @param take puts the other writer's words in place */
    void tell(Draft draft, Merge.Clash clash, Runnable take) {
        add(new ClashNotice(draft, clash, take));
    }

    void published() {
        removeAll();
        add(Notice.bad(
                new Span(getTranslation("newsletter.stale")),
                Buttons.plain(
                        getTranslation("newsletter.stale.reload"),
                        () -> UI.getCurrent().refreshCurrentRoute(false))));
    }
}
