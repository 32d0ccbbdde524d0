package org.convive.means.use;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.jspecify.annotations.Nullable;

/**
 * A booking and what happened with it.
 *
 * @param in when and by whom it was taken; null when not yet
 * @param given when and by whom the owner confirmed that
 * @param noShow when the slot was given back because nobody came
 * @param settled when the use was final: confirmed by both, or a few days after
 */
public record UsePage(
        BookingLine booking,
        UseRules rules,
        @Nullable Mark in,
        @Nullable Mark out,
        @Nullable Mark given,
        @Nullable Mark returned,
        @Nullable BigDecimal meterStart,
        @Nullable BigDecimal meterEnd,
        @Nullable Integer usedMinutes,
        String noteIn,
        String noteOut,
        @Nullable Instant noShow,
        @Nullable Instant settled,
        List<Photo> photos) {

    /** Who did it when. */
    public record Mark(Instant at, String name) {}

    /** A picture of the cluster taken at a handover. */
    public record Photo(Stage stage, long picture) {}

    private boolean stands() {
        return booking.status() == BookingStatus.CONFIRMED && !booking.blackout();
    }

    /** From a quarter of an hour before the start until the end. */
    public boolean mayCheckIn(Actor actor, Instant now) {
        return stands()
                && rules.checkIn()
                && in == null
                && isOfBooker(actor)
                && !now.isBefore(booking.from().minus(UseService.EARLY))
                && now.isBefore(booking.to());
    }

    public boolean mayCheckOut(Actor actor) {
        return stands() && in != null && out == null && isOfBooker(actor);
    }

    /** The owner's side of what the booker said. */
    public boolean mayConfirm(Actor actor, Stage stage) {
        return rules.ownerConfirms()
                && isOfOwner(actor)
                && (stage == Stage.IN ? in != null && given == null : out != null && returned == null);
    }

    public boolean isOfBooker(Actor actor) {
        return booking.isOf(actor) || booking.organisation().equals(actor.organisation()) || actor.isAnimator();
    }

    public boolean isOfOwner(Actor actor) {
        return booking.owner().equals(actor.organisation()) || actor.isAnimator();
    }
}
