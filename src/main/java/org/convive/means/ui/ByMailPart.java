package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundItem;
import org.convive.calendar.ui.InboundPane;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;

/** What was written by mail about a booking: for its company, the owner and the animators. */
@org.springframework.stereotype.Component
class ByMailPart implements MeansPart {
    private static final int ORDER = 40;
    private static final char KIND = 'b';

    private final InboundAnswers answers;
    private final Clock clock;

    ByMailPart(InboundAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Component> ofBooking(Actor actor, BookingLine booking, Runnable changed) {
        List<InboundItem> items = answers.about(actor, KIND, booking.id().value());
        return items.isEmpty() ? List.of() : List.of(new InboundPane(answers, actor, items, clock.instant()));
    }
}
