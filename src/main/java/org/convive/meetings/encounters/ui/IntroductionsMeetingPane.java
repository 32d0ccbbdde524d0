package org.convive.meetings.encounters.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.encounters.Introduction;
import org.convive.meetings.encounters.Introductions;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Face;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** On the meeting's page: ask to be introduced, see to whom and why, and say afterwards what became of it. */
@org.springframework.stereotype.Component
class IntroductionsMeetingPane implements MeetingPane {
    private final Introductions introductions;
    private final DirectoryQueries directory;
    private final Clock clock;

    IntroductionsMeetingPane(Introductions introductions, DirectoryQueries directory, Clock clock) {
        this.introductions = introductions;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated() || page.card().cancelled()) {
            return Optional.empty();
        }
        MyAnswer mine = page.card().mine();
        boolean comes = mine != null && (mine.answer() == Answer.YES || mine.answer() == Answer.MAYBE);
        boolean before = clock.instant().isBefore(page.card().from());
        List<Introduction> met = introductions.mine(actor, page.card().id());
        if (met.isEmpty() && !(before && (comes || page.mayChange()))) {
            return Optional.empty();
        }
        var pane = new Meetups(
                introductions, actor, page.card().id(), before, page.card().isOver(clock.instant()));
        pane.fill(met);
        if (before && comes) {
            pane.asking(() -> directory.competences(actor).stream()
                    .map(DirectoryQueries.Competence::name)
                    .toList());
        }
        if (page.mayChange() && !page.card().isOver(clock.instant())) {
            pane.organising();
        }
        return Optional.of(pane);
    }

    /** The pane itself. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Meetups extends Pane {
        private final transient Introductions introductions;
        private final transient Actor actor;
        private final transient MeetingId meeting;
        private final boolean over;
        private final UnorderedList list = new UnorderedList();
        private final Div ask = new Div();

        Meetups(Introductions introductions, Actor actor, MeetingId meeting, boolean before, boolean over) {
            super(text(before ? "meetings.encounters.title" : "meetings.encounters.title.after"));
            this.introductions = introductions;
            this.actor = actor;
            this.meeting = meeting;
            this.over = over;
            list.addClassNames("cv-meeting-people", "cv-divided");
            list.getElement().setAttribute("role", "list");
            ask.addClassName("cv-stack");
            add(list, ask);
        }

        void fill(List<Introduction> all) {
            list.removeAll();
            list.setVisible(!all.isEmpty());
            all.forEach(one -> list.add(row(one)));
        }

        private ListItem row(Introduction one) {
            Span name = new Span(one.organisation().isEmpty() ? one.name() : one.name() + ", " + one.organisation());
            name.addClassName("cv-strong");
            Span why = new Span(reason(one));
            why.addClassName("cv-small");
            Div words = new Div(name, why);
            words.addClassName("cv-grow");
            if (!one.about().isBlank()) {
                Span about = new Span(text("meetings.papers.ask", one.about()));
                about.addClassNames("cv-q", "cv-small");
                words.add(about);
            }
            if (over) {
                words.add(outcome(one));
            }
            String picture = one.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + one.picture();
            return new ListItem(
                    new Face(new Portrait(one.name(), one.organisation(), picture), Face.Size.M).decorative(), words);
        }

        private static String reason(Introduction one) {
            String side = one.iSeek() ? ".mine" : ".theirs";
            return switch (one.reason()) {
                case "NEED" -> text("meetings.encounters.reason.NEED" + side, one.detail());
                case "WANTED" -> text("meetings.encounters.reason.WANTED" + side);
                case "COMPLEMENT" -> text("meetings.encounters.reason.COMPLEMENT", one.detail());
                case "NEAR" -> text("meetings.encounters.reason.NEAR");
                default -> text("meetings.encounters.reason.NEW");
            };
        }

        private Component outcome(Introduction one) {
            Introduction.Outcome said = one.mine();
            if (said != null) {
                return Status.ok(text("meetings.encounters.said." + said));
            }
            Div deeds = new Div();
            deeds.addClassName("cv-row");
            for (Introduction.Outcome outcome : Introduction.Outcome.values()) {
                deeds.add(Buttons.plain(text("meetings.encounters.say." + outcome), () -> say(one, outcome)));
            }
            return deeds;
        }

        private void say(Introduction one, Introduction.Outcome outcome) {
            introductions.say(actor, meeting, one.id(), outcome);
            Toasts.undo(text("meetings.encounters.noted"), () -> {
                introductions.say(actor, meeting, one.id(), null);
                fill(introductions.mine(actor, meeting));
            });
            fill(introductions.mine(actor, meeting));
        }

        void asking(java.util.function.Supplier<Collection<String>> competences) {
            ask.removeAll();
            Optional<List<String>> wish = introductions.wish(actor, meeting);
            Paragraph sentence = new Paragraph(
                    text(wish.isPresent() ? "meetings.encounters.asked" : "meetings.encounters.sentence"));
            sentence.addClassNames("cv-q", "cv-small");
            var seeks = new MultiSelectComboBox<String>(text("meetings.encounters.field.seeks"));
            seeks.setItems(competences.get());
            seeks.setHelperText(text("meetings.encounters.field.seeks.help"));
            seeks.setWidthFull();
            wish.ifPresent(known -> known.forEach(seeks::select));
            Runnable save = () -> {
                try {
                    introductions.ask(actor, meeting, seeks.getValue());
                    Toasts.undo(text("meetings.encounters.asked.done"), () -> {
                        introductions.withdraw(actor, meeting);
                        asking(competences);
                    });
                    asking(competences);
                } catch (InvalidInput e) {
                    FormErrors.show(e, Map.of("seeks", seeks));
                }
            };
            ask.add(sentence, seeks);
            if (wish.isPresent()) {
                Div deeds = new Div(
                        Buttons.plain(text("meetings.encounters.save"), save),
                        Buttons.quiet(text("meetings.encounters.withdraw"), () -> {
                            introductions.withdraw(actor, meeting);
                            Toasts.say(text("meetings.encounters.withdrawn"));
                            fill(introductions.mine(actor, meeting));
                            asking(competences);
                        }));
                deeds.addClassName("cv-row");
                ask.add(deeds);
            } else {
                ask.add(Buttons.primary(text("meetings.encounters.ask"), CvIcon.HANDSHAKE, save));
            }
        }

        void organising() {
            int asking = introductions.asking(actor, meeting);
            Paragraph count = new Paragraph(text("meetings.encounters.asking", asking));
            count.addClassNames("cv-q", "cv-small");
            Div body = new Div(count);
            body.addClassName("cv-stack");
            introductions.byItself(actor, meeting).ifPresent(at -> {
                Paragraph itself = new Paragraph(text(
                        "meetings.encounters.by-itself",
                        Dates.of(UI.getCurrent().getLocale(), actor.zone()).dayAndTime(at)));
                itself.addClassNames("cv-q", "cv-small");
                body.add(itself);
            });
            if (asking > 1) {
                body.add(Buttons.plain(
                        text("meetings.encounters.introduce"),
                        () -> Say.orSorry(() -> {
                            int made = introductions.introduce(actor, meeting);
                            Toasts.say(text("meetings.encounters.introduced", made));
                            fill(introductions.mine(actor, meeting));
                        })));
            }
            Details organise = new Details(text("meetings.encounters.organise"), body);
            organise.setOpened(asking > 1);
            add(organise);
        }
    }
}
