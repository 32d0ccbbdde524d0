package org.convive.meetings.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.live.MeetingRoom.Part;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two rooms on one database are two nodes. */
@PortalTest
class MeetingRoomTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private MeetingRoom here;
    private MeetingRoom there;
    private MeetingId meeting;
    private final AtomicInteger told = new AtomicInteger();

    @BeforeEach
    void twoNodesAndAMeeting() {
        here = new MeetingRoom(jdbc);
        there = new MeetingRoom(jdbc);
        Actor camille = fixtures.animatorOfNewCluster();
        Instant from = Instant.now().plus(Duration.ofDays(1));
        meeting = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
    }

    @Test
    void aPageOnAnotherNodeIsToldOnceAfterTheCommit() {
        var watching = there.watch(meeting, Part.MINUTES, told::incrementAndGet);
        transaction.executeWithoutResult(status -> {
            here.changed(meeting, Part.MINUTES);
            // Another thread, so another connection.
            CompletableFuture.runAsync(there::lookAround).join();
            assertThat(told).hasValue(0);
        });
        there.lookAround();
        assertThat(told).hasValue(1);
        there.lookAround();
        assertThat(told).hasValue(1);
        here.changed(meeting, Part.AGENDA);
        there.lookAround();
        assertThat(told).hasValue(1);
        here.changed(meeting, Part.MINUTES);
        there.lookAround();
        assertThat(told).hasValue(2);
        watching.close();
        assertThat(there.isWatched()).isFalse();
    }

    @Test
    void whatIsRolledBackIsToldToNobodyAndOnesOwnNodeIsToldOnlyOnce() {
        var watching = here.watch(meeting, Part.MINUTES, told::incrementAndGet);
        transaction.executeWithoutResult(status -> {
            here.changed(meeting, Part.MINUTES);
            status.setRollbackOnly();
        });
        here.lookAround();
        assertThat(told).hasValue(0);
        here.changed(meeting, Part.MINUTES);
        here.lookAround();
        assertThat(told).hasValue(1);
        watching.close();
    }
}
