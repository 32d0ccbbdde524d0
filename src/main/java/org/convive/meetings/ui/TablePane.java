package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingPage;
import org.convive.uikit.Pane;
import org.convive.uikit.RoundTable;

/** The round table with who comes and the free seats. */
@org.springframework.stereotype.Component
class TablePane implements MeetingPane {
    private final Clock clock;

    TablePane(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        MeetingCard card = page.card();
        if (!card.isDated()) {
            return Optional.empty();
        }
        var wording = new Wording(actor);
        boolean open = wording.indexOfMe(card.faces()) < 0 && card.takesAnswers(clock.instant());
        Integer capacity = card.capacity();
        RoundTable round = RoundTable.of(
                        capacity,
                        wording.portraits(card.faces()),
                        open ? -1 : Math.max(0, wording.indexOfMe(card.faces())))
                .say(
                        Integer.toString(card.seatsTaken()),
                        capacity == null
                                ? text("meetings.table.coming", card.seatsTaken())
                                : text("meetings.table.of", capacity));
        Pane pane = new Pane(text("meetings.table"), round);
        pane.addClassName("cv-meeting-table");
        return Optional.of(pane);
    }
}
