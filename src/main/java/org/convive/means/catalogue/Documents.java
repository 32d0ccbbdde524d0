package org.convive.means.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of a means (manuals, safety sheets), read by all members, and of a booking or of all that was booked together
 * (drawings, orders), read by the booker's company, the owners and the animators.
 */
@Service
public class Documents {
    /** The most bytes a file may have. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST = 20;
    private static final long NO_PLAN = -1;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("step", "application/octet-stream"),
            Map.entry("stp", "application/octet-stream"),
            Map.entry("dxf", "application/octet-stream"),
            Map.entry("docx", "application/octet-stream"),
            Map.entry("xlsx", "application/octet-stream"),
            Map.entry("odt", "application/octet-stream"),
            Map.entry("ods", "application/octet-stream"),
            Map.entry("zip", "application/octet-stream"));

    private static final String LIST = "SELECT d.id, d.name, d.size, d.created_at AS at, d.plan_id, p.name AS person"
            + " FROM means_document d JOIN person p ON p.id = d.person_id WHERE d.cluster_id = ? AND ";

    private final JdbcClient jdbc;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Documents(JdbcClient jdbc, MeansQueries queries, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file in a list.
     *
     * @param ofPlan it belongs to all that was booked together
     */
    public record Line(long id, String name, int size, Instant at, String person, boolean ofPlan) {}

