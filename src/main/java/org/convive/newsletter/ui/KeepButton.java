package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import org.convive.identity.Actor;
import org.convive.newsletter.reading.Reading;
import org.convive.uikit.CvIcon;

/** Keeps a letter for later, and says that it is kept. */
class KeepButton extends Button {
    private boolean kept;

    KeepButton(Actor actor, long issue, Reading reading, boolean kept) {
        this.kept = kept;
        addClassName("cv-nl-keep");
        addClickListener(event -> {
            this.kept = !this.kept;
            reading.keep(actor, issue, this.kept);
            show();
        });
        show();
    }

    private void show() {
        setText(getTranslation(kept ? "newsletter.bookmark.kept" : "newsletter.bookmark.keep"));
        setIcon((kept ? CvIcon.CHECK : CvIcon.BOOKMARK).create());
        getElement().setAttribute("aria-pressed", Boolean.toString(kept));
    }
}
