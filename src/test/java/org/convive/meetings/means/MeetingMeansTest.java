package org.convive.meetings.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.WaitingList;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class MeetingMeansTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingMeans meetingMeans;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MeansService means;

    @Autowired
    private MeansQueries meansQueries;

    @Autowired
    private BookingService bookings;

    @Autowired
    private WaitingList waiting;

    @Autowired
    private JdbcClient jdbc;

    private Actor helene;
    private Actor marc;
    private MeansId room;
    private MeansId screen;
    private MeetingId id;

    @BeforeEach
    void aMeetingAndTwoMeans() {
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        room = MeansWorld.share(means, helene, MeansWorld.draft("Room", "Room 1"));
        screen = MeansWorld.share(means, helene, MeansWorld.draft("Screen", "Screen 1"));
        id = meetings.schedule(helene, draft(in(7, 10), in(7, 12)));
    }

    @Test
    void roomAndScreenAreBookedTogetherOrNotAtAll() {
        bookings.book(marc, MeansWorld.request(screen, in(7, 11), 2));
        assertThatThrownBy(() -> meetingMeans.set(helene, id, Set.of(room, screen)))
                .isInstanceOfSatisfying(
                        MeansStay.class,
                        e -> assertThat(e.stuck())
                                .extracting(MeansStay.Stuck::name)
                                .containsExactly("Screen"));
        assertThat(meetingMeans.lines(helene, id)).isEmpty();
        assertThat(taken(room, 10)).isFalse();
        meetingMeans.set(helene, id, Set.of(room));
        assertThat(meetingMeans.lines(marc, id))
                .extracting(BookingLine::meansName)
                .containsExactly("Room");
        assertThat(taken(room, 10)).isTrue();
    }

    @Test
    void whatIsBookedMovesWithTheMeetingAlsoIntoItsOwnTime() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        meetings.change(helene, id, 0, draft(in(7, 11), in(7, 13)));
        assertThat(queries.card(helene, id).from()).isEqualTo(in(7, 11));
        assertThat(meetingMeans.lines(helene, id))
                .hasSize(2)
                .allMatch(line -> line.from().equals(in(7, 11)));
        assertThat(taken(room, 10)).isFalse();
    }

    @Test
    void whereSomethingCannotMoveNothingMovesAndItIsNamed() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        bookings.book(marc, MeansWorld.request(screen, in(8, 10), 2));
        assertThatThrownBy(() -> meetings.change(helene, id, 0, draft(in(8, 10), in(8, 12))))
                .isInstanceOfSatisfying(
                        MeansStay.class,
                        e -> assertThat(e.stuck())
                                .singleElement()
                                .satisfies(one ->
                                        assertThat(one.reason().inTheWay()).isNotEmpty()));
        assertThat(queries.card(helene, id).from()).isEqualTo(in(7, 10));
        assertThat(meetingMeans.lines(helene, id))
                .hasSize(2)
                .allMatch(line -> line.from().equals(in(7, 10)));
        assertThat(taken(room, 10)).isTrue();
    }

    @Test
    void aMeetingThatCannotBeChangedMovesNoBooking() {
        meetingMeans.set(helene, id, Set.of(room));
        assertThatThrownBy(() -> meetings.change(helene, id, 7, draft(in(8, 10), in(8, 12))))
                .isInstanceOf(StaleEdit.class);
        assertThat(meetingMeans.lines(helene, id)).allMatch(line -> line.from().equals(in(7, 10)));
    }

    @Test
    void whatAMeetingLeavesIsOfferedToWhoWaitsInTheTransactionThatMovesIt() {
        meetingMeans.set(helene, id, Set.of(room));
        waiting.join(marc, MeansWorld.request(room, in(7, 10), 2));
        jdbc.sql("UPDATE booking_wish SET units = 0 WHERE means_id = ?")
                .param(room.value())
                .update();
        // No offer can be made of that: as if the portal had died there.
        assertThatThrownBy(() -> meetings.change(helene, id, 0, draft(in(8, 10), in(8, 12))))
                .isInstanceOf(DataAccessException.class);
        assertThat(queries.card(helene, id).from()).isEqualTo(in(7, 10));
        assertThat(meetingMeans.lines(helene, id)).allMatch(line -> line.from().equals(in(7, 10)));

        jdbc.sql("UPDATE booking_wish SET units = 1 WHERE means_id = ?")
                .param(room.value())
                .update();
        meetings.change(helene, id, 0, draft(in(8, 10), in(8, 12)));
        assertThat(waiting.mine(marc))
                .singleElement()
                .satisfies(wish -> assertThat(wish.offer()).isNotNull());
    }

    @Test
    void whatIsInUseStaysUntilItIsCheckedOut() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        BookingLine taken = meetingMeans.lines(helene, id).stream()
                .filter(line -> line.means().equals(room))
                .findFirst()
                .orElseThrow();
        jdbc.sql("INSERT INTO booking_use (booking_id, cluster_id, means_id, checked_in_at, checked_in_by)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(), ?)")
                .params(
                        taken.id().value(),
                        helene.cluster().value(),
                        room.value(),
                        helene.person().value())
                .update();
        assertThatThrownBy(() -> meetings.change(helene, id, 0, draft(in(8, 10), in(8, 12))))
                .isInstanceOf(InvalidInput.class);
        assertThat(queries.card(helene, id).from()).isEqualTo(in(7, 10));
        assertThatThrownBy(() -> meetingMeans.set(helene, id, Set.of(screen))).isInstanceOf(InvalidInput.class);

        assertThat(meetings.cancel(helene, id, "")).extracting(BookingLine::id).containsExactly(taken.id());
        assertThat(queries.card(helene, id).cancelled()).isTrue();
        assertThat(taken(room, 10)).isTrue();
        assertThat(taken(screen, 10)).isFalse();
    }

    @Test
    void callingTheMeetingOffGivesItsMeansBack() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        List<BookingLine> kept = meetings.cancel(helene, id, "");
        assertThat(kept).isEmpty();
        assertThat(queries.card(helene, id).cancelled()).isTrue();
        assertThat(meetingMeans.lines(helene, id)).isEmpty();
        assertThat(taken(room, 10)).isFalse();
    }

    @Test
    void givingTheDateUpGivesItsMeansBackAndTheDateIsAskedAboutWithoutThem() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        assertThat(stages.undate(helene, id, Stage.IDEA)).isEmpty();
        assertThat(taken(room, 10)).isFalse();
        assertThat(taken(screen, 10)).isFalse();
        stages.setDate(helene, id, in(7, 10), in(7, 12));
        meetingMeans.set(helene, id, Set.of(room));
        assertThat(polls.ask(helene, id, List.of(OptionDraft.at(in(9, 10), in(9, 12))), null))
                .isEmpty();
        assertThat(queries.card(helene, id).stage()).isEqualTo(Stage.DATES);
        assertThat(meetingMeans.lines(helene, id)).isEmpty();
        assertThat(taken(room, 10)).isFalse();
    }

    @Test
    void whatAnotherCompanyBookedStaysAndIsNamed() {
        MeetingId shared = meetings.schedule(
                helene,
                draft(in(9, 10), in(9, 12)).hostedBy(List.of(helene.person(), marc.person()), Invited.wholeCluster()));
        MeansId van = MeansWorld.share(means, marc, MeansWorld.draft("Van", "Van 1"));
        meetingMeans.set(marc, shared, Set.of(van));
        assertThatThrownBy(() -> meetings.change(helene, shared, 0, draft(in(10, 10), in(10, 12))))
                .isInstanceOfSatisfying(
                        MeansStay.class,
                        e -> assertThat(e.stuck())
                                .extracting(MeansStay.Stuck::name)
                                .containsExactly("Van"));
        assertThat(queries.card(helene, shared).from()).isEqualTo(in(9, 10));
        assertThat(meetings.cancel(helene, shared, ""))
                .extracting(BookingLine::meansName)
                .containsExactly("Van");
        assertThat(queries.card(helene, shared).cancelled()).isTrue();
    }

    @Test
    void whatIsBookedAtTheVeryMomentOfTheCallingOffIsNotLeftBehind() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                MeetingId one = meetings.schedule(helene, draft(in(20 + round, 10), in(20 + round, 12)));
                meetingMeans.set(helene, one, Set.of(screen));
                var together = new CyclicBarrier(2);
                Future<?> booking = two.submit(() -> {
                    together.await();
                    meetingMeans.set(helene, one, Set.of(screen, room));
                    return true;
                });
                Future<?> cancelling = two.submit(() -> {
                    together.await();
                    return meetings.cancel(helene, one, "");
                });
                cancelling.get();
                try {
                    booking.get();
                } catch (ExecutionException late) {
                    assertThat(late).hasCauseInstanceOf(InvalidInput.class);
                }
                assertThat(queries.card(helene, one).cancelled()).isTrue();
                assertThat(meetingMeans.lines(helene, one)).isEmpty();
            }
        }
    }

    @Test
    void nobodyMovesAMeetingInsideAnotherTransactionWhereItsMeansCouldNotFollow() {
        meetingMeans.set(helene, id, Set.of(room));
        var around = new TransactionTemplate(manager);
        assertThatThrownBy(() -> around.executeWithoutResult(
                        status -> meetings.change(helene, id, 0, draft(in(8, 10), in(8, 12)))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> around.execute(status -> meetings.cancel(helene, id, "")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(queries.card(helene, id).from()).isEqualTo(in(7, 10));
    }

    @Test
    void whatIsLeftOutIsGivenBack() {
        meetingMeans.set(helene, id, Set.of(room, screen));
        meetingMeans.set(helene, id, Set.of(screen));
        assertThat(meetingMeans.lines(helene, id))
                .extracting(BookingLine::meansName)
                .containsExactly("Screen");
        assertThat(taken(room, 10)).isFalse();
        meetingMeans.set(helene, id, Set.of());
        assertThat(taken(screen, 10)).isFalse();
    }

    @Test
    void whereSomethingLeftOutIsInUseNothingNewIsBooked() {
        meetingMeans.set(helene, id, Set.of(room));
        jdbc.sql("INSERT INTO booking_use (booking_id, cluster_id, means_id, checked_in_at) VALUES (?, ?, ?, NOW(6))")
                .params(
                        meetingMeans.lines(helene, id).getFirst().id().value(),
                        helene.cluster().value(),
                        room.value())
                .update();
        assertThatThrownBy(() -> meetingMeans.set(helene, id, Set.of(screen))).isInstanceOf(InvalidInput.class);
        assertThat(meetingMeans.lines(helene, id))
                .extracting(BookingLine::means)
                .containsExactly(room);
    }

    @Test
    void onlyThoseWhoMayChangeTheMeetingBookWithIt() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Mécanique du Val");
        assertThatThrownBy(() -> meetingMeans.set(marc, id, Set.of(room))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> meetingMeans.set(otto, id, Set.of(room))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetingMeans.lines(otto, id)).isInstanceOf(NotFoundException.class);
        MeansId foreign = MeansWorld.share(means, otto, MeansWorld.draft("Bench", "Bench 1"));
        assertThatThrownBy(() -> meetingMeans.set(helene, id, Set.of(foreign))).isInstanceOf(NotFoundException.class);
    }

    private boolean taken(MeansId one, int hour) {
        return !meansQueries
                .occupancy(helene, one, in(7, hour), in(7, hour).plusSeconds(60))
                .isEmpty();
    }

    private static MeetingDraft draft(Instant from, Instant to) {
        return MeetingDraft.of("Supper", from, to, PARIS, Place.at("Here"), Invited.wholeCluster());
    }
}
