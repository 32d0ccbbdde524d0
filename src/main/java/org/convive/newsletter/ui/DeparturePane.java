package org.convive.newsletter.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;
import org.convive.newsletter.Publications;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** A letter is being addressed to its readers: says so, and shows how it went as soon as that is known. */
class DeparturePane extends Pane {
    private static final int TWICE_A_SECOND = 500;

    private final transient Publications publications;
    private final long issue;
    private final transient BooleanSupplier hasLeft;
    private @Nullable Registration polling;

    /** @param hasLeft whether the letter is published, as it stands then */
    DeparturePane(Publications publications, long issue, int readers, BooleanSupplier hasLeft) {
        this.publications = publications;
        this.hasLeft = hasLeft;
        this.issue = issue;
        setTitle(new H2(getTranslation("newsletter.departure")));
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("newsletter.departure"));
        Paragraph words = new Paragraph(getTranslation("newsletter.departure.sentence", readers));
        words.getElement().setAttribute("role", "status");
        add(bar, words);
    }

    private void look(UI ui) {
        if (publications.isUnderWay(issue)) {
            return;
        }
        ui.setPollInterval(-1);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        ui.refreshCurrentRoute(false);
        if (hasLeft.getAsBoolean()) {
            Toasts.say(getTranslation("newsletter.publish.done"));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> look(event.getUI()));
        UI ui = event.getUI();
        // Once the desk that this follows is gone, which stops what the page asks for.
        ui.beforeClientResponse(this, context -> ui.setPollInterval(TWICE_A_SECOND));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            event.getUI().setPollInterval(-1);
            polling.remove();
            polling = null;
        }
        super.onDetach(event);
    }
}
