package org.convive.meetings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.meetings.Comer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.meetings.planning.DateOption;
import org.convive.uikit.Dates;
import org.convive.uikit.Portrait;
import org.jspecify.annotations.Nullable;

/** How meetings are put into words on every page. */
final class Wording {
    private final Actor actor;

    Wording(Actor actor) {
        this.actor = actor;
    }

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    static Dates dates(ZoneId zone) {
        return Dates.of(locale(), zone);
    }

    String when(MeetingCard card) {
        return withZone(card.zone(), dates(card.zone()).range(card.from(), card.to()));
    }

    /** The zone is named when it is not the cluster's own. */
    String withZone(ZoneId zone, String words) {
        return zone.equals(actor.zone()) ? words : words + " (" + zone.getId() + ")";
    }

    LocalDate day(MeetingCard card) {
        return card.from().atZone(card.zone()).toLocalDate();
    }

    static String where(MeetingCard card) {
        return card.where().isEmpty() ? text("meetings.online") : card.where();
    }

    /** "18:30, Le Creuset, 6 places left of 20". */
    String line(MeetingCard card) {
        String line = withZone(card.zone(), dates(card.zone()).time(card.from())) + ", " + where(card);
        Integer capacity = card.capacity();
        Integer free = card.seatsFree();
        return capacity == null || free == null ? line : line + ", " + text("meetings.places-left", free, capacity);
    }

    String href(MeetingId id) {
        return "c/" + actor.slug() + "/meetings/" + id;
    }

    Portrait portrait(Comer comer) {
        return portrait(comer.name(), comer.organisation(), comer.picture());
    }

    Portrait portrait(String name, String organisation, @Nullable Long picture) {
        return new Portrait(name, organisation, picture == null ? null : "c/" + actor.slug() + "/pictures/" + picture);
    }

    /** The time of a date that is asked about: hours, or the days. */
    static String when(DateOption option, ZoneId zone) {
        Dates dates = dates(zone);
        if (!option.wholeDays()) {
            return dates.hours(option.from(), option.to());
        }
        Instant last = option.to().minusSeconds(1);
        return dates.dayLong(option.from()).equals(dates.dayLong(last))
                ? text("meetings.poll.whole-day")
                : text("meetings.poll.whole-days-until", dates.dayLong(last));
    }

    /** The hours on the clocks where the reader is; empty when they are the same, or for whole days. */
    String yours(DateOption option, ZoneId zone) {
        ZoneId here = readersZone();
        if (option.wholeDays()
                || here.getRules()
                        .getOffset(option.from())
                        .equals(zone.getRules().getOffset(option.from()))) {
            return "";
        }
        Dates dates = dates(here);
        boolean sameDay = option.from()
                .atZone(here)
                .toLocalDate()
                .equals(option.from().atZone(zone).toLocalDate());
        return text(
                "meetings.poll.yours",
                sameDay ? dates.hours(option.from(), option.to()) : dates.range(option.from(), option.to()),
                here.getId());
    }

    /** The time zone of the reader's browser; the cluster's while it is not known. */
    ZoneId readersZone() {
        ExtendedClientDetails details = UI.getCurrent().getPage().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? actor.zone() : ZoneId.of(id);
        } catch (DateTimeException e) {
            return actor.zone();
        }
    }

    List<Portrait> portraits(List<Comer> comers) {
        return comers.stream().map(this::portrait).toList();
    }

    /** The reader's place among the faces, or -1. */
    int indexOfMe(List<Comer> comers) {
        for (int i = 0; i < comers.size(); i++) {
            if (comers.get(i).person().equals(actor.person())) {
                return i;
            }
        }
        return -1;
    }
}
