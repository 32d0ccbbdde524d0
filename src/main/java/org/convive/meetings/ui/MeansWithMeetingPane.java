package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.convive.means.MeansQueries;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.means.MeetingMeans;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;

/** The shared means that are booked with the meeting; whoever may change it books more. */
@org.springframework.stereotype.Component
class MeansWithMeetingPane implements MeetingPane {
    private final MeetingMeans meetingMeans;
    private final MeansQueries means;
    private final Clock clock;

    MeansWithMeetingPane(MeetingMeans meetingMeans, MeansQueries means, Clock clock) {
        this.meetingMeans = meetingMeans;
        this.means = means;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated()) {
            return Optional.empty();
        }
        List<BookingLine> lines = meetingMeans.lines(actor, page.card().id());
        boolean books = page.mayChange()
                && actor.organisation() != null
                && !page.card().cancelled()
                && !page.card().isOver(clock.instant());
        if (lines.isEmpty() && !books) {
            return Optional.empty();
        }
        Pane pane = new Pane(text("meetings.means"));
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(text("meetings.means.none"));
            none.addClassName("cv-q");
            pane.add(none);
        } else {
            var list = new UnorderedList();
            list.addClassName("cv-meeting-people");
            lines.forEach(line -> list.add(row(actor, line)));
            pane.add(list);
        }
        if (books) {
            pane.add(Buttons.plain(
                    text("meetings.means.book"),
                    CvIcon.PLUS,
                    () -> new MeansDialog(meetingMeans, means, actor, page, lines, reload).open()));
        }
        return Optional.of(pane);
    }

    private static ListItem row(Actor actor, BookingLine line) {
        Anchor name = new Anchor("c/" + actor.slug() + "/bookings/" + line.id(), line.meansName());
        name.addClassNames("cv-link", "cv-grow");
        return new ListItem(
                name,
                line.status() == BookingStatus.CONFIRMED
                        ? Status.ok(text("meetings.means.confirmed"))
                        : Status.waiting(text("meetings.means.asked", line.ownerName())));
    }
}
