package org.convive.meetings.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundItem;
import org.convive.calendar.ui.InboundPane;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;

/** What people wrote by mail about the meeting: for its organiser, hosts and animators. */
@org.springframework.stereotype.Component
class ByMailPane implements MeetingPane {
    private final InboundAnswers answers;
    private final Clock clock;

    ByMailPane(InboundAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.mayChange()) {
            return Optional.empty();
        }
        List<InboundItem> items = answers.about(actor, 'm', page.card().id().value());
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new InboundPane(answers, actor, items, clock.instant()));
    }
}
