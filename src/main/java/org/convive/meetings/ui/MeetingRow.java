package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.Badges;
import org.convive.uikit.DateTile;
import org.convive.uikit.DayRow;
import org.convive.uikit.Faces;
import org.convive.uikit.Status;

/** A meeting in a list: its day, what it is, who comes, and the answer in one tap. */
final class MeetingRow {
    private final MeetingService meetings;
    private final MeetingQueries queries;
    private final Actor actor;
    private final Instant now;
    private final Wording wording;

    MeetingRow(MeetingService meetings, MeetingQueries queries, Actor actor, Instant now) {
        this.meetings = meetings;
        this.queries = queries;
        this.actor = actor;
        this.now = now;
        this.wording = new Wording(actor);
    }

    DayRow of(MeetingCard card) {
        Div live = new Div();
        live.addClassName("cv-meeting-live");
        var row = new DayRow(tile(card), card.title(), wording.href(card.id()), wording.line(card));
        row.line(live);
        Div faces = new Div();
        faces.addClassName("cv-meeting-faces");
        row.add(faces);
        show(card, live, faces);
        if (card.takesAnswers(now)) {
            var control =
                    new AnswerControl(meetings, actor, card, () -> show(queries.card(actor, card.id()), live, faces));
            row.end(control.rsvp().compact());
        }
        return row;
    }

    private DateTile tile(MeetingCard card) {
        return card.from().isBefore(now.plusSeconds(14 * 86_400L)) && card.to().isAfter(now)
                ? new DateTile(wording.day(card), Wording.locale())
                : DateTile.withMonth(wording.day(card), Wording.locale());
    }

    private void show(MeetingCard card, Div live, Div faces) {
        faces.removeAll();
        if (card.coming() > 0) {
            faces.add(new Faces(wording.portraits(card.faces()), 4, card.coming()));
        }
        live.removeAll();
        MyAnswer mine = card.mine();
        if (card.cancelled()) {
            live.add(Badges.bad(text("meetings.cancelled")));
        } else if (mine != null && !mine.approved()) {
            live.add(Status.waiting(text("meetings.waiting-approval")));
        } else if (mine != null && mine.waitingPosition() != null) {
            live.add(Status.waiting(text("meetings.waiting-position", mine.waitingPosition())));
        } else if (card.awaitsMe(now) && card.answerBy() != null) {
            live.add(Badges.hot(
                    text("meetings.closes", Wording.dates(card.zone()).relative(card.answerBy(), now))));
        } else if (mine != null && !card.takesAnswers(now)) {
            live.add(Status.ok(text("meetings.you-said." + mine.answer())));
        }
    }
}
