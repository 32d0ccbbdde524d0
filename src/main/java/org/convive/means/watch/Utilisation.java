package org.convive.means.watch;

import java.time.LocalDate;
import java.util.List;
import org.convive.means.MeansId;
import org.convive.shared.OrganisationId;

/**
 * How much a means was used in each of some weeks.
 *
 * @param weeks in order of time
 */
public record Utilisation(
        MeansId means, String name, OrganisationId owner, String ownerName, int units, List<Week> weeks) {

    /**
     * One week.
     *
     * @param monday its first day
     * @param usedMinutes minutes that somebody used a unit, summed over the units: as read at the return where it is settled,
     *     as booked before
     * @param openMinutes minutes that the units could be used: open by their hours, closed days and holidays, and neither in
     *     maintenance nor damaged
     */
    public record Week(LocalDate monday, long usedMinutes, long openMinutes) {}

    public long usedMinutes() {
        return weeks.stream().mapToLong(Week::usedMinutes).sum();
    }

    public long openMinutes() {
        return weeks.stream().mapToLong(Week::openMinutes).sum();
    }

    /** Whole percents of the time it is open; use outside opening hours never makes it more than 100. */
    public int percent() {
        return percent(usedMinutes(), openMinutes());
    }

    public static int percent(long used, long open) {
        return open == 0 ? 0 : (int) Math.min(100, Math.round(100.0 * used / open));
    }
}
