package org.convive.calendar.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk;
import org.convive.calendar.ReplyDesk.Outcome;
import org.convive.calendar.ReplyDesk.Participation;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What came by mail, for those who may read it: doubtful messages for animators, words and wishes for organisers. */
@Service
public class InboundAnswers {
    private static final String ITEMS = """
            SELECT i.*, p.name AS person_name FROM calendar_inbound i LEFT JOIN person p ON p.id = i.person_id
            WHERE i.cluster_id = :cluster\s""";

    private final JdbcClient jdbc;
    private final List<ReplyDesk> desks;
    private final AuditTrail audit;
    private final Clock clock;

    InboundAnswers(JdbcClient jdbc, List<ReplyDesk> desks, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for an animator's decision, the oldest first. */
    public List<InboundItem> waiting(Actor actor, int limit) {
        actor.requireAnimator();
        return items(actor, "AND i.state = 'QUARANTINED' ORDER BY i.id LIMIT :limit")
                .param("limit", limit)
                .query(InboundAnswers::item)
                .list();
    }

    public int waitingCount(Actor actor) {
        return actor.isAnimator()
                ? jdbc.sql("SELECT COUNT(*) FROM calendar_inbound WHERE cluster_id = ? AND state = 'QUARANTINED'")
                        .param(actor.cluster().value())
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** What came lately and needs nobody's decision, the newest first. */
    public List<InboundItem> lately(Actor actor, int limit) {
        actor.requireAnimator();
        return items(actor, """
                        AND i.state IN ('DONE', 'KEPT', 'STALE', 'PUT_AWAY') ORDER BY i.id DESC LIMIT :limit""")
                .param("limit", limit)
                .query(InboundAnswers::item)
                .list();
    }

    /** What people wrote about one thing: words, other times that suit them, to whom they passed it on. */
    public List<InboundItem> about(Actor actor, char kind, long id) {
        if (!mayRead(actor, String.valueOf(kind), id)) {
            return List.of();
        }
        return items(actor, """
                        AND i.subject_kind = :kind AND i.subject_id = :id AND i.state = 'KEPT'
                        ORDER BY i.id DESC LIMIT 100""")
                .param("kind", String.valueOf(kind))
                .param("id", id)
                .query(InboundAnswers::item)
                .list();
    }

    /**
     * Counts a doubtful message as the answer of the person whom it concerns.
     *
     * @throws NotFoundException when it does not wait here, or says nothing that could be counted
     * @throws InvalidInput when it is too late for an answer
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void count(Actor actor, long id) {
        actor.requireAnimator();
        InboundItem item = one(actor, id, "QUARANTINED");
        PersonId person = item.person();
        if (!item.countable() || person == null) {
            throw new NotFoundException("answer");
        }
        ReplyDesk desk = desks.stream()
                .filter(one -> String.valueOf(one.kind()).equals(item.subjectKind()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("answer"));
        Appointment appointment = desk.find(item.subjectId())
                .filter(found -> found.cluster().equals(actor.cluster()))
                .orElseThrow(() -> new NotFoundException("answer"));
        Outcome outcome = desk.answer(appointment, person, Participation.valueOf(item.participation()));
        InvalidInput.check()
                .that(outcome != Outcome.TOO_LATE, "answer", Message.of("calendar.inbound.error.too-late"))
                .that(outcome != Outcome.CALLED_OFF, "answer", Message.of("calendar.inbound.error.called-off"))
                .orThrow();
        decide(actor, id, "DONE");
        audit.record(actor, "calendar.counted", "inbound:" + id, item.participation());
    }

    /** Nobody needs to see it any more. Animators may put away anything, organisers what is kept for them. */
    @Transactional
    public void putAway(Actor actor, long id) {
        requireReader(actor, one(actor, id, "QUARANTINED", "KEPT"));
        decide(actor, id, "PUT_AWAY");
    }

    /** Takes "put away" back. */
    @Transactional
    public void takeBack(Actor actor, long id) {
        InboundItem item = one(actor, id, "PUT_AWAY");
        requireReader(actor, item);
        decide(actor, id, item.forOrganiser() ? "KEPT" : "QUARANTINED");
    }

    private void requireReader(Actor actor, InboundItem item) {
        boolean organises = item.forOrganiser() && mayRead(actor, item.subjectKind(), item.subjectId());
        if (!actor.isAnimator() && !organises) {
            throw new NotFoundException("message");
        }
    }

    private boolean mayRead(Actor actor, @Nullable String kind, long id) {
        return desks.stream().anyMatch(desk -> String.valueOf(desk.kind()).equals(kind) && desk.mayRead(actor, id));
    }

    private void decide(Actor actor, long id, String state) {
        jdbc.sql(
                        "UPDATE calendar_inbound SET state = ?, changed_at = ?, decided_by = ? WHERE id = ? AND cluster_id = ?")
                .params(
                        state,
                        Utc.column(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        actor.person().value(),
                        id,
                        actor.cluster().value())
                .update();
    }

    private InboundItem one(Actor actor, long id, String... states) {
        // The name is read apart: a lock on people could meet the one of somebody who changes their account.
        var unused = jdbc.sql("SELECT id FROM calendar_inbound WHERE id = ? AND cluster_id = ? FOR UPDATE")
                .params(id, actor.cluster().value())
                .query(Long.class)
                .optional();
        return items(actor, "AND i.id = :id AND i.state IN (:states)")
                .param("id", id)
                .param("states", List.of(states))
                .query(InboundAnswers::item)
                .optional()
                .orElseThrow(() -> new NotFoundException("message"));
    }

    private JdbcClient.StatementSpec items(Actor actor, String rest) {
        return jdbc.sql(ITEMS + rest).param("cluster", actor.cluster().value());
    }

    private static InboundItem item(ResultSet row, int number) throws SQLException {
        Long person = row.getObject("person_id", Long.class);
        return new InboundItem(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("subject_kind"),
                row.getLong("subject_id"),
                row.getString("about"),
                row.getString("page"),
                ZoneId.of(row.getString("zone")),
                person == null ? null : new PersonId(person),
                row.getString("person_name"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("participation"),
                row.getString("delegated_to"),
                moment(row, "proposed_from"),
                moment(row, "proposed_to"),
                Utc.moment(row.getObject("received_at", LocalDateTime.class)));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(Utc::moment)
                .orElse(null);
    }
}
