package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingService;
import org.convive.meetings.desk.DeskRow;
import org.convive.meetings.desk.Question;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** Somebody at the organiser's desk: who they are, what they said and from where, and what can be done. */
final class DeskLine extends Div {
    DeskLine(
            MeetingService meetings,
            Actor actor,
            MeetingPage page,
            DeskRow row,
            List<Question> questions,
            Runnable again) {
        addClassName("cv-desk-line");
        Span name = new Span(row.name());
        name.addClassName("cv-strong");
        Span company = new Span(row.organisation());
        company.addClassName("cv-q");
        Div who = new Div(name, company);
        who.addClassNames("cv-grow", "cv-desk-who");
        if (row.outside()) {
            who.add(Badges.quiet(text("meetings.desk.outside")));
        }
        questions.stream()
                .filter(question -> row.replies().containsKey(question.id()))
                .forEach(question -> {
                    Span reply = new Span(question.words() + " " + row.replies().get(question.id()));
                    reply.addClassName("cv-q");
                    who.add(reply);
                });
        Div said = new Div(status(row));
        said.addClassName("cv-desk-said");
        if (row.guests() > 0) {
            said.add(Badges.quiet(text("meetings.with-guests", row.guests())));
        }
        Instant at = row.answeredAt();
        if (row.source() != null && at != null) {
            Span from = new Span(text("meetings.source." + row.source(), row.recordedBy()) + ", "
                    + Wording.dates(actor.zone()).dayAndTime(at));
            from.addClassName("cv-q");
            said.add(from);
        }
        Div deeds = new Div();
        deeds.addClassName("cv-poll-end");
        if (row.position() != null && !row.approved()) {
            deeds.add(Buttons.hot(text("meetings.desk.approve"), () -> {
                meetings.approve(actor, page.card().id(), row.person());
                Toasts.say(text("meetings.desk.approved", row.name()));
                again.run();
            }));
        }
        if (page.card().isDated() && !page.card().cancelled()) {
            deeds.add(Buttons.quiet(
                    text("meetings.desk.record"),
                    () -> new AnswerForDialog(meetings, actor, page.card().id(), row, again).open()));
        }
        add(who, said, deeds);
    }

    private static Status status(DeskRow row) {
        Integer position = row.position();
        if (position != null) {
            return Status.waiting(
                    row.approved()
                            ? text("meetings.desk.answer.waiting", position)
                            : text("meetings.desk.answer.unapproved"));
        }
        Answer answer = row.answer();
        if (answer == null) {
            return Status.waiting(text("meetings.desk.answer.none"));
        }
        String words = text("meetings.desk.answer." + answer);
        return switch (answer) {
            case YES -> Status.ok(words);
            case MAYBE -> Status.quiet(CvIcon.HELP, words);
            case NO -> Status.quiet(CvIcon.X, words);
            case KEEP_POSTED -> Status.quiet(CvIcon.BELL, words);
        };
    }
}
