package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Requests and answers, holds, moves, plans and the waiting list. */
@PortalTest
class LendingTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingMoves moves;

    @Autowired
    Approvals approvals;

    @Autowired
    Plans plans;

    @Autowired
    WaitingList waiting;

    @Autowired
    Expiries expiries;

    @Autowired
    BookingEvents events;

    @Autowired
    LendingTerms terms;

    @Autowired
    MeansQueries queries;

    @Autowired
    PlanLook look;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private Actor sarcelle;
    private Actor helene;
    private Actor marc;
    private Actor otto;

    @BeforeEach
    void people() {
        Actor camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
    }

    private MeansId asked() {
        return share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
    }

    private BookingStatus status(BookingId id) {
        return queries.booking(sarcelle, id).status();
    }

    private List<Deed> deeds(BookingId id) {
        return events.of(sarcelle, id).stream().map(told -> told.deed().deed()).toList();
    }

    private void letLapse(BookingId id) {
        jdbc.sql("UPDATE booking SET expires_at = NOW(6) - INTERVAL 1 MINUTE WHERE id = ?")
                .param(id.value())
                .update();
        assertThat(expiries.run()).isPositive();
    }

    @Test
    void aRequestKeepsItsSlotUntilTheOwnerApproves() {
        MeansId scanner = asked();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        assertThat(status(hers)).isEqualTo(BookingStatus.PENDING);
        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 10), 1)))
                .isInstanceOf(JustTaken.class);
        assertThat(queries.toAnswer(sarcelle)).extracting(BookingLine::id).containsExactly(hers);
        assertThat(queries.toAnswer(marc)).isEmpty();
        assertThat(queries.awaited(sarcelle)).isEqualTo(1);
        assertThatThrownBy(() -> approvals.approve(marc, hers, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> approvals.approve(otto, hers, "")).isInstanceOf(NotFoundException.class);

        approvals.approve(sarcelle, hers, "With pleasure");

        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(queries.booking(helene, hers).word()).isEqualTo("With pleasure");
        assertThat(queries.awaited(sarcelle)).isZero();
        assertThat(deeds(hers)).containsExactly(Deed.REQUESTED, Deed.APPROVED);
        assertThat(events.of(marc, hers)).isEmpty();
        assertThatThrownBy(() -> events.of(otto, hers)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> approvals.refuse(sarcelle, hers, "")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theOwnerAndTrustedCompaniesNeedNoAnswer() {
        MeansId scanner = share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1")
                        .lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of(helene.requireOrganisation()))));

        assertThat(status(bookings.book(helene, request(scanner, in(2, 8), 1)))).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(status(bookings.book(sarcelle, request(scanner, in(2, 9), 1))))
                .isEqualTo(BookingStatus.CONFIRMED);
        assertThat(status(bookings.book(marc, request(scanner, in(2, 10), 1)))).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void aPlanThatTakesTheFormersPlaceOffersWhatBecomesFreeAndNotWhatItNeedsItself() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        MeansId room = share(meansService, sarcelle, draft("Room", "R"));
        long former = plans.book(helene, List.of(request(scanner, in(2, 8), 4), request(room, in(2, 8), 4)), null, "")
                .plan();
        waiting.join(marc, request(scanner, in(2, 8), 4));
        waiting.join(marc, request(room, in(2, 8), 4));

        plans.replace(
                helene, queries.ofPlan(helene, former), List.of(request(room, in(2, 8), 4)), null, "", plan -> {});

        assertThat(waiting.mine(marc))
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        wish -> {
                            assertThat(wish.means()).isEqualTo(scanner);
                            assertThat(status(wish.offer())).isEqualTo(BookingStatus.HELD);
                        },
                        wish -> {
                            assertThat(wish.means()).isEqualTo(room);
                            assertThat(wish.offer()).isNull();
                        });
        assertThat(queries.ofPlan(helene, former)).allMatch(line -> line.status() == BookingStatus.CANCELLED);
    }

    @Test
    void aRefusedOrUnansweredRequestGivesItsSlotBack() {
        MeansId scanner = asked();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        approvals.refuse(sarcelle, hers, "We need it ourselves");
        assertThat(status(hers)).isEqualTo(BookingStatus.REFUSED);

        BookingId his = bookings.book(marc, request(scanner, in(2, 8), 4));
        letLapse(his);
        assertThat(status(his)).isEqualTo(BookingStatus.EXPIRED);
        assertThatThrownBy(() -> approvals.approve(sarcelle, his, "")).isInstanceOf(InvalidInput.class);
        bookings.book(helene, request(scanner, in(2, 8), 4));
        assertThatThrownBy(() -> bookings.restore(marc, his)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anotherTimeThatTheOwnerProposesIsKeptUntilTheBookerTakesIt() {
        MeansId scanner = asked();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        approvals.propose(sarcelle, hers, in(2, 13), in(2, 17), "In the afternoon we can help");

        assertThat(status(hers)).isEqualTo(BookingStatus.PROPOSED);
        bookings.book(marc, request(scanner, in(2, 8), 4));
        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 14), 1)))
                .isInstanceOf(JustTaken.class);
        assertThatThrownBy(() -> approvals.accept(marc, hers)).isInstanceOf(AccessDeniedException.class);
        approvals.accept(helene, hers);
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 13));
    }

    @Test
    void aProposalOfATakenTimeChangesNothing() {
        MeansId scanner = asked();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        bookings.book(sarcelle, request(scanner, in(2, 13), 4));

        assertThatThrownBy(() -> approvals.propose(sarcelle, hers, in(2, 14), in(2, 16), ""))
                .isInstanceOf(JustTaken.class);
        assertThat(status(hers)).isEqualTo(BookingStatus.PENDING);
        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 8));
        assertThat(queries.occupancy(helene, scanner, in(2, 8), in(2, 12))).hasSize(1);
    }

    @Test
    void aHoldKeepsTheSlotUntilItIsConfirmedOrLapses() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(4, 8), 4).held());

        assertThat(status(hers)).isEqualTo(BookingStatus.HELD);
        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(4, 10), 1)))
                .isInstanceOf(JustTaken.class);
        approvals.confirm(helene, hers, null);
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);

        BookingId his = bookings.book(marc, request(scanner, in(4, 13), 4).held());
        letLapse(his);
        assertThat(status(his)).isEqualTo(BookingStatus.EXPIRED);
        assertThatThrownBy(() -> approvals.confirm(marc, his, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void termsAreAcceptedAndTheVersionStaysWithTheBooking() {
        MeansId scanner =
                share(meansService, sarcelle, draft("Scanner", "ScanArm 1").onTerms("You are **insured**."));
        assertThatThrownBy(() -> bookings.book(helene, request(scanner, in(2, 8), 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("terms"));
        Long first = queries.get(helene, scanner).termsId();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 1).accepting(first));

        MeansDetail now = queries.get(sarcelle, scanner);
        MeansDraft kept = draft("Scanner");
        meansService.change(
                sarcelle,
                scanner,
                new MeansDraft(
                                kept.kind(),
                                "Scanner",
                                "",
                                "",
                                "",
                                null,
                                List.of(),
                                List.of(new MeansDraft.UnitDraft(
                                        now.means().units().getFirst().id(), "ScanArm 1")),
                                kept.rules())
                        .onTerms("You are not."),
                now.version());

        assertThatThrownBy(() ->
                        bookings.book(helene, request(scanner, in(2, 10), 1).accepting(first)))
                .isInstanceOf(InvalidInput.class);
        LendingTerms.Version frozen = terms.get(
                helene, Objects.requireNonNull(queries.booking(helene, hers).terms()));
        assertThat(frozen.text()).isEqualTo("You are **insured**.");
        assertThat(frozen.number()).isEqualTo(1);
        assertThat(frozen.rules()).isEqualTo(BookingRules.lenient(PARIS));
        assertThat(terms.of(helene, scanner)).hasSize(2);
        assertThatThrownBy(() -> terms.get(otto, frozen.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aChangeThatLeavesRulesAndTermsAloneMakesNoNewVersion() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        MeansDetail before = queries.get(sarcelle, scanner);

        meansService.change(
                sarcelle,
                scanner,
                new MeansDraft(
                        MeansKind.MACHINE,
                        "Another name",
                        "",
                        "",
                        before.means().price(),
                        null,
                        List.of(),
                        List.of(new MeansDraft.UnitDraft(
                                before.means().units().getFirst().id(), "Arm")),
                        before.means().rules()),
                before.version());

        assertThat(terms.of(sarcelle, scanner)).hasSize(1);
    }

    @Test
    void chosenCompaniesBookAndOthersAreTold() {
        MeansId scanner = share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1").lent(Lending.OPEN.toChosen(Set.of(helene.requireOrganisation()))));

        bookings.book(helene, request(scanner, in(2, 8), 1));
        bookings.book(sarcelle, request(scanner, in(2, 9), 1));
        assertThatThrownBy(() -> bookings.book(marc, request(scanner, in(2, 10), 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("means"));
    }

    @Test
    void aCompanyThatIsNotHereCannotBeChosen() {
        assertThatThrownBy(() -> share(
                        meansService,
                        sarcelle,
                        draft("Scanner", "ScanArm 1").lent(Lending.OPEN.toChosen(Set.of(otto.requireOrganisation())))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aCompanyBooksNoMoreThanItsQuotaOfTheQuarter() {
        MeansId scanner = share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1").lent(Lending.OPEN.withQuota(Duration.ofHours(4))));
        var day = LocalDate.now(PARIS).plusDays(2);
        bookings.book(helene, request(scanner, in(2, 8), 3));

        assertThatThrownBy(() -> bookings.book(helene, request(scanner, in(2, 12), 2)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("to"));
        bookings.book(helene, request(scanner, in(2, 12), 1));
        bookings.book(marc, request(scanner, in(2, 14), 4));
        bookings.book(sarcelle, request(scanner, in(2, 18), 5));
        assertThat(day).isAfter(LocalDate.now(PARIS));
    }

    @Test
    void whoMustBeShownHowToUseItBooksAfterwards() {
        MeansId scanner = share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1").lent(Lending.OPEN.withCertificate("Laser safety")));

        assertThatThrownBy(() -> bookings.book(helene, request(scanner, in(2, 8), 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("certificate"));
        bookings.book(sarcelle, request(scanner, in(2, 8), 1));
    }

    @Test
    void anOwnerMayShowOnlyThatItIsTaken() {
        MeansId scanner =
                share(meansService, sarcelle, draft("Scanner", "ScanArm 1").lent(Lending.OPEN.discreet()));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));

        Occupied seen = queries.occupancy(marc, scanner, in(2, 0), in(3, 0)).getFirst();
        assertThat(seen.hidden()).isTrue();
        assertThat(seen.organisationName()).isEmpty();
        assertThat(seen.organisation()).isNotEqualTo(helene.requireOrganisation());
        assertThat(seen.purpose()).isEmpty();
        assertThatThrownBy(() -> queries.booking(marc, hers)).isInstanceOf(NotFoundException.class);
        assertThat(queries.occupancy(sarcelle, scanner, in(2, 0), in(3, 0))
                        .getFirst()
                        .organisationName())
                .isEqualTo("Verrerie Saulnaye");
        assertThat(queries.booking(helene, hers).organisationName()).isEqualTo("Verrerie Saulnaye");
    }

    @Test
    void aMoveKeepsTheOldSlotWhenTheNewOneIsTaken() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        bookings.book(marc, request(scanner, in(2, 12), 2));
        int version = queries.booking(helene, hers).version();

        assertThatThrownBy(() -> moves.move(helene, hers, in(2, 11), in(2, 13), null, version))
                .isInstanceOf(JustTaken.class);
        assertThat(queries.occupancy(helene, scanner, in(2, 8), in(2, 10))).hasSize(1);

        moves.move(helene, hers, in(2, 9), in(2, 12), null, version);
        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 9));
        assertThat(queries.occupancy(helene, scanner, in(2, 8), in(2, 9))).isEmpty();
        assertThatThrownBy(() -> moves.move(helene, hers, in(2, 8), in(2, 10), null, version))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> moves.move(marc, hers, in(2, 8), in(2, 10), null, version + 2))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> moves.move(otto, hers, in(2, 8), in(2, 10), null, version))
                .isInstanceOf(NotFoundException.class);
        assertThat(deeds(hers)).containsExactly(Deed.BOOKED, Deed.MOVED);
    }

    @Test
    void aMoveWhereTheOwnerAnswersIsARequestAgain() {
        MeansId scanner = asked();
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        approvals.approve(sarcelle, hers, "");

        moves.move(
                helene,
                hers,
                in(2, 8),
                in(2, 10),
                null,
                queries.booking(helene, hers).version());
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
        moves.move(
                sarcelle,
                hers,
                in(2, 9),
                in(2, 11),
                null,
                queries.booking(helene, hers).version());
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
        moves.move(
                helene,
                hers,
                in(2, 14),
                in(2, 16),
                null,
                queries.booking(helene, hers).version());
        assertThat(status(hers)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void severalMeansAreBookedTogetherOrNotAtAll() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        MeansId van = share(meansService, sarcelle, draft("Van", "Van 1", "Van 2"));
        bookings.book(marc, request(van, in(2, 8), 4, 2, null));

        assertThatThrownBy(() ->
                        plans.book(helene, List.of(request(scanner, in(2, 8), 4), request(van, in(2, 9), 2)), null, ""))
                .isInstanceOfSatisfying(PlanRefused.class, e -> {
                    assertThat(e.lines()).containsOnlyKeys(1);
                    assertThat(e.lines().get(1).inTheWay()).isNotEmpty();
                    assertThat(e.lines().get(1).alternatives()).isNotEmpty();
                });
        assertThat(queries.mine(helene, in(0, 0))).isEmpty();

        List<BookingRequest> both = List.of(request(scanner, in(2, 8), 4), request(van, in(2, 12), 2));
        Plans.Booked plan = plans.book(helene, both, "once", "");
        assertThat(plans.book(helene, both, "once", "")).isEqualTo(plan);
        assertThat(queries.ofPlan(helene, plan.plan()))
                .extracting(BookingLine::id)
                .containsExactlyElementsOf(plan.bookings());
        assertThat(queries.ofPlan(otto, plan.plan())).isEmpty();

        assertThat(plans.cancel(helene, plan.plan())).isEqualTo(2);
        assertThat(queries.occupancy(helene, scanner, in(2, 0), in(3, 0))).isEmpty();
    }

    @Test
    void aPlanThatAsksForMoreThanThereIsRefusesTheLineThatIsTooMuch() {
        MeansId van = share(meansService, sarcelle, draft("Van", "Van 1"));

        assertThatThrownBy(() ->
                        plans.book(helene, List.of(request(van, in(2, 8), 4), request(van, in(2, 9), 2)), null, ""))
                .isInstanceOfSatisfying(
                        PlanRefused.class, e -> assertThat(e.lines()).containsOnlyKeys(1));
        assertThat(queries.mine(helene, in(0, 0))).isEmpty();
    }

    @Test
    void aRefusedPlanProposesOnlyWhatIsLentToTheBookerAndItsOwnFormerTimesAreInNobodysWay() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        MeansId room = share(meansService, sarcelle, draft("Room", "R"));
        MeansId forMarc = share(
                meansService,
                sarcelle,
                draft("Other scanner", "O").lent(Lending.OPEN.toChosen(Set.of(marc.requireOrganisation()))));
        long former = plans.book(helene, List.of(request(scanner, in(2, 8), 4), request(room, in(2, 8), 4)), null, "")
                .plan();
        bookings.book(marc, request(scanner, in(2, 13), 2));
        List<BookingRequest> later = List.of(request(room, in(2, 10), 4), request(scanner, in(2, 10), 4));

        assertThatThrownBy(() -> plans.replace(helene, queries.ofPlan(helene, former), later, null, "", plan -> {}))
                .isInstanceOfSatisfying(PlanRefused.class, e -> {
                    assertThat(e.lines()).containsOnlyKeys(1);
                    assertThat(e.lines().get(1).inTheWay())
                            .extracting(Occupied::organisationName)
                            .contains("Moulin-Fauvel");
                    assertThat(e.lines().get(1).alternatives())
                            .isNotEmpty()
                            .noneMatch(one -> one.means().equals(forMarc));
                });
        assertThat(queries.ofPlan(helene, former)).allMatch(line -> line.status() == BookingStatus.CONFIRMED);
    }

    @Test
    void aLookAtAPlanIsLimitedAsAPlanIs() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        List<BookingRequest> most = Collections.nCopies(Plans.MOST, request(scanner, in(2, 8), 1));
        assertThat(look.of(helene, most)).hasSize(Plans.MOST);
        List<BookingRequest> more = Collections.nCopies(Plans.MOST + 1, request(scanner, in(2, 8), 1));
        assertThatThrownBy(() -> look.of(helene, more))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("plan"));
        assertThatThrownBy(() -> look.of(otto, List.of(request(scanner, in(2, 8), 1))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatASwapDropsIsGivenBackLateLikeAnythingElseAndWhatMovesIsNot() {
        Lending strict = Lending.OPEN.withFreeCancelling(Duration.ofDays(10));
        MeansId scanner =
                share(meansService, sarcelle, draft("Scanner", "ScanArm 1").lent(strict));
        MeansId room = share(meansService, sarcelle, draft("Room", "R").lent(strict));
        long former = plans.book(helene, List.of(request(scanner, in(2, 8), 4), request(room, in(2, 8), 4)), null, "")
                .plan();
        List<BookingLine> before = queries.ofPlan(helene, former);

        plans.replace(helene, before, List.of(request(room, in(2, 9), 4)), null, "", plan -> {});

        assertThat(before).allSatisfy(line -> {
            BookingLine now = queries.booking(sarcelle, line.id());
            assertThat(now.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(now.late()).isEqualTo(line.means().equals(scanner));
            assertThat(audit.of(sarcelle, "booking:" + line.id()))
                    .extracting(AuditTrail.Entry::deed)
                    .contains("booking.cancelled");
        });
    }

    @Test
    void whatIsTakenAgainOrMovedIsAdmittedLikeANewBooking() {
        MeansId scanner = share(
                meansService,
                sarcelle,
                draft("Scanner", "ScanArm 1").lent(Lending.OPEN.withQuota(Duration.ofHours(4))));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        bookings.cancel(helene, hers);
        BookingId other = bookings.book(helene, request(scanner, in(2, 12), 3));
        assertThatThrownBy(() -> bookings.restore(helene, hers)).isInstanceOf(InvalidInput.class);
        int version = queries.booking(helene, other).version();
        assertThatThrownBy(() -> moves.move(helene, other, in(2, 12), in(2, 17), null, version))
                .as("more than the quota")
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("to"));

        change(scanner, draft("Scanner", "ScanArm 1").lent(Lending.OPEN.withCertificate("Laser safety")));
        assertThatThrownBy(() -> bookings.restore(helene, hers))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("certificate"));
        assertThatThrownBy(() -> moves.move(helene, other, in(2, 13), in(2, 16), null, version))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("certificate"));

        change(scanner, draft("Scanner", "ScanArm 1").onTerms("New terms."));
        assertThatThrownBy(() -> bookings.restore(helene, hers))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("terms"));
        assertThat(status(hers)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(queries.booking(helene, other).from()).isEqualTo(in(2, 12));
    }

    private void change(MeansId id, MeansDraft draft) {
        MeansDetail now = queries.get(sarcelle, id);
        meansService.change(
                sarcelle,
                id,
                new MeansDraft(
                        draft.kind(),
                        draft.name(),
                        draft.description(),
                        draft.place(),
                        draft.price(),
                        draft.picture(),
                        draft.capabilities(),
                        now.means().units().stream()
                                .map(unit -> new MeansDraft.UnitDraft(unit.id(), unit.name()))
                                .toList(),
                        draft.rules(),
                        draft.lending(),
                        draft.contact(),
                        draft.capacity(),
                        draft.at(),
                        draft.terms()),
                now.version());
    }

    @Test
    void whatBecomesFreeIsOfferedInOrderAndWithTimeToAnswer() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId taken = bookings.book(sarcelle, request(scanner, in(4, 8), 4));
        assertThatThrownBy(() -> waiting.join(helene, request(scanner, in(4, 13), 2)))
                .isInstanceOf(InvalidInput.class);
        waiting.join(helene, request(scanner, in(4, 8), 4));
        waiting.join(helene, request(scanner, in(4, 8), 4));
        waiting.join(marc, request(scanner, in(4, 9), 2));
        assertThat(waiting.mine(helene))
                .singleElement()
                .satisfies(wish -> assertThat(wish.before()).isZero());
        assertThat(waiting.mine(marc))
                .singleElement()
                .satisfies(wish -> assertThat(wish.before()).isEqualTo(1));

        bookings.cancel(sarcelle, taken);

        BookingId offer = waiting.mine(helene).getFirst().offer();
        assertThat(offer).isNotNull();
        assertThat(status(offer)).isEqualTo(BookingStatus.HELD);
        assertThat(deeds(offer)).containsExactly(Deed.OFFERED);
        assertThat(waiting.mine(marc).getFirst().offer()).isNull();
        assertThatThrownBy(() -> bookings.restore(sarcelle, taken)).isInstanceOf(JustTaken.class);

        letLapse(offer);
        BookingId next = waiting.mine(marc).getFirst().offer();
        assertThat(next).isNotNull();
        assertThat(waiting.mine(helene)).isEmpty();
        approvals.confirm(marc, next, null);
        assertThat(waiting.mine(marc)).isEmpty();
        assertThat(status(next)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whoWaitsNoLongerIsPassedOver() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId taken = bookings.book(sarcelle, request(scanner, in(4, 8), 4));
        waiting.join(helene, request(scanner, in(4, 8), 4));
        long wish = waiting.mine(helene).getFirst().id();

        assertThatThrownBy(() -> waiting.leave(marc, wish)).isInstanceOf(NotFoundException.class);
        waiting.leave(helene, wish);
        bookings.cancel(sarcelle, taken);

        assertThat(queries.occupancy(helene, scanner, in(4, 8), in(4, 12))).isEmpty();
    }

    @Test
    void bookingsStartOnTheGridAndNotOnHolidays() {
        BookingRules rules = BookingRules.lenient(PARIS)
                .withSlot(Duration.ofMinutes(60))
                .withClosures(Closures.read("fr", in(3, 8).atZone(PARIS).toLocalDate() + "=-"));
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", rules, List.of(), "ScanArm 1"));

        assertThatThrownBy(() -> bookings.book(
                        helene,
                        new BookingRequest(scanner, in(2, 8).plusSeconds(900), in(2, 9).plusSeconds(900), 1, "", null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bookings.book(helene, request(scanner, in(3, 8), 1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(Closures.read("fr", "").of(LocalDate.of(2027, 7, 14))).contains(List.of());
        assertThat(Closures.read("fr", "").of(LocalDate.of(2027, 7, 15))).isEmpty();
        assertThat(Closures.read("de-by", "").isSound()).isTrue();
        assertThat(new Closures("xx", List.of()).isSound()).isFalse();
    }
}
