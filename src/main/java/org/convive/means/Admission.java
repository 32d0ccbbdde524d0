package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether this person may book this means for this company, beyond the rules of time. */
@Component
class Admission {
    /** So long a booking that was given back by mistake is taken again as if it had stood. */
    private static final Duration SLIP = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Admission(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws InvalidInput with every broken rule beside its field */
    void require(Actor actor, OrganisationId company, Bookable means, BookingRequest request) {
        requireUnits(means, request.units());
        Long unit = request.unit();
        Lending lending = means.lending();
        InvalidInput.check()
                .that(
                        unit == null || request.units() == 1 && means.units().contains(unit),
                        "units",
                        Message.of("means.error.no-unit"))
                .that(lending.mayBook(company, means.owner()), "means", Message.of("means.error.not-for-you"))
                .that(!request.hold() || !lending.holdFor().isZero(), "hold", Message.of("means.error.no-holds"))
                .that(
                        request.hold() || acceptsTerms(means, request.acceptedTerms()),
                        "terms",
                        Message.of("means.error.terms"))
                .that(
                        isCertified(actor.person(), company, means, request.to()),
                        "certificate",
                        Message.of("means.error.certificate", lending.certificate()))
                .orThrow();
        means.rules().require(request.from(), request.to(), clock.instant());
    }

    /**
     * Whether the one who booked could have it then, too. Whom the owner lends to is the owner's word: they are not asked.
     */
    void requireStill(Actor actor, BookingLine booking, Bookable means, Instant to) {
        if (booking.blackout() || actor.maySpeakFor(means.owner())) {
            return;
        }
        Lending lending = means.lending();
        InvalidInput.check()
                .that(
                        lending.mayBook(booking.organisation(), means.owner()),
                        "means",
                        Message.of("means.error.not-for-you"))
                .that(
                        isCertified(booking.person(), booking.organisation(), means, to),
                        "certificate",
                        Message.of("means.error.certificate", lending.certificate()))
                .orThrow();
    }

    /** What was given back is taken again as if it were booked now; a slip is undone by the rules of when it stood. */
    void requireAgain(Actor actor, BookingLine booking, Bookable means) {
        requireUnits(means, booking.units());
        requireStill(actor, booking, means, booking.to());
        if (booking.blackout() || actor.maySpeakFor(means.owner())) {
            return;
        }
        InvalidInput.check()
                .that(acceptsTerms(means, booking.terms()), "terms", Message.of("means.error.terms-new"))
                .orThrow();
        Instant now = clock.instant();
        Instant asIf = now;
        if (booking.changed().plus(SLIP).isAfter(now)) {
            Instant inTime = booking.from().minus(means.rules().notice());
            asIf = inTime.isBefore(now) ? inTime : now;
        }
        means.rules().require(booking.from(), booking.to(), asIf);
    }

    /** The side that gave a booking back may take it again: the booker's company, or the owner. */
    boolean mayTakeAgain(Actor actor, BookingLine booking) {
        if (!booking.mayChange(actor) || booking.blackout() || actor.isAnimator()) {
            return booking.mayChange(actor);
        }
        boolean ofBooker = booking.organisation().equals(actor.organisation());
        return jdbc
                .query(
                        """
                        SELECT e.person_id, m.organisation_id FROM booking_event e
                        LEFT JOIN membership m ON m.person_id = e.person_id AND m.cluster_id = e.cluster_id
                        WHERE e.booking_id = ? AND e.cluster_id = ? AND e.deed = 'CANCELLED'
                        ORDER BY e.id DESC LIMIT 1""",
                        (row, n) -> row.getObject("person_id") == null
                                || ofBooker
                                        == (row.getLong("organisation_id")
                                                == booking.organisation().value()),
                        booking.id().value(),
                        actor.cluster().value())
                .stream()
                .allMatch(Boolean::booleanValue);
    }

    /** Whether it was a tentative hold when it was given back. */
    boolean wasHeld(BookingLine booking) {
        return jdbc.queryForList("""
                        SELECT deed FROM booking_event WHERE booking_id = ? AND deed IN
                            ('BOOKED', 'HELD', 'OFFERED', 'REQUESTED', 'CONFIRMED', 'APPROVED', 'PROPOSED', 'ACCEPTED')
                        ORDER BY id DESC LIMIT 1""", String.class, booking.id().value()).stream()
                .anyMatch(deed -> deed.equals("HELD") || deed.equals("OFFERED"));
    }

    static boolean acceptsTerms(Bookable means, @Nullable Long accepted) {
        return !means.termsAsked() || accepted != null && accepted.equals(means.terms());
    }

    static void requireUnits(Bookable means, int units) {
        InvalidInput.check()
                .that(!means.withdrawn(), "means", Message.of("means.error.withdrawn"))
                .that(units >= 1, "units", Message.of("means.error.no-unit"))
                .that(
                        units <= means.units().size(),
                        "units",
                        Message.of("means.error.too-many-units", means.units().size()))
                .orThrow();
    }

    /** The owner's own people need no certificate. */
    private boolean isCertified(PersonId person, OrganisationId company, Bookable means, Instant until) {
        String label = means.lending().certificate();
        if (label.isBlank() || company.equals(means.owner())) {
            return true;
        }
        LocalDate last = until.atZone(means.rules().zone()).toLocalDate();
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                SELECT EXISTS (SELECT 1 FROM means_certificate
                               WHERE organisation_id = ? AND label = ? AND person_id = ? AND valid_until >= ?)""", Boolean.class, means.owner().value(), label, person.value(), last));
    }

    /**
     * Under the means' lock, before the booking is written: what the company has booked this quarter and would have with
     * this one.
     *
     * @param except a booking that is moved and not counted
     * @throws InvalidInput when that is more than one company may have
     */
    void requireQuota(Bookable means, OrganisationId company, BookingRequest request, long except) {
        Duration quota = means.lending().quota();
        if (quota == null || company.equals(means.owner())) {
            return;
        }
        Duration used = used(means, company, request.from(), except);
        if (used.plus(asked(request)).compareTo(quota) > 0) {
            throw new InvalidInput(
                    Map.of("to", Message.of("means.error.quota", quota.toHours(), used.toMinutes() / 60)));
        }
    }

    /** As {@link #requireQuota}, for what nobody is at the keyboard for. */
    boolean isWithinQuota(Bookable means, OrganisationId company, BookingRequest request) {
        Duration quota = means.lending().quota();
        return quota == null
                || company.equals(means.owner())
                || used(means, company, request.from(), 0).plus(asked(request)).compareTo(quota) <= 0;
    }

    private static Duration asked(BookingRequest request) {
        return Duration.between(request.from(), request.to()).multipliedBy(request.units());
    }

    private Duration used(Bookable means, OrganisationId company, Instant in, long except) {
        ZoneId zone = means.rules().zone();
        LocalDate first = Quarter.of(in.atZone(zone).toLocalDate());
        Long minutes = jdbc.queryForObject(
                """
                SELECT COALESCE(SUM(TIMESTAMPDIFF(MINUTE, starts_at, ends_at) * units), 0) FROM booking
                WHERE means_id = ? AND organisation_id = ? AND kind = 'BOOKING' AND id <> ?
                  AND status IN ('HELD', 'PENDING', 'PROPOSED', 'CONFIRMED')
                  AND ends_at > ? AND starts_at >= ? AND starts_at < ?""",
                Long.class,
                means.means().value(),
                company.value(),
                except,
                Utc.column(Quarter.start(first, zone)),
                Utc.column(Quarter.start(first, zone)),
                Utc.column(Quarter.start(first.plusMonths(3), zone)));
        return Duration.ofMinutes(minutes == null ? 0 : minutes);
    }
}
