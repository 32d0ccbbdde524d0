package org.convive.means.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingRules;
import org.convive.means.Interventions;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansNotices;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.means.telling.Crier;
import org.convive.means.use.Damage.Hit;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Damage: told by anybody of the cluster, blocks the unit at once, released by the owner alone. */
@Service
public class DamageService {
    private static final String DAMAGE = """
            SELECT d.*, m.name AS means_name, m.organisation_id AS owner_id, u.name AS unit_name, p.name AS reporter,
                   COALESCE(r.name, '') AS releaser,
                   (SELECT GROUP_CONCAT(f.picture_id ORDER BY f.id) FROM use_photo f WHERE f.damage_id = d.id) AS photos
            FROM damage d JOIN means m ON m.id = d.means_id JOIN means_unit u ON u.id = d.unit_id
            JOIN person p ON p.id = d.person_id LEFT JOIN person r ON r.id = d.released_by
            WHERE d.cluster_id = ?\s""";

    private final JdbcClient jdbc;
    private final UseRows uses;
    private final MeansQueries queries;
    private final Interventions interventions;
    private final AuditTrail audit;
    private final Crier crier;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DamageService(
            JdbcClient jdbc,
            UseRows uses,
            MeansQueries queries,
            Interventions interventions,
            AuditTrail audit,
            Crier crier,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.queries = queries;
        this.interventions = interventions;
        this.audit = audit;
        this.crier = crier;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tells of damage. When the unit cannot be used it is blocked at once; bookings that stand on it are told to those
     * concerned, who decide.
     *
     * @return the number of the report; the earlier one when it was sent before with the same key
     */
    public long report(Actor actor, DamageReport report) {
        Means means = queries.get(actor, report.means()).means();
        InvalidInput.check()
                .required(report.words(), 2_000, "words")
                .required(report.idempotencyKey(), 100, "idempotencyKey")
                .that(
                        means.units().stream().anyMatch(unit -> unit.id() == report.unit()),
                        "unit",
                        Message.of("means.use.error.unit"))
                .that(
                        report.photos().size() <= Reading.MOST_PHOTOS,
                        "photos",
                        Message.of("means.use.error.photos", Reading.MOST_PHOTOS))
                .orThrow();
        BookingId during = report.booking();
        if (during != null) {
            queries.booking(actor, during);
        }
        Optional<Long> earlier = earlier(actor, report);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        // Blocked first: should the portal stop between the two, the unit is safe and the report can be sent again.
        BookingId block = report.blocks()
                ? interventions.block(
                        actor,
                        means,
                        report.unit(),
                        report.words().strip().lines().findFirst().orElse(""))
                : null;
        long id;
        try {
            id = Objects.requireNonNull(transaction.execute(status -> insert(actor, report, block)));
        } catch (DuplicateKeyException e) {
            return earlier(actor, report).orElseThrow(() -> e);
        }
        Damage damage = damage(actor, id);
        tellOwner(actor, damage);
        hits(actor, damage).forEach(hit -> tellBooker(actor, damage, hit));
        return id;
    }

    private Optional<Long> earlier(Actor actor, DamageReport report) {
        return jdbc.sql("SELECT id FROM damage WHERE person_id = ? AND idempotency_key = ? AND means_id = ?")
                .params(
                        actor.person().value(),
                        report.idempotencyKey(),
                        report.means().value())
                .query(Long.class)
                .optional();
    }

    private long insert(Actor actor, DamageReport report, @Nullable BookingId block) {
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
                .param(Utc.column(clock.instant()))
                .param(report.words().strip())
                .param(block == null ? null : block.value())
                .param(report.idempotencyKey())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        uses.photos(null, id, Stage.OUT, actor, report.photos());
        audit.record(actor, "damage.reported", "means:" + report.means(), report.words());
        return id;
    }

    /** @throws NotFoundException when there is none with this number in the actor's cluster */
    public Damage damage(Actor actor, long id) {
        return jdbc.sql(DAMAGE + "AND d.id = ?")
                .params(actor.cluster().value(), id)
                .query(DamageService::damage)
                .optional()
                .orElseThrow(() -> new NotFoundException("damage"));
    }

    /** What was reported of a means, open ones first. */
    public List<Damage> of(Actor actor, MeansId means) {
        return jdbc.sql(DAMAGE + "AND d.means_id = ? ORDER BY d.released_at IS NOT NULL, d.reported_at DESC LIMIT 50")
                .params(actor.cluster().value(), means.value())
                .query(DamageService::damage)
                .list();
    }

    /** The bookings ahead that stand on the damaged unit, soonest first, and whether another unit could take each. */
    public List<Hit> hits(Actor actor, Damage damage) {
        BookingId block = damage.block();
        if (!damage.blocked() || block == null) {
            return List.of();
        }
        Instant now = clock.instant();
        List<BookingLine> standing = queries.onUnit(actor, damage.unit(), now);
        if (standing.isEmpty()) {
            return List.of();
        }
        Means means = queries.get(actor, damage.means()).means();
        List<Occupied> others = queries.occupancy(
                actor, damage.means(), now, standing.getLast().to().plus(BookingRules.BUFFER_EVER));
        return standing.stream()
                .map(booking -> new Hit(booking, otherUnit(means, others, damage.unit(), booking)))
                .toList();
    }

    private static boolean otherUnit(Means means, List<Occupied> taken, long damaged, BookingLine booking) {
        TimeSlot wanted = means.rules().blocked(booking.from(), booking.to());
        return means.units().stream()
                .filter(unit -> unit.id() != damaged)
                .anyMatch(unit -> taken.stream()
                        .filter(other -> other.unit() == unit.id())
                        .noneMatch(other -> new TimeSlot(other.blockedFrom(), other.blockedTo()).overlaps(wanted)));
    }

    /**
     * Moves a booking off the damaged unit to another unit of the same means, at the same time.
     *
     * @return false when somebody took that unit meanwhile
     */
    public boolean move(Actor actor, long damage, BookingId id) {
        Damage one = damage(actor, damage);
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may move it");
        boolean moved =
                interventions.changeUnit(actor, queries.get(actor, one.means()).means(), id, one.unit());
        if (moved) {
            crier.tell(
                    actor.cluster(),
                    Set.of(booking.person()),
                    actor.person(),
                    MeansNotices.CHANGE,
                    Message.of("means.use.told.moved", booking.meansName(), new TimeSlot(booking.from(), booking.to())),
                    "c/" + actor.slug() + "/bookings/" + id,
                    notice -> notice.about("booking:" + id));
        }
        return moved;
    }

    /** The owner says that it works again: the unit can be booked. Says nothing when that was said before. */
    public void release(Actor actor, long id, String words) {
        Damage damage = damage(actor, id);
        actor.requireVoiceOf(damage.owner());
        InvalidInput.check().atMost(words, 2_000, "words").orThrow();
        if (!damage.open()) {
            return;
        }
        BookingId block = damage.block();
        if (block != null && lastOne(damage)) {
            interventions.unblock(actor, damage.means(), block);
        }
        jdbc.sql("UPDATE damage SET released_at = ?, released_by = ?, release_words = ?"
                        + " WHERE id = ? AND released_at IS NULL")
                .params(Utc.column(clock.instant()), actor.person().value(), words.strip(), id)
                .update();
        audit.record(actor, "damage.released", "means:" + damage.means(), words);
    }

    /** Whether no other open report blocks the same unit. */
    private boolean lastOne(Damage damage) {
        return jdbc.sql("SELECT COUNT(*) FROM damage WHERE unit_id = ? AND block_id IS NOT NULL"
                                + " AND released_at IS NULL AND id <> ?")
                        .params(damage.unit(), damage.id())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void tellOwner(Actor actor, Damage damage) {
        crier.tell(
                actor.cluster(),
                crier.voices(actor.cluster(), damage.owner()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of(
                        damage.blocked() ? "means.use.told.damage" : "means.use.told.defect",
                        actor.name(),
                        damage.meansName(),
                        damage.unitName()),
                path(actor, damage.id()),
                notice -> notice.withWords(Message.of("means.use.told.words", damage.words()))
                        .about("damage:" + damage.id()));
    }

    private void tellBooker(Actor actor, Damage damage, Hit hit) {
        BookingLine booking = hit.booking();
        crier.tell(
                actor.cluster(),
                Set.of(booking.person()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of("means.use.told.hit", damage.meansName(), new TimeSlot(booking.from(), booking.to())),
                "c/" + actor.slug() + "/bookings/" + booking.id(),
                notice -> notice.withWords(Message.of(
                                hit.otherUnit() ? "means.use.told.hit.other-unit" : "means.use.told.hit.no-other"))
                        .about("booking:" + booking.id())
                        .once("hit:" + damage.id() + ":" + booking.id()));
    }

    static String path(Actor actor, long damage) {
        return "c/" + actor.slug() + "/damage/" + damage;
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
