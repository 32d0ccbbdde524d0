package org.convive.means.use;

import java.time.Instant;
import java.util.List;
import org.convive.means.Alternative;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.MeansId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * Damage as its page shows it.
 *
 * @param blocked whether the unit is out of use because of it
 * @param released when the owner said it works again; null when not yet
 */
public record Damage(
        long id,
        MeansId means,
        String meansName,
        OrganisationId owner,
        long unit,
        String unitName,
        String words,
        PersonId reporterId,
        String reporter,
        Instant reported,
        @Nullable BookingId block,
        @Nullable Instant released,
        String releaser,
        String releaseWords,
        List<Long> photos) {

    public boolean blocked() {
        return block != null && released == null;
    }

    public boolean open() {
        return released == null;
    }

    /**
     * A booking that stands on the damaged unit.
     *
     * @param otherUnit whether another unit of the means is free all the time
     * @param otherMeans those that can do the same, lend to the booker's company and are free all the time
     * @param otherTimes the nearest times at which the means, or one of the others, is free
     * @param offer what the owner offered instead; null for nothing yet
     */
    public record Hit(
            BookingLine booking,
            boolean otherUnit,
            List<Other> otherMeans,
            List<Alternative> otherTimes,
            @Nullable Offer offer) {}

    /** Another means. */
    public record Other(MeansId means, String name, String ownerName) {}

    /** What the owner of the damaged unit offers instead: a means at a time. It is not kept for anybody. */
    public record Offer(MeansId means, String name, String ownerName, TimeSlot time) {}
}
