package org.convive.meetings.ui;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.meetings.Comer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.uikit.Dates;
import org.convive.uikit.Portrait;

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
        String picture = comer.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + comer.picture();
        return new Portrait(comer.name(), comer.organisation(), picture);
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
