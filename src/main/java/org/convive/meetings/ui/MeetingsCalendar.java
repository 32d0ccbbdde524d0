package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.ui.MeetingsAddress.View;
import org.convive.uikit.CalendarView;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;

/** Meetings in a month or a week, with the ways to the one before and the one after. */
final class MeetingsCalendar extends Div {
    private final transient Actor actor;
    private final transient MeetingsAddress address;
    private final transient Instant now;

    MeetingsCalendar(Actor actor, MeetingQueries queries, MeetingsAddress address, Instant now) {
        this.actor = actor;
        this.address = address;
        this.now = now;
        addClassName("cv-stack");
        add(head(), calendar(queries));
    }

    private boolean isMonth() {
        return address.view() == View.MONTH;
    }

    private Div head() {
        LocalDate day = address.date();
        H2 name = new H2(
                isMonth()
                        ? Dates.month(day, Wording.locale())
                        : text("meetings.week-of", Dates.date(day.with(DayOfWeek.MONDAY), Wording.locale())));
        Div head = new Div(
                step(isMonth() ? day.minusMonths(1) : day.minusWeeks(1), "earlier", CvIcon.CHEVRON_LEFT),
                name,
                step(isMonth() ? day.plusMonths(1) : day.plusWeeks(1), "later", CvIcon.CHEVRON_RIGHT));
        LocalDate today = now.atZone(actor.zone()).toLocalDate();
        if (!day.equals(today)) {
            head.add(Links.to(href(today), text("meetings.today")));
        }
        head.addClassName("cv-meeting-month");
        return head;
    }

    private String href(LocalDate day) {
        return "c/" + actor.slug() + "/meetings?" + address.with(day).query();
    }

    private Anchor step(LocalDate day, String label, CvIcon icon) {
        Anchor step = Links.button(href(day), "", icon);
        step.getElement().setAttribute("aria-label", text("meetings." + label));
        return step;
    }

    private CalendarView calendar(MeetingQueries queries) {
        var calendar = new CalendarView();
        calendar.addClassName("cv-meeting-calendar");
        calendar.setMode(isMonth() ? CalendarView.Mode.MONTH : CalendarView.Mode.WEEK);
        calendar.setDate(address.date());
        LocalDate first = (isMonth() ? address.date().withDayOfMonth(1) : address.date()).minusDays(7);
        calendar.setEntries(
                queries
                        .between(
                                actor, midnight(first), midnight(first.plusDays(isMonth() ? 46 : 15)), address.filter())
                        .stream()
                        .map(this::entry)
                        .toList());
        calendar.onEntry(e -> UI.getCurrent().navigate("c/" + actor.slug() + "/meetings/" + e.entry()));
        return calendar;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(actor.zone()).toInstant();
    }

    private CalendarView.Entry entry(MeetingCard card) {
        CalendarView.Kind kind = card.cancelled()
                ? CalendarView.Kind.CANCELLED
                : card.awaitsMe(now)
                        ? CalendarView.Kind.OPEN
                        : card.mine() == null ? CalendarView.Kind.QUIET : CalendarView.Kind.MINE;
        return new CalendarView.Entry(
                card.id().toString(),
                card.title(),
                Wording.where(card),
                card.from().atZone(actor.zone()).toLocalDateTime(),
                card.to().atZone(actor.zone()).toLocalDateTime(),
                false,
                kind);
    }
}
