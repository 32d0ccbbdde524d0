package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Question.Kind;
import org.convive.meetings.desk.Questions;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What is asked of those who come. */
final class QuestionsDialog extends Dialog {
    private final transient List<Line> lines = new ArrayList<>();
    private final Div all = new Div();

    QuestionsDialog(Questions questions, Actor actor, MeetingId id, Runnable done) {
        setHeaderTitle(text("meetings.question.edit"));
        setWidth("min(680px, 100vw)");
        Paragraph sentence = new Paragraph(text("meetings.question.sentence"));
        sentence.addClassName("cv-q");
        all.addClassName("cv-stack");
        questions.of(actor, id).forEach(question -> add(new Line(question)));
        if (lines.isEmpty()) {
            add(new Line(null));
        }
        add(sentence, all, Buttons.plain(text("meetings.question.more"), CvIcon.PLUS, () -> add(new Line(null))));
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.question.deed"), () -> {
            List<Line> typed = lines.stream()
                    .filter(line -> line.known != null || !line.words.getValue().isBlank())
                    .toList();
            try {
                questions.ask(actor, id, typed.stream().map(Line::draft).toList());
                close();
                Toasts.say(text("meetings.question.done"));
                done.run();
            } catch (InvalidInput e) {
                Map<String, HasValidationProperties> fields = new HashMap<>();
                for (int i = 0; i < typed.size(); i++) {
                    fields.put("questions." + i, typed.get(i).words);
                }
                FormErrors.show(e, fields);
            }
        }));
    }

    private void add(Line line) {
        lines.add(line);
        all.add(line);
    }

    /** One question being typed. */
    private final class Line extends Div {
        private final @Nullable Long known;
        private final TextField words = Fields.text(text("meetings.question.words"), 300);
        private final Select<Kind> kind = new Select<>();
        private final TextArea choices = Fields.area(text("meetings.question.choices"), 1_000);

        Line(@Nullable Question question) {
            addClassName("cv-question-line");
            known = question == null ? null : question.id();
            kind.setLabel(text("meetings.question.kind"));
            kind.setItems(Kind.values());
            kind.setItemLabelGenerator(one -> text("meetings.question.kind." + one));
            kind.addValueChangeListener(e -> choices.setVisible(e.getValue() == Kind.CHOICE));
            kind.setValue(question == null ? Kind.TEXT : question.kind());
            kind.setReadOnly(question != null);
            choices.setVisible(kind.getValue() == Kind.CHOICE);
            if (question != null) {
                words.setValue(question.words());
                choices.setValue(String.join("\n", question.choices()));
            }
            add(words, kind, Buttons.icon(CvIcon.X, text("meetings.question.remove"), this::away), choices);
        }

        private void away() {
            lines.remove(this);
            all.remove(this);
        }

        Question.Draft draft() {
            return new Question.Draft(
                    known,
                    kind.getValue(),
                    words.getValue(),
                    choices.getValue().lines().toList());
        }
    }
}
