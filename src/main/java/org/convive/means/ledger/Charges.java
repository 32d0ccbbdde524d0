package org.convive.means.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.means.MeansNotices;
import org.convive.means.NobodyCame;
import org.convive.means.ledger.LedgerRows.Entry;
import org.convive.means.telling.Crier;
import org.convive.means.use.UseSettled;
import org.convive.shared.ClusterId;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns uses, and bookings that nobody came for, into lines: in the transaction that settles them, at the price of the time
 * when it was booked, each booking once. A use that costs nothing is a line of nothing: what partners lend each other for
 * free is give and take as well.
 */
@Component
class Charges {
    private final LedgerRows rows;
    private final Tariffs tariffs;
    private final Crier crier;
    private final JdbcClient jdbc;
    private final Clock clock;

    Charges(LedgerRows rows, Tariffs tariffs, Crier crier, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.tariffs = tariffs;
        this.crier = crier;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What has to be known of the booking that is charged. */
    private record Booked(
            OrganisationId owner,
            String ownerName,
            OrganisationId user,
            String slug,
            int minutes,
            int units,
            Instant made) {}

    /** What is charged. */
    private record Charge(
            LineKind kind,
            Money price,
            int minutes,
            @Nullable BigDecimal meter,
            Tariff tariff) {}

    @EventListener
    void settled(UseSettled use) {
        Booked booked = booked(use.booking());
        Tariff tariff = tariffs.at(use.means(), booked.made());
        Money price = tariff.price(use.usedMinutes(), use.units(), use.meterUsed());
        var unused = write(
                use.cluster(),
                use.means(),
                use.booking(),
                booked,
                new Charge(LineKind.USE, price, use.usedMinutes(), use.meterUsed(), tariff));
    }

    @EventListener
    void nobodyCame(NobodyCame none) {
        Booked booked = booked(none.booking());
        Tariff tariff = tariffs.at(none.means(), booked.made());
        if (!tariff.noShow()) {
            return;
        }
        Money price = tariff.price(booked.minutes(), booked.units(), null);
        boolean written = write(
                none.cluster(),
                none.means(),
                none.booking(),
                booked,
                new Charge(LineKind.NO_SHOW, price, booked.minutes(), null, tariff));
        if (written) {
            crier.tell(
                    none.cluster(),
                    crier.voices(none.cluster(), booked.user()),
                    null,
                    MeansNotices.LEDGER,
                    Message.of("means.ledger.told.no-show", booked.ownerName(), price),
                    "c/" + booked.slug() + "/bookings/" + none.booking(),
                    notice -> notice.about("booking:" + none.booking()).once("no-show-charged:" + none.booking()));
        }
    }

    /** @return false when nothing is written: companies use what is theirs, nothing is due of who did not come, or it is there */
    private boolean write(ClusterId cluster, MeansId means, BookingId booking, Booked booked, Charge charge) {
        boolean free = charge.price().isZero();
        if (booked.owner().equals(booked.user()) || free && charge.kind() == LineKind.NO_SHOW) {
            return false;
        }
        rows.lock(cluster, booked.owner(), booked.user());
        long owed = rows.balance(
                booked.owner(), booked.user(), Account.FAVOUR, charge.price().currency());
        long most = charge.tariff().favourUpTo();
        boolean favour = free || most > 0 && Math.addExact(owed, charge.price().minor()) <= most;
        return rows.write(
                        new Entry(
                                cluster,
                                charge.kind(),
                                booked.owner(),
                                booked.user(),
                                favour ? Account.FAVOUR : Account.DUE,
                                charge.price(),
                                booking.value(),
                                means.value(),
                                null,
                                "",
                                charge.minutes(),
                                charge.meter(),
                                null,
                                "use:" + booking),
                        clock.instant())
                .isPresent();
    }

    private Booked booked(BookingId id) {
        return jdbc.sql("""
                        SELECT m.organisation_id AS owner_id, o.name AS owner_name, b.organisation_id, c.slug,
                               b.starts_at, b.ends_at, b.units, b.created_at
                        FROM booking b JOIN means m ON m.id = b.means_id JOIN organisation o ON o.id = m.organisation_id
                        JOIN cluster c ON c.id = b.cluster_id WHERE b.id = ?""")
                .param(id.value())
                .query((row, n) -> new Booked(
                        new OrganisationId(row.getLong("owner_id")),
                        row.getString("owner_name"),
                        new OrganisationId(row.getLong("organisation_id")),
                        row.getString("slug"),
                        (int) Duration.between(
                                        row.getObject("starts_at", LocalDateTime.class),
                                        row.getObject("ends_at", LocalDateTime.class))
                                .toMinutes(),
                        row.getInt("units"),
                        Utc.moment(row.getObject("created_at", LocalDateTime.class))))
                .single();
    }
}