    /** A file itself. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Content(String name, String mediaType, byte[] bytes) {}

    /**
     * Attaches a file to a means of the actor's company.
     *
     * @return its number
     */
    @Transactional
    public long attach(Actor actor, MeansId id, String name, byte[] bytes) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        long document = insert(actor, id, null, null, name, bytes);
        audit.record(actor, "means.document", "means:" + id, name);
        return document;
    }

    /** Attaches a file to a booking of the actor's company. */
    @Transactional
    public long attach(Actor actor, BookingId id, String name, byte[] bytes) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may attach files");
        long document = insert(actor, booking.means(), id, null, name, bytes);
        audit.record(actor, "booking.document", "booking:" + id, name);
        return document;
    }

    /** Attaches a file to all that the actor's company booked together: it is kept once and stands with each. */
    @Transactional
    public long attachToPlan(Actor actor, long plan, String name, byte[] bytes) {
        BookingLine first = ownOfPlan(actor, plan);
        long document = insert(actor, first.means(), null, plan, name, bytes);
        audit.record(actor, "booking.document", "booking:" + first.id(), name);
        return document;
    }

    /** The first booking of a plan of the actor's company; animators may act for any. */
    private BookingLine ownOfPlan(Actor actor, long plan) {
        BookingLine first =
                queries.ofPlan(actor, plan).stream().findFirst().orElseThrow(() -> new NotFoundException("plan"));
        actor.require(
                first.organisation().equals(actor.organisation()) || actor.isAnimator(),
                "only the booker's company may change the files of a plan");
        return first;
    }

    private long insert(
            Actor actor, MeansId means, @Nullable BookingId booking, @Nullable Long plan, String typed, byte[] bytes) {
        String name = typed.strip();
        int dot = name.lastIndexOf('.');
        String type = TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        int there = jdbc.sql("SELECT COUNT(*) FROM means_document"
                        + " WHERE means_id = ? AND booking_id <=> ? AND plan_id <=> ?")
                .param(means.value())
                .param(booking == null ? null : booking.value())
                .param(plan)
                .query(Integer.class)
                .single();
        InvalidInput.check()
                .required(name, 200, "document")
                .that(type != null, "document", Message.of("means.error.document-type"))
                .that(name.chars().noneMatch(Character::isISOControl), "document", Message.of("means.error.characters"))
                .that(
                        bytes.length > 0 && bytes.length <= MOST_BYTES,
                        "document",
                        Message.of("means.error.document-size"))
                .that(there < MOST, "document", Message.of("means.error.too-many-documents", MOST))
                .orThrow();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO means_document (cluster_id, means_id, booking_id, plan_id, name, media_type, size,
                                                    bytes, person_id, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(means.value())
                .param(booking == null ? null : booking.value())
                .param(plan)
                .param(name)
                .param(type)
                .param(bytes.length)
                .param(bytes)
                .param(actor.person().value())
                .param(Utc.column(clock.instant()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public List<Line> of(Actor actor, MeansId means) {
        return jdbc.sql(LIST + "d.means_id = ? AND d.booking_id IS NULL AND d.plan_id IS NULL ORDER BY d.name")
                .params(actor.cluster().value(), means.value())
                .query(Documents::line)
                .list();
    }

    /** Those of a booking, and of all it was booked together with. */
    public List<Line> of(Actor actor, BookingId booking) {
        BookingLine line = queries.booking(actor, booking);
        if (!mayRead(actor, line)) {
            return List.of();
        }
        Long plan = line.plan();
        return jdbc.sql(LIST + "(d.booking_id = ? OR d.plan_id = ?) ORDER BY d.name, d.id")
                .params(actor.cluster().value(), booking.value(), plan == null ? NO_PLAN : plan)
                .query(Documents::line)
                .list();
    }

    /** The files of all that was booked together. */
    public List<Line> ofPlan(Actor actor, long plan) {
        return mayReadPlan(actor, plan)
                ? jdbc.sql(LIST + "d.plan_id = ? ORDER BY d.name, d.id")
                        .params(actor.cluster().value(), plan)
                        .query(Documents::line)
                        .list()
                : List.of();
    }

    private boolean mayReadPlan(Actor actor, long plan) {
        return queries.ofPlan(actor, plan).stream().anyMatch(line -> mayRead(actor, line));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("size"),
                Utc.moment(row.getObject("at", LocalDateTime.class)),
                row.getString("person"),
                row.getLong("plan_id") != 0);
    }

    private static boolean mayRead(Actor actor, BookingLine line) {
        return line.mayChange(actor)
                || line.owner().equals(actor.organisation())
                || line.organisation().equals(actor.organisation());
    }

    /** @throws NotFoundException when it is of another cluster, or of a booking that the actor may not read */
    public Content get(Actor actor, long id) {
        Found found = find(actor, id);
        if (found.booking() != 0 && !mayRead(actor, queries.booking(actor, new BookingId(found.booking())))) {
            throw new NotFoundException("document");
        }
        if (found.plan() != 0 && !mayReadPlan(actor, found.plan())) {
            throw new NotFoundException("document");
        }
        return jdbc.sql("SELECT name, media_type, bytes FROM means_document WHERE id = ?")
                .param(id)
                .query((row, n) ->
                        new Content(row.getString("name"), row.getString("media_type"), row.getBytes("bytes")))
                .single();
    }

    /** Takes a file away; its company's deed, or the booking's. */
    @Transactional
    public void remove(Actor actor, long id) {
        Found found = find(actor, id);
        String subject = "booking:" + found.booking();
        if (found.plan() != 0) {
            subject = "booking:" + ownOfPlan(actor, found.plan()).id();
        } else if (found.booking() != 0) {
            actor.require(
                    queries.booking(actor, new BookingId(found.booking())).mayChange(actor),
                    "only the booker's company or the owner may remove files");
        } else {
            actor.requireVoiceOf(
                    queries.get(actor, new MeansId(found.means())).means().owner());
            subject = "means:" + found.means();
        }
        jdbc.sql("DELETE FROM means_document WHERE id = ?").param(id).update();
        audit.record(
                actor,
                subject.startsWith("means:") ? "means.document-removed" : "booking.document-removed",
                subject,
                found.name());
    }

    private record Found(long means, long booking, long plan, String name) {}

    private Found find(Actor actor, long id) {
        return jdbc.sql("SELECT means_id, COALESCE(booking_id, 0) AS booking, COALESCE(plan_id, 0) AS plan,"
                        + " name FROM means_document"
                        + " WHERE id = ? AND cluster_id = ?")
                .params(id, actor.cluster().value())
                .query((row, n) -> new Found(
                        row.getLong("means_id"), row.getLong("booking"), row.getLong("plan"), row.getString("name")))
                .optional()
                .orElseThrow(() -> new NotFoundException("document"));
    }
}
