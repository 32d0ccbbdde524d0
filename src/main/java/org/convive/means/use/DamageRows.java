package org.convive.means.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of damage reports. */
@Component
class DamageRows {
    private static final String DAMAGE = """
            SELECT d.*, m.name AS means_name, m.organisation_id AS owner_id, u.name AS unit_name, p.name AS reporter,
                   COALESCE(r.name, '') AS releaser,
                   (SELECT GROUP_CONCAT(f.picture_id ORDER BY f.id) FROM use_photo f WHERE f.damage_id = d.id) AS photos
            FROM damage d JOIN means m ON m.id = d.means_id JOIN means_unit u ON u.id = d.unit_id
            JOIN person p ON p.id = d.person_id LEFT JOIN person r ON r.id = d.released_by
            WHERE d.cluster_id = ?\s""";

    private final JdbcClient jdbc;
    private final UseRows uses;
    private final AuditTrail audit;

    DamageRows(JdbcClient jdbc, UseRows uses, AuditTrail audit) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.audit = audit;
    }

    Optional<Long> earlier(Actor actor, DamageReport report) {
        return jdbc.sql("SELECT id FROM damage WHERE person_id = ? AND idempotency_key = ? AND means_id = ?")
                .params(
                        actor.person().value(),
                        report.idempotencyKey(),
                        report.means().value())
                .query(Long.class)
                .optional();
    }

    /** In a transaction. */
    long insert(Actor actor, DamageReport report, @Nullable BookingId block, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO damage (cluster_id, means_id, unit_id, booking_id, person_id, reported_at, words,
                                            block_id, idempotency_key)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(report.means().value())
                .param(report.unit())
                .param(report.booking() == null ? null : report.booking().value())
                .param(actor.person().value())
                .param(Utc.column(now))
                .param(report.words().strip())
                .param(block == null ? null : block.value())
                .param(report.idempotencyKey())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        uses.photos(null, id, Stage.OUT, actor, report.photos());
        audit.record(actor, "damage.reported", "means:" + report.means(), report.words());
        return id;
    }

    Optional<Damage> find(ClusterId cluster, long id) {
        return jdbc.sql(DAMAGE + "AND d.id = ?")
                .params(cluster.value(), id)
                .query(DamageRows::damage)
                .optional();
    }

    /** What was reported of a means, open ones first. */
    List<Damage> of(ClusterId cluster, MeansId means) {
        return jdbc.sql(DAMAGE + "AND d.means_id = ? ORDER BY d.released_at IS NOT NULL, d.reported_at DESC LIMIT 50")
                .params(cluster.value(), means.value())
                .query(DamageRows::damage)
                .list();
    }

    void release(Actor actor, Damage damage, String words, Instant now) {
        jdbc.sql("UPDATE damage SET released_at = ?, released_by = ?, release_words = ?"
                        + " WHERE id = ? AND released_at IS NULL")
                .params(Utc.column(now), actor.person().value(), words.strip(), damage.id())
                .update();
        audit.record(actor, "damage.released", "means:" + damage.means(), words);
    }

    /** Whether no other open report blocks the same unit. */
    boolean lastOne(Damage damage) {
        return jdbc.sql("SELECT COUNT(*) FROM damage WHERE unit_id = ? AND block_id IS NOT NULL"
                                + " AND released_at IS NULL AND id <> ?")
                        .params(damage.unit(), damage.id())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** The open damage that blocks a unit which a booking stands on. */
    Optional<Long> hitting(ClusterId cluster, BookingId booking) {
        return jdbc.sql("SELECT d.id FROM occupancy x JOIN damage d ON d.unit_id = x.unit_id"
                        + " WHERE x.booking_id = ? AND d.cluster_id = ? AND d.block_id IS NOT NULL"
                        + " AND d.released_at IS NULL ORDER BY d.id LIMIT 1")
                .params(booking.value(), cluster.value())
                .query(Long.class)
                .optional();
    }

    /** What the owner offered to those whose bookings are hit. */
    Map<BookingId, Damage.Offer> offers(long damage) {
        return jdbc
                .sql("SELECT f.booking_id, f.means_id, f.starts_at, f.ends_at, m.name, o.name AS owner_name"
                        + " FROM damage_offer f JOIN means m ON m.id = f.means_id"
                        + " JOIN organisation o ON o.id = m.organisation_id WHERE f.damage_id = ?")
                .param(damage)
                .query((row, n) -> Map.entry(
                        new BookingId(row.getLong("booking_id")),
                        new Damage.Offer(
                                new MeansId(row.getLong("means_id")),
                                row.getString("name"),
                                row.getString("owner_name"),
                                new TimeSlot(
                                        Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                                        Utc.moment(row.getObject("ends_at", LocalDateTime.class))))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Another one takes the place of a former one. */
    void offer(Actor actor, long damage, BookingId booking, MeansId means, TimeSlot time, Instant now) {
        jdbc.sql("""
                        INSERT INTO damage_offer (booking_id, cluster_id, damage_id, means_id, starts_at, ends_at, person_id,
                                                  offered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE damage_id = VALUES(damage_id), means_id = VALUES(means_id),
                            starts_at = VALUES(starts_at), ends_at = VALUES(ends_at), person_id = VALUES(person_id),
                            offered_at = VALUES(offered_at)""")
                .params(
                        booking.value(),
                        actor.cluster().value(),
                        damage,
                        means.value(),
                        Utc.column(time.from()),
                        Utc.column(time.to()),
                        actor.person().value(),
                        Utc.column(now))
                .update();
        audit.record(actor, "damage.offered", "booking:" + booking, "means:" + means);
    }

    /** @return false when there was none */
    boolean noOffer(ClusterId cluster, BookingId booking) {
        return jdbc.sql("DELETE FROM damage_offer WHERE booking_id = ? AND cluster_id = ?")
                        .params(booking.value(), cluster.value())
                        .update()
                == 1;
    }

    private static Damage damage(ResultSet row, int number) throws SQLException {
        long block = row.getLong("block_id");
        LocalDateTime released = row.getObject("released_at", LocalDateTime.class);
        String photos = row.getString("photos");
        return new Damage(
                row.getLong("id"),
                new MeansId(row.getLong("means_id")),
                row.getString("means_name"),
                new OrganisationId(row.getLong("owner_id")),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("words"),
                new PersonId(row.getLong("person_id")),
                row.getString("reporter"),
                Utc.moment(row.getObject("reported_at", LocalDateTime.class)),
                block == 0 ? null : new BookingId(block),
                released == null ? null : Utc.moment(released),
                row.getString("releaser"),
                row.getString("release_words"),
                photos == null
                        ? List.of()
                        : List.of(photos.split(",", -1)).stream()
                                .map(Long::valueOf)
                                .toList());
    }
}
