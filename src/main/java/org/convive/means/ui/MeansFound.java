package org.convive.means.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansTimeline;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all means shows, read in a constant number of statements.
 *
 * @param firstDay the first day of the strip
 * @param timeline who has what on the days that are drawn
 * @param all what the words match
 * @param shown those of the kind
 * @param window the hours asked for; one hour where the end does not follow the start
 */
record MeansFound(
        LocalDate firstDay, MeansTimeline timeline, List<Availability> all, List<Availability> shown, TimeSlot window) {

    static MeansFound read(MeansQueries queries, Actor actor, MeansSearch search, LocalDate today) {
        ZoneId zone = actor.zone();
        MeansLook look = search.look();
        LocalDate strip = search.day().isBefore(today.plusDays(DayStrip.DAYS))
                        && !search.day().isBefore(today)
                ? today
                : search.day();
        LocalDate first = look.first(search.day());
        LocalDate end = look.end(search.day());
        boolean withStrip = DayStrip.isFor(look.span());
        MeansTimeline timeline = queries.timeline(
                actor,
                start(withStrip && strip.isBefore(first) ? strip : first, zone),
                start(
                        withStrip && strip.plusDays(DayStrip.DAYS).isAfter(end) ? strip.plusDays(DayStrip.DAYS) : end,
                        zone));
        Instant from = search.start(zone);
        Instant to = search.isForward() ? search.end(zone) : from.plus(Duration.ofHours(1));
        List<Availability> all = queries.list(actor, search.text(), from, to);
        List<Availability> shown = all.stream()
                .filter(one -> search.kind() == null || one.means().kind() == search.kind())
                .toList();
        return new MeansFound(strip, timeline, all, shown, new TimeSlot(from, to));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * Nothing is shown, or somebody asked for hours in which nothing that is shown is free. Hours that the page proposed,
     * and hours when the owners are closed, are nobody's wish.
     */
    boolean isInVain(MeansSearch search) {
        if (timeline.means().isEmpty()) {
            return false;
        }
        return shown.isEmpty()
                || search.dated()
                        && search.isForward()
                        && shown.stream().anyMatch(Availability::bookable)
                        && shown.stream().noneMatch(one -> one.bookable() && one.freeUnits() > 0);
    }

    Optional<Availability> one(@Nullable MeansId id) {
        return all.stream().filter(each -> each.means().id().equals(id)).findFirst();
    }

    List<Means> means() {
        return shown.stream().map(Availability::means).toList();
    }
}
