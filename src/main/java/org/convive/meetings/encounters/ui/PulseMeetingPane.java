package org.convive.meetings.encounters.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.Comer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.encounters.Pulse;
import org.convive.meetings.ui.MeetingPane;
import org.convive.shared.InvalidInput;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** After a meeting: one tap says how it was; two further questions for those who like. */
@org.springframework.stereotype.Component
class PulseMeetingPane implements MeetingPane {
    private final Pulse pulse;

    PulseMeetingPane(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().stage().isAfter() || !pulse.isAsked(actor, page.card().id())) {
            return Optional.empty();
        }
        return Optional.of(new Asked(pulse, actor, page.card().id(), page.answers()));
    }

    /** The pane itself. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Asked extends Pane {
        private final transient Pulse pulse;
        private final transient Actor actor;
        private final transient MeetingId meeting;
        private final transient List<Comer> others;
        private final Div body = new Div();

        Asked(Pulse pulse, Actor actor, MeetingId meeting, List<Comer> answers) {
            super(text("meetings.pulse.title"));
            this.pulse = pulse;
            this.actor = actor;
            this.meeting = meeting;
            this.others = answers.stream()
                    .filter(comer -> !comer.person().equals(actor.person()))
                    .toList();
            body.addClassName("cv-stack");
            add(body);
            fill();
        }

        private void fill() {
            body.removeAll();
            Optional<Pulse.Said> said = pulse.mine(actor, meeting);
            getElement().getClassList().set("cv-hot", said.isEmpty());
            Div deeds = new Div();
            deeds.addClassName("cv-pulse");
            deeds.getElement().setAttribute("role", "group").setAttribute("aria-label", text("meetings.pulse.title"));
            for (int how = 3; how >= 1; how--) {
                int tapped = how;
                boolean chosen = said.isPresent() && said.get().how() == how;
                var button = chosen
                        ? Buttons.primary(text("meetings.pulse.how." + how), () -> {})
                        : Buttons.plain(text("meetings.pulse.how." + how), () -> tap(tapped, said));
                button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
                deeds.add(button);
            }
            body.add(deeds);
            if (said.isEmpty()) {
                Paragraph sentence = new Paragraph(text("meetings.pulse.sentence"));
                sentence.addClassNames("cv-q", "cv-small");
                body.add(sentence);
            } else {
                Details more = new Details(text("meetings.pulse.more"), more(said.get()));
                more.setOpened(said.get().again() == null);
                body.add(more);
            }
        }

        private void tap(int how, Optional<Pulse.Said> before) {
            Pulse.Said said = before.map(former -> new Pulse.Said(how, former.again(), former.words(), former.wants()))
                    .orElseGet(() -> new Pulse.Said(how, null, "", Set.of()));
            pulse.say(actor, meeting, said);
            Toasts.undo(text("meetings.pulse.thanks"), () -> {
                before.ifPresentOrElse(former -> pulse.say(actor, meeting, former), () -> pulse.forget(actor, meeting));
                fill();
            });
            fill();
        }

        private Div more(Pulse.Said said) {
            var again = new RadioButtonGroup<Boolean>(text("meetings.pulse.again"));
            again.setItems(true, false);
            again.setItemLabelGenerator(yes -> text(yes ? "meetings.pulse.again.yes" : "meetings.pulse.again.no"));
            again.setValue(said.again());
            var wants = new MultiSelectComboBox<Comer>(text("meetings.pulse.wants"));
            wants.setItems(others);
            wants.setItemLabelGenerator(comer ->
                    comer.organisation().isEmpty() ? comer.name() : comer.name() + ", " + comer.organisation());
            wants.setValue(others.stream()
                    .filter(comer -> said.wants().contains(comer.person()))
                    .collect(Collectors.toSet()));
            wants.setWidthFull();
            TextArea words = Fields.area(text("meetings.pulse.words"), 500);
            words.setValue(said.words());
            words.setWidthFull();
            Div form = new Div(again, wants, words, Buttons.plain(text("meetings.pulse.save"), () -> {
                @Nullable Boolean yes = again.getValue();
                Set<PersonId> people =
                        wants.getValue().stream().map(Comer::person).collect(Collectors.toSet());
                try {
                    pulse.say(actor, meeting, new Pulse.Said(said.how(), yes, words.getValue(), people));
                    Toasts.say(text("meetings.pulse.thanks"));
                    fill();
                } catch (InvalidInput e) {
                    FormErrors.show(e, Map.of("wants", wants, "words", words));
                }
            }));
            form.addClassName("cv-stack");
            return form;
        }
    }
}
