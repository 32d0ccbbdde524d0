package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.meetings.planning.BestDate;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.Suits;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.Faces;
import org.convive.uikit.Rsvp;
import org.jspecify.annotations.Nullable;

/** One date that is asked about: its day and hours, who can, what you have then, and your answer. */
final class PollRow extends Div {
    private final long option;
    private final transient Wording wording;
    private final Div words = new Div();
    private final Div faces = new Div();
    private final Paragraph counts = new Paragraph();
    private final @Nullable Rsvp<Suits> rsvp;

    /** @param vote records an answer; null when none is taken */
    PollRow(Actor actor, DateOption option, ZoneId zone, @Nullable Consumer<Suits> vote) {
        this.option = option.id();
        this.wording = new Wording(actor);
        addClassNames("cv-poll-row");
        var day = option.from().atZone(zone).toLocalDate();
        Span hours = new Span(Wording.when(option, zone));
        hours.addClassName("cv-strong");
        words.addClassName("cv-grow");
        words.add(hours, faces, counts);
        String yours = wording.yours(option, zone);
        if (!yours.isEmpty()) {
            Paragraph mine = new Paragraph(yours);
            mine.addClassName("cv-q");
            words.addComponentAtIndex(1, mine);
        }
        around(option.around());
        add(DateTile.big(day, Wording.locale()), words);
        if (vote == null) {
            rsvp = null;
        } else {
            String when = Wording.dates(zone).dayLong(option.from()) + ", " + Wording.when(option, zone);
            rsvp = new Rsvp<>(
                    text("meetings.poll.question", when),
                    List.of(
                            new Rsvp.Option<>(Suits.YES, Rsvp.Kind.YES, text("meetings.poll.suits.YES")),
                            new Rsvp.Option<>(Suits.IF_NEEDED, Rsvp.Kind.MAYBE, text("meetings.poll.suits.IF_NEEDED")),
                            new Rsvp.Option<>(Suits.NO, Rsvp.Kind.NO, text("meetings.poll.suits.NO"))));
            rsvp.addClassName("cv-words");
            rsvp.onAnswer(vote);
            add(rsvp);
        }
        show(option, null);
    }

    /** A holiday, and what the reader has at that time. */
    private void around(DateOption.Around around) {
        if (!around.holiday().isEmpty()) {
            words.add(Badges.quiet(text("meetings.poll.holiday", around.holiday())));
        }
        around.busy()
                .forEach(entry ->
                        words.add(Badges.with(CvIcon.CALENDAR, Badges.hot(text("meetings.poll.busy", entry)))));
        if (around.elsewhere()) {
            words.add(Badges.with(CvIcon.CALENDAR, Badges.hot(text("meetings.poll.busy-elsewhere"))));
        }
    }

    long option() {
        return option;
    }

    /** The organiser's way to choose this date. */
    void choosable(Runnable choose) {
        end(Buttons.plain(text("meetings.poll.choose"), choose));
    }

    void end(Component content) {
        content.addClassName("cv-poll-end");
        add(content);
    }

    void note(String sentence) {
        words.add(new Paragraph(sentence));
    }

    /** @param best why this date is the best one; null when it is not */
    void show(DateOption now, BestDate.@Nullable Best best) {
        faces.removeAll();
        var can = now.voters().stream()
                .filter(voter -> voter.suits() == Suits.YES)
                .map(voter -> wording.portrait(voter.name(), voter.organisation(), voter.picture()))
                .toList();
        if (!can.isEmpty()) {
            faces.add(new Faces(can, 5, can.size()));
        }
        String numbers = text("meetings.poll.counts", now.count(Suits.YES), now.count(Suits.IF_NEEDED));
        if (now.capacity() != null) {
            numbers += ", " + text("meetings.poll.at-most", now.capacity());
        }
        counts.setText(best == null ? numbers : text("meetings.poll.best." + best.reason()) + " " + numbers);
        counts.setClassName("cv-q", best == null);
        counts.setClassName("cv-poll-best", best != null);
        getElement().getClassList().set("cv-is-best", best != null);
        if (rsvp != null) {
            rsvp.answered(now.mine());
        }
    }
}
