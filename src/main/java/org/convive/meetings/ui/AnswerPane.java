package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;

/** Your answer, who comes with you, and your place on the waiting list. */
final class AnswerPane extends Pane {
    private static final int MAX_GUESTS = 5;

    private final transient Instant now;
    private final IntegerField guests = new IntegerField();
    private final Div guestsRow = new Div();
    private final Div state = new Div();

    /** @param refresh gives the meeting anew after an answer, having shown it elsewhere on the page */
    AnswerPane(
            MeetingService meetings,
            MeetingQueries queries,
            Actor actor,
            MeetingCard card,
            Instant now,
            Runnable refresh) {
        super(text("meetings.answer.title"));
        this.now = now;
        addClassName("cv-meeting-answer");
        setVisible(!card.isOver(now));
        add(state);
        if (card.takesAnswers(now) || mayStillDecline(card)) {
            var control = new AnswerControl(meetings, actor, card, () -> {
                show(queries.card(actor, card.id()));
                refresh.run();
            });
            add(control.rsvp().wide());
            guests(control);
        }
        show(card);
    }

    /** After the deadline, whoever comes may still say that they cannot. */
    private boolean mayStillDecline(MeetingCard card) {
        MyAnswer mine = card.mine();
        return mine != null && mine.answer() == Answer.YES && !card.cancelled() && now.isBefore(card.from());
    }

    private void guests(AnswerControl control) {
        guests.setStepButtonsVisible(true);
        guests.setMin(0);
        guests.setMax(MAX_GUESTS);
        guests.setAriaLabel(text("meetings.guests"));
        guests.addClassName("cv-meeting-guests");
        guests.addValueChangeListener(e -> {
            Integer number = e.getValue();
            if (e.isFromClient() && number != null && number >= 0 && number <= MAX_GUESTS) {
                control.answer(Answer.YES, number);
            }
        });
        guestsRow.add(new Span(text("meetings.guests")), guests);
        guestsRow.addClassNames("cv-row", "cv-between");
        add(guestsRow);
    }

    private void show(MeetingCard card) {
        MyAnswer mine = card.mine();
        guestsRow.setVisible(mine != null && mine.answer() == Answer.YES);
        guests.setValue(mine == null ? 0 : mine.guests());
        state.removeAll();
        state.add(stateOf(card));
        getElement().getClassList().set("cv-hot", card.awaitsMe(now));
        getElement().getClassList().set("cv-cut", mine != null);
    }

    private com.vaadin.flow.component.Component stateOf(MeetingCard card) {
        MyAnswer mine = card.mine();
        if (card.cancelled()) {
            return Status.bad(text("meetings.error.cancelled"));
        }
        if (!now.isBefore(card.from())) {
            return quiet(text("meetings.error.started"));
        }
        if (mine != null && !mine.approved()) {
            return Status.waiting(text("meetings.waiting-approval"));
        }
        if (mine != null && mine.waitingPosition() != null) {
            return Status.waiting(text("meetings.waiting-position", mine.waitingPosition()));
        }
        Instant closes = card.answerBy();
        if (closes != null && !card.takesAnswers(now)) {
            return quiet(
                    text("meetings.error.closed", Wording.dates(card.zone()).dayAndTime(closes)));
        }
        if (mine != null) {
            return Status.ok(text("meetings.saved"));
        }
        if (card.isFull()) {
            return Status.waiting(text("meetings.full"));
        }
        return closes == null
                ? quiet(text("meetings.answer.sentence"))
                : Status.waiting(
                        text("meetings.answer.by", Wording.dates(card.zone()).dayAndTime(closes)));
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
