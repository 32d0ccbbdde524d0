package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Questions;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** What the organiser asks of those who come; each answer is kept when the field is left. */
@org.springframework.stereotype.Component
class QuestionsPane implements MeetingPane {
    private final Questions questions;
    private final Clock clock;

    QuestionsPane(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        MeetingCard card = page.card();
        MeetingCard.MyAnswer mine = card.mine();
        boolean comes = mine != null && (mine.answer() == Answer.YES || mine.answer() == Answer.MAYBE);
        if (!comes || !card.isDated() || card.cancelled() || card.isOver(clock.instant())) {
            return Optional.empty();
        }
        List<Question> asked = questions.of(actor, card.id());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Pane pane = new Pane(text("meetings.question.pane"));
        asked.forEach(question -> pane.add(field(actor, page, question)));
        return Optional.of(pane);
    }

    private Component field(Actor actor, MeetingPage page, Question question) {
        String mine = Objects.requireNonNullElse(question.mine(), "");
        if (question.kind() == Question.Kind.CHOICE) {
            var choice = new RadioButtonGroup<String>(question.words());
            choice.setItems(question.choices());
            if (question.choices().contains(mine)) {
                choice.setValue(mine);
            }
            choice.addValueChangeListener(e -> {
                if (e.isFromClient() && e.getValue() != null) {
                    questions.reply(actor, page.card().id(), question.id(), e.getValue(), false);
                    Toasts.say(text("meetings.question.saved"));
                }
            });
            return choice;
        }
        TextField words = Fields.text(question.words(), 500);
        words.setWidthFull();
        words.setValue(mine);
        if (question.kind() == Question.Kind.TEXT) {
            words.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    keep(actor, page, question, words, false);
                }
            });
            return words;
        }
        var consent = new Checkbox(text("meetings.question.consent"), !mine.isEmpty());
        words.addValueChangeListener(e -> {
            if (e.isFromClient() && (consent.getValue() || words.getValue().isBlank())) {
                keep(actor, page, question, words, consent.getValue());
            }
        });
        consent.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                if (!e.getValue()) {
                    words.clear();
                }
                keep(actor, page, question, words, e.getValue());
            }
        });
        Div both = new Div(words, consent);
        both.addClassName("cv-stack");
        return both;
    }

    private void keep(Actor actor, MeetingPage page, Question question, TextField words, boolean consent) {
        try {
            questions.reply(actor, page.card().id(), question.id(), words.getValue(), consent);
            Toasts.say(text("meetings.question.saved"));
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("question." + question.id(), words));
        }
    }
}
