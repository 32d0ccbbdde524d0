package org.convive.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.shared.Translations;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** Tells an animator on the page "Today" that answers by mail wait for a decision. */
@org.springframework.stereotype.Component
class InboundSection implements TodaySection {
    private final InboundAnswers answers;
    private final Translations translations;

    InboundSection(InboundAnswers answers, Translations translations) {
        this.answers = answers;
        this.translations = translations;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        int waiting = answers.waitingCount(actor);
        if (waiting == 0) {
            return Optional.empty();
        }
        var locale = UI.getCurrent().getLocale();
        Div content = new Div(
                new Paragraph(translations.text(locale, "calendar.inbound.waiting", waiting)),
                Links.button(
                        "c/" + actor.slug() + "/answers-by-mail",
                        translations.text(locale, "calendar.inbound.look"),
                        CvIcon.MAIL));
        content.addClassName("cv-stack");
        return Optional.of(new Pane(translations.text(locale, "calendar.inbound.title"), content).hot());
    }
}
