package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.ui.WaitingChanged;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingService;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Rsvp;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** One tap answers a meeting, with Undo; used on the first page, in lists and on the meeting's page. */
final class AnswerControl {
    private final MeetingService meetings;
    private final Actor actor;
    private final MeetingCard card;
    private final Runnable answered;
    private final Rsvp<Answer> rsvp;
    private @Nullable Answer shown;

    /** @param answered called after the answer, or its undoing, was recorded: show the meeting anew */
    AnswerControl(MeetingService meetings, Actor actor, MeetingCard card, Runnable answered) {
        this.meetings = meetings;
        this.actor = actor;
        this.card = card;
        this.answered = answered;
        MyAnswer mine = card.mine();
        shown = mine == null ? null : mine.answer();
        rsvp = new Rsvp<>(
                        text("meetings.answer.question", card.title()),
                        List.of(
                                new Rsvp.Option<>(Answer.YES, Rsvp.Kind.YES, text("meetings.answer.YES")),
                                new Rsvp.Option<>(Answer.MAYBE, Rsvp.Kind.MAYBE, text("meetings.answer.MAYBE")),
                                new Rsvp.Option<>(Answer.NO, Rsvp.Kind.NO, text("meetings.answer.NO")),
                                new Rsvp.Option<>(
                                        Answer.KEEP_POSTED, Rsvp.Kind.POSTED, text("meetings.answer.KEEP_POSTED"))))
                .answered(shown)
                .onAnswer(answer -> answer(answer, 0));
    }

    Rsvp<Answer> rsvp() {
        return rsvp;
    }

    /** Records an answer and offers to take it back; what cannot be is said, and the former answer shown again. */
    void answer(Answer answer, int guests) {
        try {
            MeetingService.Reply reply = meetings.answer(actor, card.id(), answer, guests);
            show(reply.answer());
            Toasts.undo(said(reply), () -> undo(reply));
            answered.run();
            WaitingChanged.tell();
        } catch (InvalidInput e) {
            refuse(e);
        }
    }

    private void undo(MeetingService.Reply reply) {
        try {
            Answer former = reply.formerAnswer();
            if (former == null) {
                meetings.withdraw(actor, card.id());
                show(null);
            } else {
                show(meetings.answer(actor, card.id(), former, reply.formerGuests())
                        .answer());
            }
            answered.run();
            WaitingChanged.tell();
        } catch (InvalidInput e) {
            refuse(e);
        }
    }

    private void refuse(InvalidInput error) {
        show(shown);
        answered.run();
        error.fields().values().stream()
                .findFirst()
                .map(AnswerControl::sentence)
                .ifPresent(Toasts::sorry);
    }

    private void show(@Nullable Answer answer) {
        shown = answer;
        rsvp.answered(answer);
    }

    private String said(MeetingService.Reply reply) {
        Integer position = reply.waitingPosition();
        if (position != null) {
            return text("meetings.said.waiting", position);
        }
        Answer answer = reply.answer();
        return answer == null ? text("meetings.said.nothing") : text("meetings.said." + answer, card.title());
    }

    private static String sentence(Message message) {
        return text(message.key(), message.args().toArray());
    }
}
