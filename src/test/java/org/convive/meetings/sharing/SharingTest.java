package org.convive.meetings.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class SharingTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private BringList bringing;

    @Autowired
    private Rides rides;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor otto;
    private MeetingId supper;

    @BeforeEach
    void aSupperThatTwoComeTo() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.animatorOfNewCluster();
        supper = schedule(List.of());
        var yes = meetings.answer(helene, supper, Answer.YES, 0);
        var too = meetings.answer(nadia, supper, Answer.YES, 0);
    }

    @Test
    void oneTapBringsItAndAnotherTakesItBack() {
        long cider = bringing.ask(camille, supper, "Cider", 6);
        bringing.bring(helene, supper, cider, 2);
        bringing.bring(nadia, supper, cider, 4);
        BringList.Item item = bringing.list(helene, supper).getFirst();
        assertThat(item.promised()).isEqualTo(6);
        assertThat(item.open()).isZero();
        assertThat(item.mine()).isEqualTo(2);
        assertThatThrownBy(() -> bringing.bring(helene, supper, cider, 3)).isInstanceOf(InvalidInput.class);
        bringing.bring(nadia, supper, cider, 0);
        assertThat(bringing.list(helene, supper).getFirst().open()).isEqualTo(4);
    }

    @Test
    void neverMoreIsPromisedThanWantedByThirtyTwoAtOnce() throws Exception {
        long tart = bringing.ask(camille, supper, "Tart", 5);
        List<Callable<Boolean>> taps = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Actor guest = fixtures.member(camille, "Guest", null);
            var unused = meetings.answer(guest, supper, Answer.YES, 0);
            taps.add(() -> {
                try {
                    bringing.bring(guest, supper, tart, 1);
                    return true;
                } catch (InvalidInput e) {
                    return false;
                }
            });
        }
        int brought = 0;
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var tap : executor.invokeAll(taps)) {
                brought += tap.get() ? 1 : 0;
            }
        }
        assertThat(brought).isEqualTo(5);
        assertThat(bringing.list(camille, supper).getFirst().promised()).isEqualTo(5);
    }

    @Test
    void whoHostedLeastCouldHostNext() {
        var unused = fixtures.managerOf(camille, "Moulin-Fauvel");
        schedule(List.of(helene.person()));
        assertThat(bringing.hostNext(camille, 5))
                .extracting(BringList.Hosting::organisation)
                .containsExactly("Moulin-Fauvel", "Verrerie Saulnaye");
    }

    @Test
    void contactsAreSharedOnlyBetweenThoseInTheSameCar() {
        rides.offer(helene, supper, "Martreville", LocalTime.of(18, 5), 2);
        Ride seen = rides.list(nadia, supper).getFirst();
        assertThat(seen.free()).isEqualTo(2);
        assertThat(seen.company()).isEmpty();
        rides.join(nadia, supper, seen.id());
        assertThat(rides.list(nadia, supper).getFirst().company())
                .extracting(Ride.Contact::email)
                .containsExactly(helene.email().value(), nadia.email().value());
        assertThat(rides.list(helene, supper).getFirst().company())
                .extracting(Ride.Contact::name)
                .contains("Nadia");
        assertThat(rides.list(camille, supper).getFirst().company()).isEmpty();
        rides.leave(nadia, supper);
        assertThat(rides.list(nadia, supper).getFirst().company()).isEmpty();
    }

    @Test
    void theLastSeatIsTakenOnce() throws Exception {
        rides.offer(helene, supper, "Martreville", null, 1);
        long ride = rides.list(nadia, supper).getFirst().id();
        List<Callable<Boolean>> taps = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Actor guest = fixtures.member(camille, "Guest", null);
            var unused = meetings.answer(guest, supper, Answer.YES, 0);
            taps.add(() -> {
                try {
                    rides.join(guest, supper, ride);
                    return true;
                } catch (InvalidInput e) {
                    return false;
                }
            });
        }
        int seated = 0;
        try (var executor = Executors.newFixedThreadPool(6)) {
            for (var tap : executor.invokeAll(taps)) {
                seated += tap.get() ? 1 : 0;
            }
        }
        assertThat(seated).isEqualTo(1);
    }

    @Test
    void aDriverKeepsTheSeatsThatAreTaken() {
        rides.offer(helene, supper, "Martreville", null, 2);
        rides.join(nadia, supper, rides.list(nadia, supper).getFirst().id());
        rides.offer(helene, supper, "Pont-l’Aulne", null, 1);
        assertThat(rides.list(nadia, supper).getFirst().joined()).isTrue();
        assertThatThrownBy(() -> rides.offer(helene, supper, "", null, 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKeys("leaves", "seats"));
        rides.withdraw(helene, supper);
        assertThat(rides.list(nadia, supper)).isEmpty();
    }

    @Test
    void whoDoesNotComeAfterAllIsInNoCarTheirRidersAreToldAndWhatTheyWouldHaveBroughtIsWantedAgain() {
        long cider = bringing.ask(camille, supper, "Cider", 6);
        bringing.bring(helene, supper, cider, 2);
        rides.offer(helene, supper, "Martreville", null, 1);
        long ride = rides.list(nadia, supper).getFirst().id();
        rides.join(nadia, supper, ride);
        assertThat(told(helene)).as("the driver hears who rides along").isEqualTo(1);
        var no = meetings.answer(helene, supper, Answer.NO, 0);
        assertThat(rides.list(nadia, supper)).isEmpty();
        assertThat(told(nadia))
                .as("who rode along hears that the driver does not come")
                .isEqualTo(1);
        assertThat(bringing.list(camille, supper).getFirst().open()).isEqualTo(6);
        var yes = meetings.answer(helene, supper, Answer.YES, 0);
        assertThat(rides.list(nadia, supper)).singleElement().matches(Ride::joined);
        assertThat(bringing.list(camille, supper).getFirst().open()).isEqualTo(4);
        var too = meetings.answer(nadia, supper, Answer.NO, 0);
        assertThat(rides.list(helene, supper).getFirst().company())
                .extracting(Ride.Contact::name)
                .containsExactly(helene.name());
        Actor guest = fixtures.member(camille, "Guest", null);
        var third = meetings.answer(guest, supper, Answer.YES, 0);
        rides.join(guest, supper, ride);
        var again = meetings.answer(nadia, supper, Answer.YES, 0);
        assertThat(rides.list(nadia, supper).getFirst().joined()).isFalse();
    }

    private int told(Actor person) {
        return jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'meetings.notice.ride'")
                .param(person.person().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void ridesAreErasedADayAfterTheMeeting() {
        rides.offer(helene, supper, "Martreville", null, 2);
        rides.join(nadia, supper, rides.list(nadia, supper).getFirst().id());
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minus(Duration.ofHours(30))),
                        Utc.column(Instant.now().minus(Duration.ofHours(26))),
                        supper.value())
                .update();
        assertThat(rides.list(helene, supper)).isEmpty();
        assertThat(rides.erasePast()).isPositive();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM meeting_ride_seat WHERE meeting_id = ?")
                        .param(supper.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoDoesNotComeBringsNothingAndRidesNowhere() {
        Actor guest = fixtures.member(camille, "Guest", null);
        long cider = bringing.ask(camille, supper, "Cider", 6);
        assertThatThrownBy(() -> bringing.bring(guest, supper, cider, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rides.offer(guest, supper, "Here", null, 2)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> bringing.drop(helene, supper, cider)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() {
        long cider = bringing.ask(camille, supper, "Cider", 6);
        rides.offer(helene, supper, "Martreville", null, 2);
        long ride = rides.list(helene, supper).getFirst().id();
        assertThatThrownBy(() -> bringing.list(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bringing.bring(otto, supper, cider, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> rides.list(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> rides.join(otto, supper, ride)).isInstanceOf(NotFoundException.class);
        MeetingId other = schedule(List.of());
        var unused = meetings.answer(helene, other, Answer.YES, 0);
        assertThatThrownBy(() -> rides.join(helene, other, ride)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bringing.bring(helene, other, cider, 1)).isInstanceOf(NotFoundException.class);
    }

    private MeetingId schedule(List<PersonId> hosts) {
        Instant from = Instant.now().plus(Duration.ofDays(2));
        return meetings.schedule(
                camille,
                new MeetingDraft(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        "",
                        null,
                        null,
                        hosts,
                        Invited.wholeCluster()));
    }
}
