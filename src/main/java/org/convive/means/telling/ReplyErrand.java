package org.convive.means.telling;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.Approvals;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.telling.BookingFacts.Facts;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Does what people answered by mail to the calendar entries of their bookings, as themselves and by the same rules: what was
 * declined is given back, a proposed time that was accepted is taken. Where a rule forbids it, they are told why. Any node
 * may do it, again after a crash: what changed since the answer was written is left alone.
 */
@Component
public class ReplyErrand {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final BookingFacts facts;
    private final BookingReplies replies;
    private final BookingService bookings;
    private final Approvals approvals;
    private final Actors actors;
    private final Clock clock;

    ReplyErrand(
            JdbcClient jdbc,
            BookingFacts facts,
            BookingReplies replies,
            BookingService bookings,
            Approvals approvals,
            Actors actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.replies = replies;
        this.bookings = bookings;
        this.approvals = approvals;
        this.actors = actors;
        this.clock = clock;
    }

    private record Reply(
            long id, ClusterId cluster, BookingId booking, PersonId person, boolean declined, int version) {}

    /** @return how many answers there were to carry out */
    public int carryOut() {
        List<Reply> waiting = jdbc.sql(
                        "SELECT id, cluster_id, booking_id, person_id, declined, version FROM booking_reply"
                                + " WHERE done_at IS NULL ORDER BY id LIMIT ?")
                .param(AT_ONCE)
                .query((row, n) -> new Reply(
                        row.getLong("id"),
                        new ClusterId(row.getLong("cluster_id")),
                        new BookingId(row.getLong("booking_id")),
                        new PersonId(row.getLong("person_id")),
                        row.getBoolean("declined"),
                        row.getInt("version")))
                .list();
        waiting.forEach(this::carryOut);
        return waiting.size();
    }

    private void carryOut(Reply reply) {
        Optional<Actor> actor = actors.member(reply.person(), reply.cluster());
        facts.of(reply.cluster(), reply.booking())
                .filter(booking -> booking.version() == reply.version())
                .ifPresent(booking -> actor.ifPresent(person -> carryOut(person, reply, booking)));
        jdbc.sql("UPDATE booking_reply SET done_at = ? WHERE id = ?")
                .params(Utc.column(clock.instant()), reply.id())
                .update();
    }

    private void carryOut(Actor actor, Reply reply, Facts booking) {
        try {
            if (reply.declined()) {
                bookings.cancel(actor, reply.booking());
            } else {
                approvals.accept(actor, reply.booking());
            }
        } catch (InvalidInput | AccessDeniedException | NotFoundException e) {
            if (stands(reply)) {
                replies.tell(booking, reply.declined() ? "kept" : "confirm", "reply:" + reply.id());
            }
        }
    }

    /** Whether the booking is still what was answered to; else another node has done it, or somebody in the portal. */
    private boolean stands(Reply reply) {
        return facts.of(reply.cluster(), reply.booking())
                .filter(booking -> booking.version() == reply.version())
                .isPresent();
    }
}
