package org.convive.meetings.links;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.LinkPages.Fields;
import org.convive.identity.LinkPages.Fields.Choice;
import org.convive.meetings.MeetingId;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Questions;
import org.convive.shared.Translations;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the organiser asks of those who come, on the page behind a signed link. */
@Component
class LinkQuestions {
    private static final String QUESTION = "question.";
    private static final String CONSENT = "consent.";

    private final Questions questions;
    private final Translations texts;

    LinkQuestions(Questions questions, Translations texts) {
        this.questions = questions;
        this.texts = texts;
    }

    /**
     * Adds a field for each question, with what was typed or said before. What was said about diet is not shown here, since
     * a link may be passed on: an empty field leaves it as it was.
     */
    void addTo(Fields fields, Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        Locale locale = actor.locale();
        for (Question question : questions.of(actor, id)) {
            String name = QUESTION + question.id();
            boolean diet = question.kind() == Question.Kind.DIET;
            String known = diet ? "" : Objects.requireNonNullElse(question.mine(), "");
            String said = Objects.requireNonNullElse(typed.getFirst(name), known);
            if (question.kind() == Question.Kind.CHOICE) {
                fields.choices(
                        name,
                        question.words(),
                        question.choices().stream()
                                .map(choice -> new Choice(choice, choice, choice.equals(said)))
                                .toList());
                continue;
            }
            fields.text(name, question.words(), said, 500);
            if (diet) {
                String consent = CONSENT + question.id();
                fields.ticks(
                        consent,
                        texts.text(locale, "meetings.question.consent.title"),
                        List.of(new Choice(
                                "yes", texts.text(locale, "meetings.question.consent"), typed.containsKey(consent))));
            }
        }
    }

    /**
     * Records what the form says to the questions; what it does not hold stays as it was.
     *
     * @throws org.convive.shared.InvalidInput naming the question
     */
    void record(Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        for (Question question : questions.of(actor, id)) {
            String words = typed.getFirst(QUESTION + question.id());
            boolean kept = question.kind() == Question.Kind.DIET && words != null && words.isBlank();
            if (words != null && !kept && !words.strip().equals(Objects.requireNonNullElse(question.mine(), ""))) {
                questions.reply(actor, id, question.id(), words, typed.containsKey(CONSENT + question.id()));
            }
        }
    }
}
