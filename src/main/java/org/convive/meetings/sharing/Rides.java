package org.convive.meetings.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats in cars. Everybody invited sees how many seats are free and from where; name, phone and e-mail only those who
 * share the car, and all of it is erased a day after the meeting.
 */
@Service
public class Rides {
    /** How long after a meeting its rides are kept. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final int MOST_SEATS = 8;

    private final MeetingAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rides(MeetingAccess access, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The cars, the reader's own first; empty when they have been erased. */
    @Transactional(readOnly = true)
    public List<Ride> list(Actor actor, MeetingId meeting) {
        if (isPast(access.see(actor, meeting))) {
            return List.of();
        }
        return jdbc
                .sql("""
                        SELECT r.id, r.leaves, r.leaves_at, r.seats, r.driver_id = :person AS mine,
                               (SELECT COUNT(*) FROM meeting_ride_seat s WHERE s.ride_id = r.id) AS taken,
                               EXISTS (SELECT 1 FROM meeting_ride_seat s
                                       WHERE s.ride_id = r.id AND s.person_id = :person) AS joined
                        FROM meeting_ride r WHERE r.meeting_id = :meeting
                        ORDER BY mine DESC, joined DESC, r.leaves, r.id""")
                .param("person", actor.person().value())
                .param("meeting", meeting.value())
                .query((row, n) -> new Ride(
                        row.getLong("id"),
                        row.getString("leaves"),
                        row.getObject("leaves_at", LocalTime.class),
                        row.getInt("seats"),
                        row.getInt("taken"),
                        row.getBoolean("mine"),
                        row.getBoolean("joined"),
                        List.of()))
                .list()
                .stream()
                .map(ride -> ride.mine() || ride.joined() ? withCompany(ride) : ride)
                .toList();
    }

    private Ride withCompany(Ride ride) {
        List<Ride.Contact> company = jdbc.sql("""
                        SELECT p.name, p.phone, p.email, TRUE AS driver FROM meeting_ride r
                        JOIN person p ON p.id = r.driver_id WHERE r.id = :ride
                        UNION ALL SELECT p.name, p.phone, p.email, FALSE FROM meeting_ride_seat s
                        JOIN person p ON p.id = s.person_id WHERE s.ride_id = :ride
                        ORDER BY driver DESC, name""")
                .param("ride", ride.id())
                .query((row, n) -> new Ride.Contact(
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getBoolean("driver")))
                .list();
        return new Ride(
                ride.id(), ride.leaves(), ride.at(), ride.seats(), ride.taken(), ride.mine(), ride.joined(), company);
    }

    /** Offers seats, or changes what one offered; never fewer than are taken. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void offer(Actor actor, MeetingId meeting, String leaves, @Nullable LocalTime at, int seats) {
        requireComing(meeting, access.lock(actor, meeting), actor);
        int taken = list(actor, meeting).stream()
                .filter(Ride::mine)
                .mapToInt(Ride::taken)
                .sum();
        InvalidInput.check()
                .required(leaves, 200, "leaves")
                .that(
                        seats >= 1 && seats <= MOST_SEATS,
                        "seats",
                        Message.of("meetings.sharing.error.seats", MOST_SEATS))
                .that(seats >= taken, "seats", Message.of("meetings.sharing.error.seats-taken", taken))
                .orThrow();
        leave(meeting, actor);
        jdbc.sql("""
                        INSERT INTO meeting_ride (meeting_id, driver_id, leaves, leaves_at, seats) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE leaves = VALUES(leaves), leaves_at = VALUES(leaves_at),
                               seats = VALUES(seats)""")
                .param(meeting.value())
                .param(actor.person().value())
                .param(leaves.strip())
                .param(at)
                .param(seats)
                .update();
    }

    /** Drives alone after all; whoever rode along looks for another car. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId meeting) {
        access.lock(actor, meeting);
        jdbc.sql("DELETE FROM meeting_ride WHERE meeting_id = ? AND driver_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
    }

    /**
     * Takes a seat; from now on both know how to reach each other. Who has a seat in another car leaves it.
     *
     * @throws InvalidInput when the last seat was taken meanwhile
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void join(Actor actor, MeetingId meeting, long ride) {
        requireComing(meeting, access.lock(actor, meeting), actor);
        List<Ride> rides = list(actor, meeting);
        Ride wanted = rides.stream()
                .filter(one -> one.id() == ride)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("ride"));
        if (wanted.joined()) {
            return;
        }
        InvalidInput.check()
                .that(rides.stream().noneMatch(Ride::mine), "ride", Message.of("meetings.sharing.error.driver"))
                .that(wanted.free() > 0, "ride", Message.of("meetings.sharing.error.full"))
                .orThrow();
        leave(meeting, actor);
        jdbc.sql("INSERT INTO meeting_ride_seat (meeting_id, person_id, ride_id) VALUES (?, ?, ?)")
                .params(meeting.value(), actor.person().value(), ride)
                .update();
    }

    /** Gives the seat back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void leave(Actor actor, MeetingId meeting) {
        access.lock(actor, meeting);
        leave(meeting, actor);
    }

    /** Erases the rides of all meetings that ended more than a day ago. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int erasePast() {
        return jdbc.sql("DELETE r FROM meeting_ride r JOIN meeting t ON t.id = r.meeting_id WHERE t.ends < ?")
                .param(Utc.column(clock.instant().minus(KEPT)))
                .update();
    }

    private void leave(MeetingId meeting, Actor actor) {
        jdbc.sql("DELETE FROM meeting_ride_seat WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
    }

    private boolean isPast(MeetingAccess.Seen seen) {
        return seen.ends() != null && clock.instant().isAfter(seen.ends().plus(KEPT));
    }

    private void requireComing(MeetingId meeting, MeetingAccess.Seen seen, Actor actor) {
        InvalidInput.check()
                .that(!isPast(seen) && !seen.cancelled(), "ride", Message.of("meetings.error.over"))
                .orThrow();
        boolean comes = jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM meeting_answer WHERE meeting_id = ? AND person_id = ?
                                       AND answer IN ('YES', 'MAYBE'))""")
                .params(meeting.value(), actor.person().value())
                .query(Boolean.class)
                .single();
        actor.require(comes || seen.hosts().contains(actor.person()), "only who comes shares a car");
    }
}
