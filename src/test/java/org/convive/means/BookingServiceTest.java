package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class BookingServiceTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    MeansQueries queries;

    private Actor camille;
    private Actor sarcelle;
    private Actor helene;
    private Actor marc;

    @BeforeEach
    void people() {
        camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
    }

    @Test
    void aBookingHoldsItsUnitAndNobodyElseGetsIt() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 11), 2)))
                .isInstanceOf(JustTaken.class);
        bookings.book(marc, request(scanner, in(2, 12), 2));

        BookingLine line = queries.booking(helene, hers);
        assertThat(line.organisationName()).isEqualTo("Verrerie Saulnaye");
        assertThat(line.unitNames()).isEqualTo("ScanArm 1");
        assertThat(line.from()).isEqualTo(in(2, 8));
        assertThat(line.to()).isEqualTo(in(2, 12));
    }

    @Test
    void anotherUnitOfThePoolIsTakenByItself() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1", "ScanArm 2"));
        bookings.book(helene, request(scanner, in(2, 8), 4));
        BookingId his = bookings.book(marc, request(scanner, in(2, 8), 4));

        assertThat(queries.booking(marc, his).unitNames()).isEqualTo("ScanArm 2");
        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 9), 1)))
                .isInstanceOf(JustTaken.class);
    }

    @Test
    void severalUnitsAreBookedAllOrNone() {
        MeansId chairs = share(meansService, sarcelle, draft("Chairs", "A", "B", "C"));
        bookings.book(helene, request(chairs, in(2, 8), 4, 2, null));

        assertThatThrownBy(() -> bookings.book(marc, request(chairs, in(2, 8), 4, 2, null)))
                .isInstanceOf(JustTaken.class);
        assertThat(queries.occupancy(marc, chairs, in(2, 0), in(3, 0))).hasSize(2);
        bookings.book(marc, request(chairs, in(2, 8), 4, 1, null));
    }

    @Test
    void setUpAndTearDownKeepBookingsApart() {
        BookingRules rules = BookingRules.lenient(PARIS).withBuffers(Duration.ofMinutes(30), Duration.ofMinutes(30));
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", rules, List.of(), "ScanArm 1"));
        bookings.book(helene, request(scanner, in(2, 8), 2));

        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 10), 1)))
                .isInstanceOf(JustTaken.class);
        bookings.book(marc, request(scanner, in(2, 11), 1));
    }

    @Test
    void whoComesLateIsToldWhoHasItAndWhatIsFree() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        MeansId other = share(meansService, marc, draft("Fauvel scanner", "F1"));
        bookings.book(helene, request(scanner, in(2, 8), 4));

        JustTaken taken =
                catchThrowableOfType(JustTaken.class, () -> bookings.book(marc, request(scanner, in(2, 8), 4)));

        assertThat(taken.inTheWay()).extracting(Occupied::organisationName).containsExactly("Verrerie Saulnaye");
        assertThat(taken.alternatives()).hasSize(3);
        Alternative first = taken.alternatives().get(0);
        assertThat(first.means()).isEqualTo(other);
        assertThat(first.from()).isEqualTo(in(2, 8));
        Alternative second = taken.alternatives().get(1);
        assertThat(second.sameMeans()).isTrue();
        assertThat(second.from()).isEqualTo(in(2, 12));
        taken.alternatives()
                .forEach(offer ->
                        bookings.book(marc, new BookingRequest(offer.means(), offer.from(), offer.to(), 1, "", null)));
    }

    @Test
    void everyBrokenRuleIsToldBesideItsField() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));

        assertThat(complaint(helene, request(scanner, in(-1, 8), 1)).fields()).containsOnlyKeys("from");
        assertThat(complaint(helene, request(scanner, in(2, 8), -1)).fields()).containsOnlyKeys("to");
        assertThat(complaint(helene, request(scanner, in(2, 8), 1, 2, null)).fields())
                .containsOnlyKeys("units");
        assertThat(complaint(helene, request(scanner, in(2, 8), 1, 0, null)).fields())
                .containsOnlyKeys("units");
        assertThat(complaint(helene, request(scanner, Instant.parse("9999-01-01T00:00:00Z"), 1))
                        .fields())
                .containsOnlyKeys("from");
        var tooLong = new BookingRequest(scanner, in(2, 8), in(2, 9), 1, "é".repeat(501), null);
        assertThat(complaint(helene, tooLong).fields()).containsOnlyKeys("purpose");
    }

    @Test
    void theSameRequestTwiceBooksOnce() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1", "ScanArm 2"));
        BookingId first = bookings.book(helene, request(scanner, in(2, 8), 4, 1, "double-click"));
        BookingId second = bookings.book(helene, request(scanner, in(2, 8), 4, 1, "double-click"));

        assertThat(second).isEqualTo(first);
        assertThat(queries.occupancy(helene, scanner, in(2, 0), in(3, 0))).hasSize(1);
        assertThat(complaint(helene, request(scanner, in(2, 14), 1, 1, "double-click"))
                        .fields())
                .containsOnlyKeys("idempotencyKey");
        BookingId his = bookings.book(marc, request(scanner, in(2, 8), 4, 1, "double-click"));
        assertThat(his).isNotEqualTo(first);
    }

    @Test
    void cancellingFreesTheUnitKeepsTheBookingAndCanBeUndone() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        bookings.cancel(helene, hers);
        bookings.cancel(helene, hers);

        assertThat(queries.booking(helene, hers).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(queries.occupancy(helene, scanner, in(2, 0), in(3, 0))).isEmpty();

        bookings.restore(helene, hers);
        bookings.restore(helene, hers);
        assertThat(queries.booking(helene, hers).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(queries.occupancy(helene, scanner, in(2, 0), in(3, 0))).hasSize(1);
    }

    @Test
    void aCancelledBookingThatSomebodyElseTookCannotComeBack() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        bookings.cancel(helene, hers);
        bookings.book(marc, request(scanner, in(2, 9), 1));

        assertThatThrownBy(() -> bookings.restore(helene, hers)).isInstanceOf(JustTaken.class);
        assertThat(queries.booking(helene, hers).status()).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void theOwnerTakesAUnitOutOfUseButKeepsWhatWasPromised() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1", "ScanArm 2"));
        bookings.book(helene, request(scanner, in(2, 8), 4));
        long second = queries.get(sarcelle, scanner).means().units().get(1).id();

        assertThatThrownBy(() -> bookings.blackout(sarcelle, scanner, null, in(2, 8), in(2, 18), "Service"))
                .isInstanceOf(JustTaken.class);
        BookingId maintenance = bookings.blackout(sarcelle, scanner, second, in(2, 8), in(80, 18), "Service");

        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 8), 1)))
                .isInstanceOf(JustTaken.class);
        assertThat(queries.occupancy(marc, scanner, in(50, 8), in(50, 9)))
                .extracting(Occupied::blackout)
                .containsExactly(true);
        bookings.cancel(sarcelle, maintenance);
        bookings.book(marc, request(scanner, in(2, 8), 1));
    }

    @Test
    void onlyTheBookersCompanyTheOwnerAndTheAnimatorCancel() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        Actor colleague = fixtures.member(camille, "Nadia", helene.organisation());
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        assertThatThrownBy(() -> bookings.cancel(marc, hers)).isInstanceOf(AccessDeniedException.class);
        for (Actor allowed : List.of(colleague, sarcelle, camille)) {
            bookings.cancel(allowed, hers);
            bookings.restore(allowed, hers);
        }
        assertThatThrownBy(() -> bookings.blackout(helene, scanner, null, in(5, 8), in(5, 9), ""))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoStandsForNoCompanyDoesNotBook() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        Actor guest = fixtures.member(camille, "Guest", null);

        assertThatThrownBy(() -> bookings.book(guest, request(scanner, in(2, 8), 4)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ottoOfTheOtherClusterSeesAndTakesNothing() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");

        assertThatThrownBy(() -> bookings.book(otto, request(scanner, in(3, 8), 4)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bookings.cancel(otto, hers)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bookings.restore(otto, hers)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bookings.blackout(otto, scanner, null, in(5, 8), in(5, 9), ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.booking(otto, hers)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.get(otto, scanner)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.occupancy(otto, scanner, in(2, 0), in(3, 0)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.nextFreeSlots(otto, scanner, Duration.ofHours(1), 3))
                .isInstanceOf(NotFoundException.class);
        assertThat(queries.list(otto, null, null, null)).isEmpty();
        assertThat(queries.timeline(otto, in(0, 0), in(9, 0)).occupied()).isEmpty();
        assertThat(queries.findFree(otto, new FreeSearch(in(3, 8), in(3, 9), null, null)))
                .isEmpty();
    }

    @Test
    void whatABookingIsForIsToldToThoseConcernedOnly() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        assertThat(queries.booking(helene, hers).purpose()).isEqualTo("Line review");
        assertThat(queries.booking(sarcelle, hers).purpose()).isEqualTo("Line review");
        assertThat(queries.booking(marc, hers).purpose()).isEmpty();
        assertThat(queries.occupancy(marc, scanner, in(2, 0), in(3, 0))
                        .getFirst()
                        .purpose())
                .isEmpty();
    }

    private InvalidInput complaint(Actor actor, BookingRequest request) {
        return catchThrowableOfType(InvalidInput.class, () -> bookings.book(actor, request));
    }
}
