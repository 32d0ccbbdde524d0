package org.convive.meetings.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class TableServiceTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private TableService tables;

    private Actor camille;
    private final List<Actor> guests = new ArrayList<>();
    private MeetingId supper;

    @BeforeEach
    void twelvePeopleOfFourCompaniesCome() {
        guests.clear();
        camille = fixtures.animatorOfNewCluster();
        Instant from = Instant.now().plus(Duration.ofDays(7));
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        for (int company = 0; company < 4; company++) {
            Actor manager = fixtures.managerOf(camille, "Company " + company);
            come(manager, 0);
            come(fixtures.member(camille, "Worker " + company, manager.organisation()), 0);
            come(fixtures.member(camille, "Clerk " + company, manager.organisation()), 0);
        }
    }

    @Test
    void everybodySitsAwayFromTheirColleaguesInEachCourse() {
        mix(Layout.alike(3, 5, 2));
        TablePlan plan = tables.plan(camille, supper);
        assertThat(plan.sitters()).hasSize(12).allMatch(Sitter::isSeated);
        assertThat(Objects.requireNonNull(plan.score()).colleagues()).isZero();
        assertThat(plan.layout()).isEqualTo(Layout.alike(3, 5, 2));
    }

    @Test
    void membersSeeTheirTableOnlyOnceItIsPublished() {
        mix(Layout.alike(3, 5, 1));
        assertThat(tables.plan(guests.getFirst(), supper).mixed()).isFalse();
        assertThat(tables.plan(guests.getFirst(), supper).sitters()).noneMatch(Sitter::isSeated);
        tables.publish(camille, supper, true);
        TablePlan seen = tables.plan(guests.getFirst(), supper);
        assertThat(seen.mixed()).isTrue();
        assertThat(seen.wishes()).isEmpty();
        assertThat(seen.companyOf(
                        Objects.requireNonNull(seen.sitter(guests.getFirst().person()))))
                .isNotEmpty();
        tables.publish(camille, supper, false);
        assertThat(tables.plan(guests.getFirst(), supper).mixed()).isFalse();
    }

    @Test
    void wishesAreKept() {
        Actor one = guests.get(0);
        Actor other = guests.get(3);
        Actor host = guests.get(6);
        Actor friend = guests.get(9);
        tables.wish(camille, supper, Wish.apart(one.person(), other.person()));
        tables.wish(camille, supper, Wish.together(host.person(), friend.person()));
        tables.wish(camille, supper, Wish.host(host.person()));
        tables.wish(camille, supper, Wish.apart(other.person(), one.person()));
        assertThat(tables.plan(camille, supper).wishes()).hasSize(3);
        mix(Layout.alike(3, 5, 3));
        TablePlan plan = tables.plan(camille, supper);
        for (int course = 0; course < 3; course++) {
            assertThat(table(plan, one, course)).isNotEqualTo(table(plan, other, course));
            assertThat(table(plan, host, course)).isEqualTo(1).isEqualTo(table(plan, friend, course));
        }
    }

    @Test
    void twoPeopleCannotSitTogetherAndApart() {
        tables.wish(
                camille,
                supper,
                Wish.apart(guests.get(0).person(), guests.get(3).person()));
        tables.wish(
                camille,
                supper,
                Wish.together(guests.get(0).person(), guests.get(3).person()));
        assertThatThrownBy(() -> mix(Layout.alike(3, 5, 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKey("wishes"));
    }

    @Test
    void tooFewSeatsAreToldInNumbers() {
        assertThatThrownBy(() -> mix(Layout.alike(2, 5, 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKey("seats"));
        assertThatThrownBy(() -> mix(Layout.alike(0, 5, 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKey("tables"));
    }

    @Test
    void guestsSitBesideWhoBringsThem() {
        come(fixtures.member(camille, "Family", null), 3);
        mix(Layout.alike(4, 5, 2));
        TablePlan plan = tables.plan(camille, supper);
        assertThat(plan.people()).isEqualTo(16);
        for (int course = 0; course < 2; course++) {
            for (int table = 1; table <= 4; table++) {
                assertThat(plan.taken(course, table)).isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void whoSaysYesLaterIsSeatedWithoutMovingAnybody() {
        mix(Layout.alike(3, 5, 2));
        List<Sitter> before = tables.plan(camille, supper).sitters();
        come(fixtures.member(camille, "Late", null), 0);
        assertThat(tables.plan(camille, supper).unseated())
                .extracting(Sitter::name)
                .containsExactly("Late");
        tables.seatNewcomers(camille, supper);
        TablePlan after = tables.plan(camille, supper);
        assertThat(after.unseated()).isEmpty();
        assertThat(after.sitters()).containsAll(before);
    }

    @Test
    void somebodyIsMovedAndMovedBack() {
        mix(Layout.alike(3, 5, 1));
        Actor one = guests.getFirst();
        TablePlan plan = tables.plan(camille, supper);
        int from = table(plan, one, 0);
        int to = from % 3 + 1;
        assertThat(tables.move(camille, supper, 0, one.person(), to)).isEqualTo(from);
        assertThat(table(tables.plan(camille, supper), one, 0)).isEqualTo(to);
        assertThatThrownBy(() -> {
                    var second =
                            tables.plan(camille, supper).at(0, from).getFirst().person();
                    var unused = tables.move(camille, supper, 0, second, to);
                })
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void twoOrganisersWhoMixAtOnceDoNotOverwriteEachOther() {
        mix(Layout.alike(3, 5, 1));
        int seen = tables.plan(camille, supper).version();
        tables.mix(camille, supper, Layout.alike(4, 5, 1), seen, done -> {});
        assertThatThrownBy(() -> tables.mix(camille, supper, Layout.alike(5, 5, 1), seen, done -> {}))
                .isInstanceOf(StaleEdit.class);
        assertThat(tables.plan(camille, supper).layout().tables()).isEqualTo(4);
    }

    @Test
    void onlyOrganiserHostsAndAnimatorsLayTables() {
        Actor member = guests.get(1);
        assertThatThrownBy(() -> tables.mix(member, supper, Layout.alike(3, 5, 1), 0, done -> {}))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tables.publish(member, supper, true)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tables.wish(member, supper, Wish.host(member.person())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tables.forget(member, supper, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tables.seatNewcomers(member, supper)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNoTables() {
        mix(Layout.alike(3, 5, 1));
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> tables.plan(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tables.mix(otto, supper, Layout.alike(3, 5, 1), 1, done -> {}))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tables.wish(otto, supper, Wish.host(otto.person())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tables.wish(camille, supper, Wish.host(otto.person())))
                .isInstanceOf(NotFoundException.class);
    }

    private void come(Actor actor, int companions) {
        var unused = meetings.answer(actor, supper, Answer.YES, companions);
        guests.add(actor);
    }

    private void mix(Layout layout) {
        tables.mix(camille, supper, layout, tables.plan(camille, supper).version(), done -> {});
    }

    private static int table(TablePlan plan, Actor actor, int course) {
        return Objects.requireNonNull(plan.sitter(actor.person())).tableIn(course);
    }
}
