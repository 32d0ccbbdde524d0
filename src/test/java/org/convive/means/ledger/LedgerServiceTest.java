package org.convive.means.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.use.Meter;
import org.convive.means.use.NoShows;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.notices.Notices;
import org.convive.shared.InvalidInput;
import org.convive.shared.Money;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class LedgerServiceTest {
    @Autowired
    LedgerService ledger;

    @Autowired
    LedgerQueries queries;

    @Autowired
    StatementPaper paper;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Settling settling;

    @Autowired
    UseService uses;

    @Autowired
    NoShows noShows;

    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    Notices notices;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;
    private MeansId truck;

    @BeforeEach
    void twoCompanies() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
        truck = MeansWorld.share(means, marc, MeansWorld.draft("Truck", "T"));
        tariffs.set(helene, bench, hourly(0, 5_000, 0));
        tariffs.set(marc, truck, hourly(0, 2_000, 0));
    }

    @Test
    void aUseThatIsOverBecomesALineOnceAndBothSidesSumToZero() {
        BookingId id = used(marc, bench, 2);
        settling.settle();
        settling.settle();
        assertThat(queries.ofBooking(marc, id)).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(Money.of(10_000, "EUR"));
            assertThat(line.account()).isEqualTo(Account.DUE);
            assertThat(line.takerName()).isEqualTo("Moulin");
        });
        assertThat(balance(helene)).isEqualTo(10_000);
        assertThat(balance(marc)).isEqualTo(-10_000);
    }

    @Test
    void theDatabaseItselfRefusesThatALineIsEditedOrTakenAway() {
        BookingId id = used(marc, bench, 2);
        settling.settle();
        ledger.dispute(marc, queries.ofBooking(marc, id).getFirst().id(), "Half of it");
        for (String deed : List.of(
                "UPDATE ledger_line SET amount = 1",
                "DELETE FROM ledger_line",
                "UPDATE ledger_posting SET amount = 1",
                "DELETE FROM ledger_posting",
                "UPDATE ledger_word SET words = 'x'",
                "DELETE FROM ledger_word",
                "UPDATE tariff SET per_hour = 1",
                "DELETE FROM tariff")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).as(deed).hasMessageContaining("is only ever added to");
        }
        assertThat(balance(helene)).isEqualTo(10_000);
    }

    @Test
    void whoDoesNotComePaysWhereTheOwnerSaysSo() {
        uses.change(helene, bench, new UseRules(true, 15, false, Meter.NONE, "", 0));
        BookingId free = missed(marc);
        assertThat(queries.ofBooking(marc, free)).isEmpty();

        tariffs.set(helene, bench, hourly(1, 5_000, 0).chargingNoShows());
        BookingId charged = missed(marc);
        assertThat(queries.ofBooking(marc, charged)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.NO_SHOW);
            assertThat(line.amount()).isEqualTo(Money.of(10_000, "EUR"));
            assertThat(line.mayCorrect(helene)).isTrue();
        });
        assertThat(balance(helene)).isEqualTo(10_000);
        assertThat(balance(marc)).isEqualTo(-10_000);
        assertThat(notices.mine(marc, true, 0, 20))
                .anyMatch(notice -> notice.title().startsWith("Saulnaye charges"));
        BookingId own = missed(helene);
        assertThat(queries.ofBooking(helene, own)).isEmpty();
    }

    /** Booked for two hours, begun twenty minutes ago, and nobody came. */
    private BookingId missed(Actor who) {
        Instant from = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
        BookingId id = bookings.book(who, new BookingRequest(bench, from, from.plus(Duration.ofHours(2)), 1, "", null));
        jdbc.sql("UPDATE booking SET starts_at = starts_at - INTERVAL 22 MINUTE, ends_at = ends_at - INTERVAL 22 MINUTE"
                        + " WHERE id = ?")
                .param(id.value())
                .update();
        noShows.release();
        return id;
    }

    @Test
    void aBookingKeepsThePriceOfItsTime() {
        BookingId id = used(marc, bench, 1);
        tariffs.set(helene, bench, hourly(1, 9_900, 0));
        settling.settle();
        assertThat(queries.ofBooking(marc, id).getFirst().amount().minor()).isEqualTo(5_000);
    }

    @Test
    void whatAnOwnerUsesThemselvesCostsNothing() {
        used(helene, bench, 2);
        settling.settle();
        assertThat(queries.lines(helene, helene.requireOrganisation(), null, 0, 9))
                .isEmpty();
    }

    @Test
    void aUseThatCostsNothingIsALineOfItsMinutesAndMovesNoBalance() throws IOException {
        MeansId press = MeansWorld.share(means, helene, MeansWorld.draft("Press", "P"));
        BookingId id = used(marc, press, 2);
        used(helene, press, 1);
        settling.settle();
        settling.settle();
        assertThat(queries.lines(helene, helene.requireOrganisation(), null, 0, 9))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.booking()).isEqualTo(id);
                    assertThat(line.isFree()).isTrue();
                    assertThat(line.usedMinutes()).isEqualTo(120);
                    assertThat(line.mayCorrect(helene)).isFalse();
                    assertThat(line.mayDispute(marc)).isTrue();
                });
        assertThat(queries.balances(helene, helene.requireOrganisation())).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM ledger_posting WHERE cluster_id = ? AND amount = 0")
                        .param(camille.cluster().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        YearMonth month = YearMonth.from(Instant.now().atZone(marc.zone()));
        Statement statement = queries.statement(marc, marc.requireOrganisation(), month);
        assertThat(statement.partners()).isEmpty();
        try (var document = Loader.loadPDF(paper.pdf(statement, Locale.FRENCH, marc.zone(), "Verre"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Press", "gratuit")
                    .doesNotContain("Rien n’a été donné");
        }
        assertThat(new String(paper.csv(statement, Locale.FRENCH, marc.zone()), StandardCharsets.UTF_8))
                .contains("USE,Saulnaye,Moulin,FAVOUR,0.00,EUR,Press," + id + ",120");
    }

    @Test
    void balancedPartnersOweFavoursUntilItIsTooMuch() {
        tariffs.set(helene, bench, hourly(1, 5_000, 12_000));
        BookingId first = used(marc, bench, 2);
        BookingId second = used(marc, bench, 1);
        settling.settle();
        assertThat(queries.ofBooking(marc, first).getFirst().account()).isEqualTo(Account.FAVOUR);
        assertThat(queries.ofBooking(marc, second).getFirst().account()).isEqualTo(Account.DUE);
    }

    @Test
    void nothingIsEditedACounterEntryTakesItOff() {
        BookingId id = used(marc, bench, 2);
        settling.settle();
        long line = queries.ofBooking(marc, id).getFirst().id();
        assertThatThrownBy(() -> ledger.correct(marc, line, 100, "Too much", "k1"))
                .isInstanceOf(AccessDeniedException.class);
        ledger.correct(helene, line, 4_000, "Spindle was slow", "k1");
        ledger.correct(helene, line, 4_000, "Spindle was slow", "k1");
        assertThat(balance(helene)).isEqualTo(6_000);
        assertThat(ledger.line(helene, line).amount().minor()).isEqualTo(10_000);
        assertThatThrownBy(() -> ledger.correct(helene, line, 6_001, "More", "k2"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("amount"));
        assertThat(notices.mine(marc, true, 0, 9))
                .anyMatch(notice -> notice.title().contains("corrected a line"));
    }

    @Test
    void aDisputedLineIsLeftOutOfNettingUntilItIsCleared() {
        BookingId one = used(marc, bench, 2);
        used(marc, bench, 1);
        settling.settle();
        long line = queries.ofBooking(marc, one).getFirst().id();
        ledger.dispute(marc, line, "We were there for one hour");
        assertThat(ledger.line(helene, line).state()).isEqualTo(LineState.DISPUTED);
        assertThat(ledger.paid(helene, helene.requireOrganisation(), marc.requireOrganisation(), "EUR", "p1"))
                .isEqualTo(Money.of(5_000, "EUR"));
        ledger.clear(helene, line, "Agreed on the phone");
        assertThat(ledger.paid(helene, helene.requireOrganisation(), marc.requireOrganisation(), "EUR", "p2"))
                .isEqualTo(Money.of(10_000, "EUR"));
        assertThat(balance(helene)).isZero();
    }

    @Test
    void whatBothOweEachOtherIsNettedAndPaidOnce() {
        used(marc, bench, 2);
        used(helene, truck, 2);
        settling.settle();
        assertThat(balance(helene)).isEqualTo(6_000);
        assertThatThrownBy(
                        () -> ledger.paid(marc, marc.requireOrganisation(), helene.requireOrganisation(), "EUR", "p1"))
                .isInstanceOf(InvalidInput.class);
        for (int i = 0; i < 2; i++) {
            assertThat(ledger.paid(helene, helene.requireOrganisation(), marc.requireOrganisation(), "EUR", "p1"))
                    .isEqualTo(Money.of(6_000, "EUR"));
        }
        assertThat(balance(helene)).isZero();
        assertThatThrownBy(
                        () -> ledger.paid(marc, helene.requireOrganisation(), marc.requireOrganisation(), "EUR", "p3"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theMonthlyStatementAddsUpAndReadsAsPdfAndCsv() throws IOException {
        used(marc, bench, 2);
        settling.settle();
        YearMonth month = YearMonth.from(Instant.now().atZone(helene.zone()));
        Statement statement = queries.statement(helene, helene.requireOrganisation(), month);
        assertThat(statement.partners()).singleElement().satisfies(row -> {
            assertThat(row.given().minor()).isEqualTo(10_000);
            assertThat(row.after())
                    .isEqualTo(row.before().plus(row.given()).plus(row.taken()).plus(row.paid()));
        });
        byte[] pdf = paper.pdf(statement, Locale.FRENCH, helene.zone(), "Verre");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Relevé mensuel", "Moulin", "100");
        }
        String csv = new String(paper.csv(statement, Locale.FRENCH, helene.zone()), StandardCharsets.UTF_8);
        assertThat(csv).contains("USE,Saulnaye,Moulin,DUE,100.00,EUR,Bench");
    }

    @Test
    void onlyTheCompanyItselfAndTheAnimatorReadItsAccount() {
        BookingId id = used(marc, bench, 2);
        settling.settle();
        long line = queries.ofBooking(marc, id).getFirst().id();
        Actor nadia = fixtures.managerOf(camille, "Corvaine");
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Brenner");
        for (Actor stranger : List.of(nadia, otto)) {
            assertThatThrownBy(() -> queries.balances(stranger, helene.requireOrganisation()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> ledger.line(stranger, line)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> ledger.dispute(stranger, line, "x")).isInstanceOf(NotFoundException.class);
        }
        assertThat(queries.balances(camille, helene.requireOrganisation())).hasSize(1);
        assertThatThrownBy(() -> tariffs.set(marc, bench, hourly(1, 1, 0))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tariffs.set(helene, bench, hourly(0, 1, 0))).isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> tariffs.of(otto, bench)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void howeverManyWriteAtOnceTheLedgerSumsToZeroAndFavoursStayWithinTheirLimit() throws Exception {
        tariffs.set(helene, bench, hourly(1, 1_000, 10_000));
        tariffs.set(marc, truck, hourly(1, 700, 3_000));
        var used = new ArrayList<BookingId>();
        for (int i = 0; i < 12; i++) {
            used.add(used(marc, bench, 2));
            used.add(used(helene, truck, 1));
        }
        var tasks = new ArrayList<Callable<Void>>();
        for (int worker = 0; worker < 5; worker++) {
            String key = "w" + worker;
            tasks.add(() -> {
                settling.settle();
                for (BookingId id : used.subList(0, 8)) {
                    for (LedgerLine line : queries.ofBooking(camille, id)) {
                        if (line.kind() == LineKind.USE) {
                            try {
                                ledger.correct(camille, line.id(), 100, "A little less", key);
                            } catch (InvalidInput e) {
                                // the others took it all
                            }
                        }
                    }
                }
                try {
                    ledger.paid(helene, helene.requireOrganisation(), marc.requireOrganisation(), "EUR", key);
                } catch (InvalidInput e) {
                    // nothing due to them
                }
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(5)) {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        settling.settle();
        assertThat(jdbc.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE cluster_id = ?")
                        .param(camille.cluster().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM (SELECT line_id, SUM(amount) AS s, COUNT(*) AS n FROM ledger_posting"
                                + " WHERE cluster_id = ? GROUP BY line_id) x WHERE s <> 0 OR n <> 2")
                        .param(camille.cluster().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM ledger_line WHERE cluster_id = ? AND kind = 'USE'")
                        .param(camille.cluster().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(used.size());
        long favours = queries.balances(helene, helene.requireOrganisation()).stream()
                .filter(one -> one.account() == Account.FAVOUR)
                .mapToLong(one -> one.amount().minor())
                .sum();
        assertThat(favours).isBetween(-3_000L, 10_000L);
    }

    /** The database has no rule against it, so no source may contain it. */
    @Test
    void noStatementEditsOrDeletesALine() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(LedgerServiceTest::editsTheLedger))
                    .isEmpty();
        }
    }

    private static boolean editsTheLedger(Path file) {
        try {
            return Files.readString(file)
                    .matches("(?s).*(UPDATE|DELETE FROM|REPLACE INTO)\\s+ledger_(line|posting|word).*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long balance(Actor actor) {
        return queries.balances(actor, actor.requireOrganisation()).stream()
                .mapToLong(one -> one.amount().minor())
                .sum();
    }

    private int shift;

    /** A booking that is over. */
    private BookingId used(Actor who, MeansId what, int hours) {
        shift++;
        Instant from = MeansWorld.in(3 + shift, 8);
        BookingId id = bookings.book(who, MeansWorld.request(what, from, hours));
        long minutes = ChronoUnit.MINUTES.between(Instant.now(), from.plus(Duration.ofHours(hours))) + 10;
        jdbc.sql("UPDATE booking SET starts_at = starts_at - INTERVAL ? MINUTE, ends_at = ends_at - INTERVAL ? MINUTE"
                        + " WHERE id = ?")
                .params(minutes, minutes, id.value())
                .update();
        return id;
    }

    private static Tariff hourly(int version, long perHour, long favour) {
        return new Tariff(version, "EUR", perHour, 0, 0, 0, favour);
    }
}
