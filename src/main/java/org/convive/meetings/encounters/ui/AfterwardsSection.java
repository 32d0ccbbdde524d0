package org.convive.meetings.encounters.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.meetings.encounters.Afterwards;
import org.convive.meetings.encounters.Introduction;
import org.convive.meetings.encounters.Introductions;
import org.convive.meetings.encounters.Pulse;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** On the first page, for a week after a meeting: how was it, and did you talk; one tap each. */
@org.springframework.stereotype.Component
class AfterwardsSection implements TodaySection {
    private static final int SHOWN = 3;

    private final Afterwards afterwards;
    private final Pulse pulse;
    private final Introductions introductions;

    AfterwardsSection(Afterwards afterwards, Pulse pulse, Introductions introductions) {
        this.afterwards = afterwards;
        this.pulse = pulse;
        this.introductions = introductions;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        List<Afterwards.Pending> pulses = afterwards.pulses(actor, SHOWN);
        List<Afterwards.Unsaid> unsaid = afterwards.introductions(actor, SHOWN);
        return pulses.isEmpty() && unsaid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(afterwards, pulse, introductions, actor, pulses, unsaid));
    }

    /** The pane: a tap takes the question away, with Undo. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Asked extends Pane {
        private final transient Afterwards afterwards;
        private final transient Pulse pulse;
        private final transient Introductions introductions;
        private final transient Actor actor;
        private final UnorderedList list = new UnorderedList();

        Asked(
                Afterwards afterwards,
                Pulse pulse,
                Introductions introductions,
                Actor actor,
                List<Afterwards.Pending> pulses,
                List<Afterwards.Unsaid> unsaid) {
            super(text("meetings.afterwards.title"));
            this.afterwards = afterwards;
            this.pulse = pulse;
            this.introductions = introductions;
            this.actor = actor;
            list.addClassNames("cv-meeting-people", "cv-divided");
            list.getElement().setAttribute("role", "list");
            add(list);
            fill(pulses, unsaid);
        }

        private void fill() {
            fill(afterwards.pulses(actor, SHOWN), afterwards.introductions(actor, SHOWN));
        }

        private void fill(List<Afterwards.Pending> pulses, List<Afterwards.Unsaid> unsaid) {
            list.removeAll();
            pulses.forEach(one -> list.add(row(one)));
            unsaid.forEach(one -> list.add(row(one)));
            getElement().getClassList().set("cv-hot", !pulses.isEmpty() || !unsaid.isEmpty());
            if (pulses.isEmpty() && unsaid.isEmpty()) {
                list.add(new ListItem(text("meetings.afterwards.none")));
            }
        }

        private ListItem row(Afterwards.Pending one) {
            Div deeds = deeds(text("meetings.afterwards.pulse", one.title()));
            for (int how = 3; how >= 1; how--) {
                int tapped = how;
                deeds.add(Buttons.plain(text("meetings.pulse.how." + how), () -> {
                    pulse.say(actor, one.meeting(), new Pulse.Said(tapped, null, "", Set.of()));
                    Toasts.undo(text("meetings.pulse.thanks"), () -> {
                        pulse.forget(actor, one.meeting());
                        fill();
                    });
                    fill();
                }));
            }
            return line(text("meetings.afterwards.pulse.short"), Say.href(actor, one.meeting()), one.title(), deeds);
        }

        private ListItem row(Afterwards.Unsaid one) {
            Div deeds = deeds(text("meetings.afterwards.talk", one.name()));
            for (Introduction.Outcome outcome : Introduction.Outcome.values()) {
                deeds.add(Buttons.plain(text("meetings.encounters.say." + outcome), () -> {
                    introductions.say(actor, one.meeting(), one.introduction(), outcome);
                    Toasts.undo(text("meetings.encounters.noted"), () -> {
                        introductions.say(actor, one.meeting(), one.introduction(), null);
                        fill();
                    });
                    fill();
                }));
            }
            return line(
                    text("meetings.afterwards.talk", one.name()), Say.href(actor, one.meeting()), one.title(), deeds);
        }

        private static ListItem line(String question, String href, String title, Div deeds) {
            Span asked = new Span(question);
            asked.addClassName("cv-strong");
            Div words = new Div(asked, Links.to(href, title), deeds);
            words.addClassName("cv-grow");
            return new ListItem(words);
        }

        private static Div deeds(String label) {
            Div deeds = new Div();
            deeds.addClassName("cv-pulse");
            deeds.getElement().setAttribute("role", "group").setAttribute("aria-label", label);
            return deeds;
        }
    }
}
