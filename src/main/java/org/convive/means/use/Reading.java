package org.convive.means.use;

import java.math.BigDecimal;
import java.util.List;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says when taking or giving back.
 *
 * @param meter what the meter shows; null when it has none
 * @param usedMinutes how long it was used, at check-out; null for the time since check-in. Where the owner does not confirm it,
 *     at least the time that it was out within the booking
 * @param photos numbers of pictures of the cluster
 */
public record Reading(@Nullable BigDecimal meter, @Nullable Integer usedMinutes, String note, List<Long> photos) {
    static final int MOST_PHOTOS = 8;
    private static final BigDecimal MOST = new BigDecimal("99999999999");

    /** Nothing to add. */
    public static Reading plain() {
        return new Reading(null, null, "", List.of());
    }

    void require(UseRules rules, @Nullable BigDecimal before) {
        BigDecimal shown = meter;
        InvalidInput.check()
                .atMost(note, 500, "note")
                .that(photos.size() <= MOST_PHOTOS, "photos", Message.of("means.use.error.photos", MOST_PHOTOS))
                .that(
                        rules.meter() == Meter.NONE || shown != null,
                        "meter",
                        Message.of("means.use.error.meter-missing"))
                .that(
                        shown == null || shown.signum() >= 0 && shown.compareTo(MOST) < 0,
                        "meter",
                        Message.of("means.use.error.meter"))
                .that(
                        shown == null || before == null || shown.compareTo(before) >= 0,
                        "meter",
                        Message.of("means.use.error.meter-back"))
                .that(
                        usedMinutes == null || usedMinutes >= 0 && usedMinutes <= 60 * 24 * 62,
                        "usedMinutes",
                        Message.of("means.use.error.used"))
                .orThrow();
    }
}
