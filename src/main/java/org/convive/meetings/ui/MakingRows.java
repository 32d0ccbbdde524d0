package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.PlanningQueries.InTheMaking;
import org.convive.uikit.Badges;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Status;

/** Ideas and polls as rows: what it is, how far it has come, and what it waits for. */
final class MakingRows {
    private final Wording wording;
    private final Instant now;

    MakingRows(Actor actor, Instant now) {
        this.wording = new Wording(actor);
        this.now = now;
    }

    DayList of(List<InTheMaking> all) {
        return new DayList(all.stream().map(this::row).toList());
    }

    private DayRow row(InTheMaking one) {
        boolean idea = one.stage() == Stage.IDEA;
        String sentence = idea
                ? text("meetings.making.idea", one.organiser(), one.interested())
                : text("meetings.making.dates", one.organiser(), one.options(), one.voters());
        String href = wording.href(one.id());
        DayRow row =
                new DayRow(new IconTile(idea ? CvIcon.CIRCLE_DASHED : CvIcon.CALENDAR), one.title(), href, sentence);
        Instant until = one.until();
        if (one.awaitsMe(now) && until != null) {
            row.line(Badges.hot(
                    text("meetings.poll.closes", Wording.dates(one.zone()).relative(until, now))));
        } else if (one.answered()) {
            row.line(Status.ok(text("meetings.making.answered")));
        }
        if (!one.answered() && (idea || one.awaitsMe(now))) {
            row.end(Links.button(
                    href,
                    text(idea ? "meetings.making.say" : "meetings.making.vote"),
                    idea ? CvIcon.USERS : CvIcon.CALENDAR));
        } else {
            row.end(new Span());
        }
        return row;
    }
}
