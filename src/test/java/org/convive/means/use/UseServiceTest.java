package org.convive.means.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.imageio.ImageIO;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
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
class UseServiceTest {
    @Autowired
    UseService uses;

    @Autowired
    DamageService damages;

    @Autowired
    Pictures pictures;

    @Autowired
    NoShows noShows;

    @Autowired
    BookingEvents events;

    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    MeansQueries queries;

    @Autowired
    AuditTrail audit;

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

    @BeforeEach
    void aBench() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
        uses.change(helene, bench, new UseRules(true, 30, true, Meter.HOURS, "Gloves", 0));
    }

    @Test
    void bothSidesSayThatItWasTakenAndGivenBack() {
        BookingId id = bookSoon();
        uses.checkIn(marc, id, reading("100"));
        uses.confirm(helene, id, Stage.IN);
        uses.checkOut(marc, id, new Reading(new BigDecimal("102.5"), 90, "All well", List.of()));
        UsePage page = uses.page(marc, id);
        assertThat(page.settled()).isNull();
        assertThat(page.usedMinutes()).isEqualTo(90);
        uses.confirm(helene, id, Stage.OUT);
        page = uses.page(marc, id);
        assertThat(page.settled()).isNotNull();
        assertThat(page.meterEnd()).isEqualByComparingTo("102.5");
        assertThat(audit.of(marc, "booking:" + id))
                .extracting(AuditTrail.Entry::deed)
                .contains(
                        "booking.checked-in",
                        "booking.handover-confirmed",
                        "booking.checked-out",
                        "booking.return-confirmed");
    }

    @Test
    void theOwnerIsToldAndWhoDidItIsNot() {
        uses.checkIn(marc, bookSoon(), reading("1"));
        assertThat(notices.mine(helene, true, 0, 9))
                .extracting(NoticeLine::title)
                .contains("Moulin has taken Bench");
        assertThat(notices.mine(marc, true, 0, 9))
                .extracting(NoticeLine::title)
                .doesNotContain("Moulin has taken Bench");
    }

    @Test
    void givingBackEarlyFreesTheRestAtOnce() {
        BookingId id = bookSoon();
        uses.checkIn(marc, id, reading("1"));
        startedAgo(id, 30);
        uses.checkOut(marc, id, reading("2"));
        Instant free = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        assertThat(bookings.book(
                        helene, new BookingRequest(bench, free, free.plus(Duration.ofMinutes(30)), 1, "", null)))
                .isNotNull();
        assertThat(overlaps()).isZero();
    }

    @Test
    void aMeterNeverGoesBackAndIsAskedFor() {
        BookingId id = bookSoon();
        assertThatThrownBy(() -> uses.checkIn(marc, id, Reading.plain()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("meter"));
        uses.checkIn(marc, id, reading("10"));
        assertThatThrownBy(() -> uses.checkOut(marc, id, reading("9")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("meter"));
    }

    @Test
    void itCannotBeTakenTooEarlyOrTwice() {
        BookingId later = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        assertThatThrownBy(() -> uses.checkIn(marc, later, reading("1"))).isInstanceOf(InvalidInput.class);
        BookingId id = bookSoon();
        uses.checkIn(marc, id, reading("1"));
        assertThatThrownBy(() -> uses.checkIn(marc, id, reading("1"))).isInstanceOf(InvalidInput.class);
        uses.undoCheckIn(marc, id);
        uses.checkIn(marc, id, reading("1"));
    }

    @Test
    void onlyTheBookersCompanyTakesAndOnlyTheOwnerConfirms() {
        BookingId id = bookSoon();
        Actor nadia = fixtures.managerOf(camille, "Corvaine");
        assertThatThrownBy(() -> uses.checkIn(nadia, id, reading("1"))).isInstanceOf(AccessDeniedException.class);
        uses.checkIn(marc, id, reading("1"));
        assertThatThrownBy(() -> uses.confirm(marc, id, Stage.IN)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> uses.change(marc, bench, UseRules.NONE)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodyChecksInWhereTheOwnerDoesNotAskForIt() {
        MeansId hall = MeansWorld.share(means, helene, MeansWorld.draft("Hall", "A"));
        Instant from = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        BookingId id = bookings.book(marc, new BookingRequest(hall, from, from.plusSeconds(7200), 1, "", null));
        assertThatThrownBy(() -> uses.checkIn(marc, id, Reading.plain()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("booking"));
    }

    @Test
    void whoHadItForAnHourDoesNotSayLessUnlessTheOwnerConfirmsIt() {
        uses.change(helene, bench, new UseRules(true, 0, false, Meter.NONE, "", 1));
        BookingId id = bookSoon();
        uses.checkIn(marc, id, Reading.plain());
        startedAgo(id, 60);
        jdbc.sql("UPDATE booking_use SET checked_in_at = checked_in_at - INTERVAL 60 MINUTE WHERE booking_id = ?")
                .param(id.value())
                .update();
        assertThatThrownBy(() -> uses.checkOut(marc, id, new Reading(null, 59, "", List.of())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("usedMinutes"));
        uses.checkOut(marc, id, new Reading(null, 75, "", List.of()));
        assertThat(uses.page(marc, id).usedMinutes()).isEqualTo(75);
        assertThat(uses.page(marc, id).settled()).isNotNull();
    }

    @Test
    void whoComesBackToThePageADayLatePaysForTheBookingOnly() {
        uses.change(helene, bench, new UseRules(true, 0, false, Meter.NONE, "", 1));
        BookingId id = bookSoon();
        uses.checkIn(marc, id, Reading.plain());
        startedAgo(id, 1440);
        jdbc.sql("UPDATE booking_use SET checked_in_at = checked_in_at - INTERVAL 1440 MINUTE WHERE booking_id = ?")
                .param(id.value())
                .update();
        uses.checkOut(marc, id, new Reading(null, 180, "", List.of()));
        assertThat(uses.page(marc, id).usedMinutes()).isEqualTo(180);
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() {
        BookingId id = bookSoon();
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Brenner");
        assertThatThrownBy(() -> uses.page(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> uses.checkIn(otto, id, reading("1"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> uses.rules(otto, bench)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatHappenedAtAHandoverIsForTheTwoCompaniesAndTheAnimatorsOnly() throws IOException {
        long photo = pictures.store(marc, image(), "The bench");
        BookingId id = bookSoon();
        uses.checkIn(marc, id, new Reading(new BigDecimal("7"), null, "Scratch on the left", List.of(photo)));
        Actor nadia = fixtures.member(camille, "Nadia", marc.organisation());
        Actor ines = fixtures.member(camille, "Ines", helene.organisation());
        for (Actor actor : List.of(marc, helene, camille, nadia, ines)) {
            assertThat(uses.page(actor, id).noteIn()).isEqualTo("Scratch on the left");
            assertThat(pictures.find(actor, photo)).isPresent();
        }
        Actor outsider = fixtures.managerOf(camille, "Corvaine");
        assertThatThrownBy(() -> uses.page(outsider, id)).isInstanceOf(AccessDeniedException.class);
        assertThat(pictures.find(outsider, photo)).isEmpty();
        long unit = queries.get(marc, bench).means().units().getFirst().id();

        // Nobody shows it around by naming its number in a report of their own.
        long stolen = damages.report(
                outsider, new DamageReport(bench, unit, null, "Look", false, List.of(photo), "stolen-" + photo));
        assertThat(damages.damage(outsider, stolen).photos()).isEmpty();
        assertThat(pictures.find(outsider, photo)).isEmpty();

        long own = damages.report(
                marc, new DamageReport(bench, unit, id, "Scratched", false, List.of(photo), "own-" + photo));
        assertThat(damages.damage(outsider, own).photos()).containsExactly(photo);
        assertThat(pictures.find(outsider, photo)).isPresent();
        assertThat(pictures.find(fixtures.animatorOfNewCluster(), photo)).isEmpty();
    }

    private static byte[] image() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whoDoesNotComeGivesTheSlotBackAndIsTold() {
        BookingId id = bookSoon();
        startedAgo(id, 40);
        noShows.release();
        assertThat(queries.booking(marc, id).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(uses.page(marc, id).noShow()).isNotNull();
        events.tell();
        assertThat(notices.mine(marc, true, 0, 9))
                .extracting(NoticeLine::title)
                .anyMatch(title -> title.startsWith("Your slot was given back"));
        assertThat(audit.of(helene, "booking:" + id).getFirst().person()).isNull();
        noShows.release();
        events.tell();
        assertThat(notices.mine(marc, true, 0, 9).stream()
                        .filter(line -> line.title().startsWith("Your slot")))
                .hasSize(1);
        assertThat(jdbc.sql("SELECT calendar FROM mail_letter WHERE subject_ref = ?"
                                + " AND calendar IS NOT NULL ORDER BY id DESC LIMIT 1")
                        .param("booking:" + id)
                        .query(String.class)
                        .single())
                .contains("METHOD:CANCEL");
    }

    @Test
    void whoCameInTimeKeepsTheSlot() {
        BookingId id = bookSoon();
        uses.checkIn(marc, id, reading("1"));
        startedAgo(id, 40);
        noShows.release();
        assertThat(queries.booking(marc, id).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whatWasTakenIsGivenBackByCheckingOutOnly() {
        BookingId id = bookSoon();
        uses.checkIn(marc, id, reading("1"));
        assertThatThrownBy(() -> bookings.cancel(marc, id)).isInstanceOf(InvalidInput.class);
        assertThat(queries.booking(marc, id).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    private BookingId bookSoon() {
        Instant from = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        return bookings.book(
                marc, new BookingRequest(bench, from, from.plus(Duration.ofHours(3)), 1, "Line review", null));
    }

    /** As if the booking had begun so many minutes ago. */
    private void startedAgo(BookingId id, int minutes) {
        int shift = minutes + 5;
        jdbc.sql("UPDATE booking SET starts_at = starts_at - INTERVAL ? MINUTE, ends_at = ends_at - INTERVAL ? MINUTE"
                        + " WHERE id = ?")
                .params(shift, shift, id.value())
                .update();
        jdbc.sql("UPDATE occupancy SET starts = starts - INTERVAL ? MINUTE, ends = ends - INTERVAL ? MINUTE"
                        + " WHERE booking_id = ?")
                .params(shift, shift, id.value())
                .update();
    }

    private static Reading reading(String meter) {
        return new Reading(new BigDecimal(meter), null, "", List.of());
    }

    private int overlaps() {
        return jdbc.sql("SELECT COUNT(*) FROM occupancy a JOIN occupancy b ON b.unit_id = a.unit_id AND b.id > a.id"
                        + " AND b.starts < a.ends AND a.starts < b.ends WHERE a.cluster_id = ?")
                .param(camille.cluster().value())
                .query(Integer.class)
                .single();
    }
}
