package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.shared.TimeSlot;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FinderTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    Finder finder;

    private Actor sarcelle;
    private Actor helene;
    private Actor otto;
    private MeansId scanner;
    private MeansId van;

    @BeforeEach
    void world() {
        Actor camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
        scanner = share(meansService, sarcelle, draft("Scanner", "S1"));
        van = share(meansService, sarcelle, draft("Van", BookingRules.lenient(PARIS), List.of("Transport"), "V1"));
    }

    private static Finder.Need need(String text) {
        return new Finder.Need(text, null, 1, null);
    }

    private static Finder.Search exact(int day, int from, int to, Finder.Need... needs) {
        var window = new TimeSlot(in(day, from), in(day, to));
        return new Finder.Search(List.of(needs), window, window.length(), null, null);
    }

    @Test
    void severalThingsAreProposedAsOnePlanOnlyWhenAllAreFree() {
        Finder.Search both = exact(2, 8, 12, need("3D"), need("transport"));
        assertThat(finder.proposals(helene, both))
                .singleElement()
                .satisfies(plan -> assertThat(plan.candidates())
                        .extracting(one -> one.means().id())
                        .containsExactly(scanner, van));

        bookings.book(sarcelle, request(van, in(2, 11), 2));

        assertThat(finder.proposals(helene, both)).isEmpty();
    }

    @Test
    void aNeedGivesItsMeansUpForAnotherThatHasNoOtherChoice() {
        MeansId arm =
                share(meansService, sarcelle, draft("Arm", BookingRules.lenient(PARIS), List.of("Lift", "Turn"), "A1"));
        MeansId crane =
                share(meansService, sarcelle, draft("Crane", BookingRules.lenient(PARIS), List.of("Lift"), "C1"));
        MeansId lathe = share(
                meansService, sarcelle, draft("Lathe", BookingRules.lenient(PARIS), List.of("Turn", "Drill"), "L1"));

        // The first choice of lifting is the arm, of turning the arm and then the lathe; drilling is the lathe's alone.
        assertThat(finder.proposals(helene, exact(2, 8, 12, need("lift"), need("turn"), need("drill"))))
                .singleElement()
                .satisfies(plan -> assertThat(plan.candidates())
                        .extracting(one -> one.means().id())
                        .containsExactly(crane, arm, lathe));
        assertThat(finder.proposals(helene, exact(2, 8, 12, need("lift"), need("lift"))))
                .singleElement()
                .satisfies(plan -> assertThat(plan.candidates())
                        .extracting(one -> one.means().id())
                        .containsExactly(arm, crane));
        assertThat(finder.proposals(helene, exact(2, 8, 12, need("lift"), need("turn"), need("drill"), need("turn"))))
                .isEmpty();
    }

    @Test
    void someHoursWithinDaysAreFoundAroundWhatIsTaken() {
        bookings.book(sarcelle, request(scanner, in(2, 7), 6));
        var search = new Finder.Search(
                List.of(need("scanner")), new TimeSlot(in(2, 0), in(4, 0)), Duration.ofHours(4), null, null);

        List<Finder.Proposal> found = finder.proposals(helene, search);

        assertThat(found.getFirst().slot()).isEqualTo(new TimeSlot(in(2, 13), in(2, 17)));
        assertThat(found).allSatisfy(one -> {
            LocalTime start = one.slot().from().atZone(PARIS).toLocalTime();
            assertThat(start).isBetween(LocalTime.of(7, 0), LocalTime.of(15, 0));
        });
    }

    @Test
    void farThingsAndThingsForOthersAreLeftOut() {
        MeansDraft near = draft("Near", "N1");
        MeansId close = share(
                meansService,
                sarcelle,
                new MeansDraft(
                        near.kind(),
                        "Near",
                        "",
                        "",
                        "",
                        null,
                        List.of("Press"),
                        near.units(),
                        near.rules(),
                        Lending.OPEN,
                        "",
                        8,
                        new GeoPoint(48.0, 6.0),
                        ""));
        share(meansService, sarcelle, draft("Private press", "P1").lent(Lending.OPEN.toChosen(Set.of())));
        var window = new TimeSlot(in(2, 8), in(2, 10));
        var around = new Finder.Search(List.of(need("press")), window, window.length(), new GeoPoint(48.1, 6.0), 20);
        assertThat(finder.candidates(helene, around, around.needs().getFirst()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.means().id()).isEqualTo(close);
                    assertThat(one.km()).isBetween(10.0, 12.0);
                });
        var nearer = new Finder.Search(List.of(need("press")), window, window.length(), new GeoPoint(48.1, 6.0), 10);
        assertThat(finder.candidates(helene, nearer, nearer.needs().getFirst())).isEmpty();
        var bigger = new Finder.Need("press", null, 1, 9);
        assertThat(finder.candidates(helene, exact(2, 8, 10, bigger), bigger)).isEmpty();
    }

    @Test
    void ottoFindsNothingOfAnotherCluster() {
        assertThat(finder.proposals(otto, exact(2, 8, 12, need("scanner")))).isEmpty();
    }
}
