package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.MeansDraft.UnitDraft;

/** What tests of this module share: drafts of means and times in days to come. */
public final class MeansWorld {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private MeansWorld() {}

    public static MeansDraft draft(String name, String... units) {
        return draft(name, BookingRules.lenient(PARIS), List.of("3D scanner"), units);
    }

    public static MeansDraft draft(String name, BookingRules rules, List<String> capabilities, String... units) {
        return new MeansDraft(
                MeansKind.TEST_BENCH,
                name,
                "",
                "Martreville",
                "€45 an hour",
                null,
                capabilities,
                Arrays.stream(units).map(UnitDraft::named).toList(),
                rules);
    }

    /** So many days from now at that hour in Paris. */
    public static Instant in(int days, int hour) {
        return LocalDate.now(PARIS)
                .plusDays(days)
                .atTime(LocalTime.of(hour, 0))
                .atZone(PARIS)
                .toInstant();
    }

    public static BookingRequest request(MeansId means, Instant from, int hours) {
        return request(means, from, hours, 1, null);
    }

    public static BookingRequest request(
            MeansId means, Instant from, int hours, int units, @org.jspecify.annotations.Nullable String key) {
        return new BookingRequest(means, from, from.plus(Duration.ofHours(hours)), units, "Line review", key);
    }

    public static MeansId share(MeansService means, Actor owner, MeansDraft draft) {
        return means.share(owner, owner.requireOrganisation(), draft);
    }
}
