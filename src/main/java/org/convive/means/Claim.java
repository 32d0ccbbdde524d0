package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A booking that is about to be written: who wants what, and in which state it will stand.
 *
 * @param expires when that state lapses; null for one that does not
 * @param terms the version of rules and terms that it is made under
 * @param plan what it was booked together with
 */
record Claim(
        ClusterId cluster,
        PersonId person,
        OrganisationId company,
        String kind,
        BookingRequest request,
        BookingStatus status,
        @Nullable Instant expires,
        @Nullable Long terms,
        @Nullable Long plan,
        String key) {
    static final String BOOKING = "BOOKING";
    static final String BLACKOUT = "BLACKOUT";

    /** As the owner's way of lending says: held, asked, or agreed at once. */
    static Claim of(
            Actor actor, OrganisationId company, Bookable means, BookingRequest request, String key, Instant now) {
        BookingStatus status = status(means, company, request.hold());
        return new Claim(
                actor.cluster(),
                actor.person(),
                company,
                BOOKING,
                request,
                status,
                expires(means.lending(), status, request.from(), now),
                means.terms(),
                null,
                key);
    }

    static BookingStatus status(Bookable means, OrganisationId company, boolean hold) {
        if (hold) {
            return BookingStatus.HELD;
        }
        return means.lending().mustAsk(company, means.owner()) ? BookingStatus.PENDING : BookingStatus.CONFIRMED;
    }

    /** When a state lapses: after the time that the owner sets, but never after the start. */
    static @Nullable Instant expires(Lending lending, BookingStatus status, Instant from, Instant now) {
        if (!status.lapses()) {
            return null;
        }
        Duration most = status == BookingStatus.HELD ? lending.holdFor() : lending.answerWithin();
        Instant due = now.plus(most);
        return due.isAfter(from) ? from : due;
    }

    Claim in(long group) {
        return new Claim(cluster, person, company, kind, request, status, expires, terms, group, key);
    }

    Deed deed() {
        return switch (status) {
            case HELD -> Deed.HELD;
            case PENDING -> Deed.REQUESTED;
            default -> kind.equals(BLACKOUT) ? Deed.BLACKED_OUT : Deed.BOOKED;
        };
    }

    /** What is blocked: the time with its buffers; a blackout has none. */
    TimeSlot blocked(BookingRules rules) {
        return kind.equals(BLACKOUT)
                ? new TimeSlot(request.from(), request.to())
                : rules.blocked(request.from(), request.to());
    }
}
