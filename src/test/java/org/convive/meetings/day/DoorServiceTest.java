package org.convive.meetings.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.live.MeetingRoom;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class DoorServiceTest {
    private static final String STROKES = "M10 20L30 40L50 60M100 100L120 90";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private DoorService door;

    @Autowired
    private MeetingRoom room;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void aSupperInAnHour() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        supper = meeting(Duration.ofHours(1));
        var unused = meetings.answer(helene, supper, Answer.YES, 2);
    }

    @Test
    void whoKeepsTheDoorNotesThoseExpectedAndOtherMembers() {
        door.arrive(camille, supper, helene.person());
        door.arrive(camille, supper, nadia.person());
        Attendance now = door.attendance(camille, supper);
        assertThat(now.here()).extracting(Attendee::name).containsExactly("Nadia", "Verrerie Saulnaye manager");
        assertThat(now.expected()).isEqualTo(1);
        assertThat(now.walkIns()).isEqualTo(1);
        assertThat(Objects.requireNonNull(now.of(helene.person())).guests()).isEqualTo(2);
    }

    @Test
    void aWalkInIsNotedByNameAndMayBeTakenBack() {
        door.walkIn(camille, supper, new WalkIn(" Otto Vogel ", "Glashütte", "otto@vogel.example"));
        Attendee otto = door.attendance(camille, supper).here().getFirst();
        assertThat(otto.name()).isEqualTo("Otto Vogel");
        assertThat(otto.organisation()).isEqualTo("Glashütte");
        door.leave(camille, supper, Objects.requireNonNull(otto.presence()));
        assertThat(door.attendance(camille, supper).here()).isEmpty();
        assertThatThrownBy(() -> door.walkIn(camille, supper, new WalkIn("", "", "no address")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKeys("name", "email"));
    }

    @Test
    void aGuestNotesThemselfWithTheCodeAtTheDoorAndOnlyWithIt() {
        String address = door.doorAddress(camille, supper);
        String key = address.substring(address.indexOf("key=") + 4);
        assertThatThrownBy(() -> door.arriveMyself(helene, supper, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> door.arriveMyself(helene, supper, key + "x")).isInstanceOf(InvalidInput.class);
        MeetingId breakfast = meeting(Duration.ofHours(2));
        assertThatThrownBy(() -> door.arriveMyself(helene, breakfast, key)).isInstanceOf(InvalidInput.class);
        door.arriveMyself(helene, supper, key);
        assertThat(door.arrival(helene, supper)).isPresent();
        assertThat(door.arrival(nadia, supper)).isEmpty();
    }

    @Test
    void theDoorIsClosedLongBefore() {
        MeetingId later = meeting(Duration.ofDays(3));
        String address = door.doorAddress(camille, later);
        String key = address.substring(address.indexOf("key=") + 4);
        assertThatThrownBy(() -> door.arrive(camille, later, helene.person())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> door.arriveMyself(helene, later, key)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> door.walkIn(camille, later, new WalkIn("Otto", "", "")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void thirtyTwoTapsAtOnceNoteSomebodyOnce() throws Exception {
        var heard = new AtomicInteger();
        var watching = room.watch(supper, MeetingRoom.Part.DOOR, heard::incrementAndGet);
        try (var executor = Executors.newFixedThreadPool(8)) {
            var taps = executor.invokeAll(IntStream.range(0, 32)
                    .mapToObj(i -> (java.util.concurrent.Callable<Boolean>) () -> {
                        door.arrive(camille, supper, helene.person());
                        return true;
                    })
                    .toList());
            for (var tap : taps) {
                assertThat(tap.get()).isTrue();
            }
        }
        watching.close();
        assertThat(door.attendance(camille, supper).here()).hasSize(1);
        assertThat(heard).hasValue(1);
    }

    @Test
    void aSignatureIsStrokesAndNothingElse() {
        door.arrive(camille, supper, helene.person());
        long presence = Objects.requireNonNull(
                door.attendance(camille, supper).here().getFirst().presence());
        door.sign(camille, supper, presence, STROKES);
        assertThat(door.attendance(camille, supper).here().getFirst().signature())
                .isEqualTo(STROKES);
        for (String bad : List.of("", "M1 2", "M10 20L30 40\"><script>", "M1000 2L3 4", "m1 2l3 4")) {
            assertThatThrownBy(() -> door.sign(camille, supper, presence, bad))
                    .as(bad)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aLateMessageReachesAllPresentAndNobodyElse() {
        assertThatThrownBy(() -> door.message(camille, supper, "Bus at nine")).isInstanceOf(InvalidInput.class);
        door.arrive(camille, supper, helene.person());
        door.walkIn(camille, supper, new WalkIn("Otto", "", "otto" + supper + "@vogel.example"));
        door.walkIn(camille, supper, new WalkIn("No Mail", "", ""));
        assertThat(door.message(camille, supper, "The bus leaves at nine, {{name}}"))
                .isEqualTo(2);
        assertThat(jdbc.sql("""
                        SELECT d.address FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        WHERE l.kind = 'meeting.message' AND l.subject_ref = ?""").param("meeting:" + supper).query(String.class).list())
                .containsExactlyInAnyOrder(helene.email().value(), "otto" + supper + "@vogel.example");
    }

    @Test
    void onlyOrganiserHostsAndAnimatorsKeepTheDoor() {
        assertThatThrownBy(() -> door.attendance(nadia, supper)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.arrive(nadia, supper, nadia.person())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.walkIn(nadia, supper, new WalkIn("A", "", "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.leave(nadia, supper, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.sign(nadia, supper, 1, STROKES)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.message(nadia, supper, "A")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.doorAddress(nadia, supper)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNoDoor() {
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> door.attendance(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> door.arrive(otto, supper, helene.person())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> door.arrive(camille, supper, otto.person())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> door.arrival(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> door.message(otto, supper, "A")).isInstanceOf(NotFoundException.class);
        door.arrive(camille, supper, helene.person());
        long presence = Objects.requireNonNull(
                door.attendance(camille, supper).here().getFirst().presence());
        MeetingId other = meeting(Duration.ofHours(1));
        assertThatThrownBy(() -> door.leave(camille, other, presence)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> door.sign(camille, other, presence, STROKES)).isInstanceOf(NotFoundException.class);
    }

    private MeetingId meeting(Duration ahead) {
        Instant from = Instant.now().plus(ahead);
        return meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
    }
}
