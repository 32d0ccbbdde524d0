package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Faces;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.RoundTable;
import org.convive.uikit.Status;

/** The next meeting, large: the table, who comes, and your answer. */
@org.springframework.stereotype.Component
class NextMeeting implements TodaySection {
    private final MeetingService meetings;
    private final MeetingQueries queries;
    private final Clock clock;

    NextMeeting(MeetingService meetings, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.HERO;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        return Optional.of(queries.nextFor(actor, 1).stream()
                .findFirst()
                .<Component>map(card -> new Hero(meetings, queries, actor, card, clock.instant()))
                .orElseGet(() -> nothingYet(actor)));
    }

    private static Component nothingYet(Actor actor) {
        return Pane.of(new EmptyState(
                text("meetings.next.none"),
                text("meetings.next.none.sentence"),
                Links.primary("c/" + actor.slug() + "/meetings/new", text("meetings.propose"), CvIcon.PLUS)));
    }

    /** The pane itself; after an answer it shows the table anew and leaves the answer where it is. */
    @StyleSheet("convive/meetings.css")
    static final class Hero extends Pane {
        private final transient Actor actor;
        private final transient Wording wording;
        private final transient Instant now;
        private final Div table = new Div();
        private final Div company = new Div();

        Hero(MeetingService meetings, MeetingQueries queries, Actor actor, MeetingCard card, Instant now) {
            this.actor = actor;
            this.wording = new Wording(actor);
            this.now = now;
            addClassName("cv-hero");
            table.addClassName("cv-hero-table");
            company.addClassName("cv-hero-company");
            Div words = new Div(head(card), facts(card), company);
            words.addClassName("cv-hero-words");
            if (card.takesAnswers(now)) {
                var control = new AnswerControl(meetings, actor, card, () -> show(queries.card(actor, card.id())));
                words.add(control.rsvp());
            }
            Div body = new Div(words, table);
            body.addClassName("cv-hero-body");
            add(body);
            show(card);
        }

        private Div head(MeetingCard card) {
            Paragraph next = new Paragraph(
                    text("meetings.next.in", Wording.dates(card.zone()).relative(card.from(), now)));
            next.addClassName("cv-q");
            Div words = new Div(next, new H2(new Anchor(wording.href(card.id()), card.title())));
            Div head = new Div(DateTile.big(wording.day(card), Wording.locale()), words);
            head.addClassName("cv-hero-head");
            return head;
        }

        private Facts facts(MeetingCard card) {
            return new Facts()
                    .with(CvIcon.CLOCK, wording.when(card))
                    .with(card.where().isEmpty() ? CvIcon.LINK : CvIcon.MAP_PIN, Wording.where(card));
        }

        private void show(MeetingCard card) {
            table.removeAll();
            table.add(table(card));
            company.removeAll();
            if (card.coming() > 0) {
                Faces faces = new Faces(wording.portraits(card.faces()), 5, card.coming());
                faces.addClassName("cv-only-m");
                company.add(faces);
            }
            company.add(new Paragraph(whoComes(card)));
            MyAnswer mine = card.mine();
            if (mine != null && mine.waitingPosition() != null) {
                company.add(Status.waiting(text("meetings.waiting-position", mine.waitingPosition())));
            }
        }

        private RoundTable table(MeetingCard card) {
            MyAnswer mine = card.mine();
            boolean open = mine == null || mine.answer() != Answer.YES;
            int me = open ? -1 : Math.max(0, wording.indexOfMe(card.faces()));
            Integer capacity = card.capacity();
            return RoundTable.of(capacity, wording.portraits(card.faces()), me)
                    .say(
                            Integer.toString(card.seatsTaken()),
                            capacity == null
                                    ? text("meetings.table.coming", card.seatsTaken())
                                    : text("meetings.table.of", capacity));
        }

        private String whoComes(MeetingCard card) {
            var others = card.faces().stream()
                    .filter(comer -> !comer.person().equals(actor.person()))
                    .toList();
            int more = card.coming() - (wording.indexOfMe(card.faces()) >= 0 ? 1 : 0) - Math.min(2, others.size());
            return switch (others.size()) {
                case 0 -> text("meetings.comes.nobody");
                case 1 -> text("meetings.comes.one", others.getFirst().name());
                default ->
                    text(
                            "meetings.comes.two",
                            others.get(0).name(),
                            others.get(1).name(),
                            more);
            };
        }
    }
}
