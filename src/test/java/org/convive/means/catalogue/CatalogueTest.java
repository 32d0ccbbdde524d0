package org.convive.means.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.BookingId;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.Closures;
import org.convive.means.Lending;
import org.convive.means.LendingTerms;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.OpeningHours;
import org.convive.means.Plans;
import org.convive.means.Unit;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Certificates, documents, words, shares, CSV and printed papers of the catalogue. */
@PortalTest
class CatalogueTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    MeansQueries queries;

    @Autowired
    BookingService bookings;

    @Autowired
    LendingTerms lendingTerms;

    @Autowired
    Certificates certificates;

    @Autowired
    Documents documents;

    @Autowired
    Plans plans;

    @Autowired
    Words words;

    @Autowired
    FairShare shares;

    @Autowired
    MeansCsv csv;

    @Autowired
    MeansPapers papers;

    private Actor camille;
    private Actor sarcelle;
    private Actor helene;
    private Actor otto;

    @BeforeEach
    void people() {
        camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
    }

    @Test
    void whoWasShownHowToUseItBooksUntilThatDay() {
        MeansId laser =
                share(meansService, sarcelle, draft("Laser", "L1").lent(Lending.OPEN.withCertificate("Laser safety")));
        assertThatThrownBy(() -> certificates.grant(
                        helene, laser, helene.person(), LocalDate.now().plusDays(9)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.grant(
                        sarcelle, laser, otto.person(), LocalDate.now().plusDays(9)))
                .isInstanceOf(InvalidInput.class);
        certificates.grant(sarcelle, laser, helene.person(), LocalDate.now().plusDays(9));

        bookings.book(helene, request(laser, in(2, 8), 1));
        assertThatThrownBy(() -> bookings.book(helene, request(laser, in(12, 8), 1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(certificates.of(sarcelle, laser))
                .singleElement()
                .satisfies(holder -> assertThat(holder.person()).isEqualTo(helene.person()));
        certificates.revoke(sarcelle, laser, helene.person());
        assertThatThrownBy(() -> bookings.book(helene, request(laser, in(3, 8), 1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> certificates.of(otto, laser)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void filesAreReadByThoseWhoMay() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "S1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 1));
        Actor marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        documents.attach(sarcelle, scanner, "Manual.pdf", bytes);
        documents.attach(helene, hers, "Drawing.step", bytes);

        long manual = documents.of(marc, scanner).getFirst().id();
        assertThat(documents.get(marc, manual).bytes()).isEqualTo(bytes);
        long drawing = documents.of(sarcelle, hers).getFirst().id();
        assertThat(documents.of(marc, hers)).isEmpty();
        assertThatThrownBy(() -> documents.get(marc, drawing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.get(otto, manual)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.attach(helene, scanner, "x.pdf", bytes))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> documents.attach(sarcelle, scanner, "x.exe", bytes))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> documents.remove(helene, manual)).isInstanceOf(AccessDeniedException.class);
        documents.remove(sarcelle, manual);
        assertThat(documents.of(marc, scanner)).isEmpty();
    }

    @Test
    void aFileOfWhatWasBookedTogetherIsKeptOnceAndStandsWithEachBooking() {
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "S1"));
        MeansId van = share(meansService, sarcelle, draft("Van", "V1"));
        Plans.Booked booked =
                plans.book(helene, List.of(request(scanner, in(2, 8), 1), request(van, in(2, 8), 1)), null, "");
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        long drawing = documents.attachToPlan(helene, booked.plan(), "Drawing.step", bytes);

        for (BookingId one : booked.bookings()) {
            assertThat(documents.of(helene, one)).extracting(Documents.Line::id).containsExactly(drawing);
            assertThat(documents.of(sarcelle, one)).hasSize(1);
        }
        assertThat(documents.ofPlan(sarcelle, booked.plan())).hasSize(1);
        assertThat(documents.of(helene, scanner))
                .as("not a manual of the scanner")
                .isEmpty();
        Actor marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        assertThat(documents.ofPlan(marc, booked.plan())).isEmpty();
        assertThatThrownBy(() -> documents.get(marc, drawing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.get(otto, drawing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.attachToPlan(marc, booked.plan(), "x.pdf", bytes))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> documents.attachToPlan(otto, booked.plan(), "x.pdf", bytes))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.remove(sarcelle, drawing)).isInstanceOf(AccessDeniedException.class);
        documents.remove(helene, drawing);
        assertThat(documents.ofPlan(helene, booked.plan())).isEmpty();
    }

    @Test
    void wordsAreProposedByAnimatorsAndUsedFreely() {
        share(meansService, sarcelle, draft("Scanner", "S1"));
        words.propose(camille, "Laser cladding");
        assertThat(words.all(helene))
                .containsExactly(new Words.Word("3D scanner", false, 1), new Words.Word("Laser cladding", true, 0));
        assertThatThrownBy(() -> words.propose(helene, "Mine")).isInstanceOf(AccessDeniedException.class);
        words.withdraw(camille, "Laser cladding");
        assertThat(words.all(helene)).hasSize(1);
        assertThat(words.all(otto)).isEmpty();
    }

    @Test
    void everybodySeesWhatEachCompanyHasBesideItsFairPart() {
        MeansId scanner = share(
                meansService, sarcelle, draft("Scanner", "S1").lent(Lending.OPEN.withQuota(Duration.ofHours(40))));
        bookings.book(helene, request(scanner, in(1, 8), 3));

        FairShare.Share share = shares.of(helene, scanner);

        assertThat(share.fair()).isEqualTo(Duration.ofHours(40));
        // A booking of tomorrow may lie in the next quarter.
        assertThat(share.parts()).allSatisfy(part -> assertThat(part.used()).isEqualTo(Duration.ofHours(3)));
        assertThatThrownBy(() -> shares.of(otto, scanner)).isInstanceOf(NotFoundException.class);

        MeansId secret = share(meansService, sarcelle, draft("Secret", "S1").lent(Lending.OPEN.discreet()));
        bookings.book(helene, request(secret, in(1, 8), 3));
        Actor marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        assertThat(shares.of(marc, secret).parts()).isEmpty();
    }

    @Test
    void theListGoesOutAndComesInAsCsv() {
        share(meansService, sarcelle, draft("=Scanner, big", "S1", "=S2"));
        String file = csv.write(helene);
        assertThat(file).contains("test_bench,\"'=Scanner, big\",Métrologie Sarcelle,Martreville");
        assertThat(file).as("where a semicolon begins a cell").contains("S1; '=S2");
        assertThat(csv.write(otto)).doesNotContain("Scanner");

        MeansCsv.Report report = csv.read(otto, file);

        assertThat(report.wrong()).isEmpty();
        List<Availability> there = queries.list(otto, null, null, null);
        assertThat(there).singleElement().satisfies(one -> {
            assertThat(one.means().name()).isEqualTo("=Scanner, big");
            assertThat(one.means().units()).extracting(Unit::name).containsExactly("S1", "=S2");
            assertThat(one.means().ownerName()).isEqualTo("Val Mécanique");
        });
    }

    @Test
    void everyRuleAndTermComesBackFromTheFileAsItWentOut() {
        OrganisationId saulnaye = helene.requireOrganisation();
        Actor marc = fixtures.managerOf(camille, "=Moulin, Fauvel");
        var lending = new Lending(
                true,
                true,
                Set.of(saulnaye, marc.requireOrganisation()),
                "Laser safety",
                true,
                Set.of(saulnaye),
                Duration.ofHours(5),
                Duration.ZERO,
                Duration.ofHours(40),
                Duration.ofDays(2),
                "€200");
        BookingRules rules = BookingRules.lenient(ZoneId.of("Europe/Lisbon"))
                .withHours(OpeningHours.daily(LocalTime.of(8, 0), LocalTime.of(18, 30), DayOfWeek.MONDAY))
                .withBuffers(Duration.ofMinutes(15), Duration.ofMinutes(45))
                .withSlot(Duration.ofMinutes(30))
                .withClosures(Closures.read("fr", "2027-08-01..2027-08-15=-;2027-12-24=08:00-12:00"));
        share(
                meansService,
                sarcelle,
                new MeansDraft(
                        MeansKind.MACHINE,
                        "Laser",
                        "Cuts steel.\n\n- up to 3 mm\n- \"clean\" edges; no burrs",
                        "Hall 2",
                        "€45 an hour",
                        null,
                        List.of("Cutting", "Engraving"),
                        List.of(MeansDraft.UnitDraft.named("L1"), MeansDraft.UnitDraft.named("L2")),
                        rules,
                        lending,
                        "Ada, +33 1 23",
                        4,
                        new GeoPoint(48.5, 2.25),
                        "# Terms\n\n= You wear the glasses."));

        assertThat(csv.read(sarcelle, csv.write(sarcelle)).shared()).isEqualTo(1);

        List<MeansDetail> both = queries.details(sarcelle);
        assertThat(both).hasSize(2);
        assertThat(both.get(1))
                .usingRecursiveComparison()
                .ignoringFields("means.id", "means.units.id", "termsId")
                .isEqualTo(both.get(0));
        assertThat(csv.write(helene))
                .as("whom a company chooses and trusts is between it and them")
                .contains("Laser safety")
                .doesNotContain("Fauvel");
        assertThat(csv.write(camille)).as("animators see it").contains("Fauvel");
    }

    @Test
    void aMeansThatIsLentWithApprovalNeverComesBackFreelyBookable() {
        share(
                meansService,
                sarcelle,
                draft("Oven", "O1").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
        csv.read(otto, csv.write(helene));
        assertThat(queries.list(otto, null, null, null))
                .singleElement()
                .satisfies(one -> assertThat(one.means().lending().approval()).isTrue());
        assertThat(csv.read(otto, "kind,name,approval\nmachine,Press,perhaps\n").wrong())
                .as("what cannot be read is not guessed")
                .containsOnlyKeys(2L);
        assertThat(csv.read(otto, "kind,name,who_may_book,chosen\nmachine,Press,chosen,Nobody\n")
                        .wrong())
                .containsOnlyKeys(2L);
        assertThat(csv.read(otto, "kind,name,approval,unheard_of\nmachine,Press,oui,x\n")
                        .shared())
                .isEqualTo(1);
        assertThat(queries.list(otto, "Press", null, null))
                .singleElement()
                .satisfies(one -> assertThat(one.means().lending())
                        .isEqualTo(Lending.OPEN.withApproval(Lending.OPEN.answerWithin(), Set.of())));
    }

    @Test
    void aFileWithOneWrongLineSharesNothingAndSaysWhichLine() {
        MeansCsv.Report report = csv.read(sarcelle, "kind;name;units\nmachine;Press;\nspaceship;X;\n");
        assertThat(report.shared()).isZero();
        assertThat(report.wrong()).containsOnlyKeys(3L);
        assertThat(queries.list(sarcelle, null, null, null)).isEmpty();
        assertThatThrownBy(() -> csv.read(sarcelle, "no header")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> csv.read(fixtures.member(camille, "Nadia", helene.organisation()), "kind,name\n"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void rulesAndTermsArePrintedAsTheyWereAgreed() throws Exception {
        MeansId scanner =
                share(meansService, sarcelle, draft("Scanner", "S1").onTerms("You are insured up to €1,000."));
        Long id = Objects.requireNonNull(queries.get(helene, scanner).termsId());

        try (PDDocument pdf = Loader.loadPDF(papers.terms(helene, lendingTerms.get(helene, id)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Rules and terms of Scanner", "You are insured up to €1,000.", "15 minutes", "Page 1 of 1");
        }
        try (PDDocument pdf =
                Loader.loadPDF(papers.label(helene, queries.get(helene, scanner).means()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Scanner", "Métrologie Sarcelle");
        }
    }
}
