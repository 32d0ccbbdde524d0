package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.List;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundItem;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.uikit.Buttons;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** For an organiser: what people wrote about one thing instead of a plain yes or no. */
public final class InboundPane extends Pane {
    private final transient InboundAnswers answers;
    private final transient Actor actor;
    private final transient Instant now;
    private final Div list = new Div();

    /** @param items not empty */
    public InboundPane(InboundAnswers answers, Actor actor, List<InboundItem> items, Instant now) {
        setTitle(new H2(getTranslation("calendar.inbound.written")));
        this.answers = answers;
        this.actor = actor;
        this.now = now;
        list.addClassName("cv-stack");
        add(list);
        items.forEach(item -> list.add(card(item)));
    }

    private InboundCard card(InboundItem item) {
        InboundCard card = new InboundCard(item, now);
        card.deeds().add(Buttons.plain(getTranslation("calendar.inbound.put-away"), () -> putAway(item, card)));
        return card;
    }

    private void putAway(InboundItem item, InboundCard card) {
        try {
            answers.putAway(actor, item.id());
            card.setVisible(false);
            Toasts.undo(getTranslation("calendar.inbound.put-away.done"), () -> {
                answers.takeBack(actor, item.id());
                card.setVisible(true);
            });
        } catch (NotFoundException e) {
            Toasts.sorry(getTranslation("calendar.inbound.gone"));
        }
    }
}
