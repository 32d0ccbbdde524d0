package org.convive.meetings.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Regrets;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
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

/**
 * Seats in cars. Everybody invited sees how many seats are free and from where; name, phone and e-mail only those who
 * share the car, and all of it is erased a day after the meeting. Who does not come after all is in no car, and in the same one
 * again should they come, unless somebody else took the seat.
 */
@Service
public class Rides implements Regrets {
    /** How long after a meeting its rides are kept. */
    static final Duration KEPT = Duration.ofDays(1);

    static final NoticeKind RIDE = NoticeKind.both("meetings.notice.ride");

    private static final int MOST_SEATS = 8;

    /** Whether somebody may come; a host who said nothing does. The person's column stands for the question mark. */
    private static final String COMES = """
            COALESCE((SELECT a.answer IN ('YES', 'MAYBE') FROM meeting_answer a
                      WHERE a.meeting_id = :meeting AND a.person_id = ?),
                     EXISTS (SELECT 1 FROM meeting_host h WHERE h.meeting_id = :meeting AND h.person_id = ?))""";

    private final MeetingAccess access;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rides(MeetingAccess access, Notices notices, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.notices = notices;
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
                               (SELECT COUNT(*) FROM meeting_ride_seat s
                                WHERE s.ride_id = r.id AND [rider]) AS taken,
                               EXISTS (SELECT 1 FROM meeting_ride_seat s
                                       WHERE s.ride_id = r.id AND s.person_id = :person AND [rider]) AS joined
                        FROM meeting_ride r WHERE r.meeting_id = :meeting AND [driver]
                        ORDER BY mine DESC, joined DESC, r.leaves, r.id""".replace("[rider]", comes("s.person_id")).replace("[driver]", comes("r.driver_id")))
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
                .map(ride -> ride.mine() || ride.joined() ? withCompany(meeting, ride) : ride)
                .toList();
    }

    private static String comes(String person) {
        return COMES.replace("?", person);
    }

    private Ride withCompany(MeetingId meeting, Ride ride) {
        List<Ride.Contact> company = jdbc.sql("""
                        SELECT p.name, p.phone, p.email, TRUE AS driver FROM meeting_ride r
                        JOIN person p ON p.id = r.driver_id WHERE r.id = :ride
                        UNION ALL SELECT p.name, p.phone, p.email, FALSE FROM meeting_ride_seat s
                        JOIN person p ON p.id = s.person_id WHERE s.ride_id = :ride AND [rider]
                        ORDER BY driver DESC, name""".replace("[rider]", comes("s.person_id")))
                .param("ride", ride.id())
                .param("meeting", meeting.value())
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

    /** Drives alone after all; whoever rode along is told, and looks for another car. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId meeting) {
        tellRiders(actor, meeting, access.lock(actor, meeting).title());
        jdbc.sql("DELETE FROM meeting_ride WHERE meeting_id = ? AND driver_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
    }

    /**
     * Takes a seat; from now on both know how to reach each other, and the driver is told. Who has a seat in another car leaves it.
     *
     * @throws InvalidInput when the last seat was taken meanwhile
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void join(Actor actor, MeetingId meeting, long ride) {
        MeetingAccess.Seen seen = access.lock(actor, meeting);
        requireComing(meeting, seen, actor);
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
        jdbc.sql("DELETE FROM meeting_ride_seat WHERE ride_id = :ride AND NOT " + comes("meeting_ride_seat.person_id"))
                .param("ride", ride)
                .param("meeting", meeting.value())
                .update();
        jdbc.sql("INSERT INTO meeting_ride_seat (meeting_id, person_id, ride_id) VALUES (?, ?, ?)")
                .params(meeting.value(), actor.person().value(), ride)
                .update();
        tell(actor, meeting, "SELECT driver_id FROM meeting_ride WHERE id = ?", ride, "joined", seen.title());
    }

    @Override
    public void regretted(Actor person, Meeting meeting) {
        tellRiders(person, meeting.id(), meeting.title());
    }

    private void tellRiders(Actor driver, MeetingId meeting, String title) {
        List<Long> own = jdbc.sql("SELECT id FROM meeting_ride WHERE meeting_id = ? AND driver_id = ?")
                .params(meeting.value(), driver.person().value())
                .query(Long.class)
                .list();
        own.forEach(ride -> tell(
                driver, meeting, "SELECT person_id FROM meeting_ride_seat WHERE ride_id = ?", ride, "gone", title));
    }

    private void tell(Actor actor, MeetingId meeting, String people, long ride, String what, String title) {
        List<Long> told = jdbc.sql(people).param(ride).query(Long.class).list();
        int unused = notices.tell(told.stream()
                .map(person -> Notice.of(
                                actor.cluster(),
                                new PersonId(person),
                                RIDE,
                                Message.of("meetings.sharing.notice." + what, actor.name(), title),
                                "c/" + actor.slug() + "/meetings/" + meeting)
                        .about("meeting:" + meeting))
                .toList());
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
