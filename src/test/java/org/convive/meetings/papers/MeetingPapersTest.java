package org.convive.meetings.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.day.WalkIn;
import org.convive.meetings.tables.Layout;
import org.convive.meetings.tables.TableService;
import org.convive.paper.Paper;
import org.convive.paper.Sheet;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class MeetingPapersTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private TableService tables;

    @Autowired
    private DoorService door;

    @Autowired
    private Badges badges;

    @Autowired
    private AttendanceSheet attendance;

    @Autowired
    private DoorPoster poster;

    @Autowired
    private TableSheets sheets;

    @Autowired
    private Paper paper;

    private Actor camille;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void aSupperInAnHour() {
        camille = fixtures.animatorOfNewCluster();
        Instant from = Instant.now().plus(Duration.ofHours(1));
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper & <more>",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Le Creuset"),
                        Invited.wholeCluster()));
        for (int i = 0; i < 5; i++) {
            nadia = fixtures.managerOf(camille, "Company " + i);
            var unused = meetings.answer(nadia, supper, Answer.YES, i == 4 ? 1 : 0);
        }
        Account account = accounts.get(nadia.person());
        accounts.update(
                nadia.person(),
                new Accounts.Profile(
                        account.name(), "", "", "scratches that nobody explains", null, account.colourScheme()),
                account.version());
        tables.mix(camille, supper, Layout.alike(2, 4, 2), 0, done -> {});
    }

    @Test
    void badgesSayWhoOneIsAndWhatOneMayAskAbout() throws IOException {
        String words = words(badges.of(camille, supper));
        assertThat(words)
                .contains("Company 0 manager", "Ask me about: scratches that nobody explains", "Guest of Company 4")
                .containsPattern("Table [12] · [12]");
    }

    @Test
    void theAttendanceSheetHasARowForEverybodyAndWalkInsToo() throws IOException {
        door.arrive(camille, supper, nadia.person());
        door.sign(
                camille,
                supper,
                Objects.requireNonNull(
                        door.attendance(camille, supper).here().getFirst().presence()),
                "M10 20L30 40");
        door.walkIn(camille, supper, new WalkIn("Otto <Vogel>", "Glashütte", ""));
        Sheet sheet = attendance.of(camille, supper);
        assertThat(words(sheet))
                .contains(
                        "Supper & <more>", "Le Creuset", "Signature", "Company 0 manager", "Otto <Vogel>", "Glashütte");
        assertThat(sheet.body()).containsOnlyOnce("<img");
    }

    @Test
    void theTablePlanIsPrintedByNameAndByTable() throws IOException {
        assertThat(words(sheets.of(camille, supper)))
                .contains("Who sits where", "Course 2", "Table 2", "Company 3 manager");
        assertThatThrownBy(() -> sheets.of(nadia, supper)).isInstanceOf(NotFoundException.class);
        tables.publish(camille, supper, true);
        assertThat(words(sheets.of(nadia, supper))).contains("Company 3 manager");
    }

    @Test
    void thePosterCarriesTheCodeOfTheDoor() throws IOException {
        Sheet sheet = poster.of(camille, supper);
        assertThat(words(sheet)).contains("Scan me: I am here");
        assertThat(sheet.body()).contains("data:image/png;base64,");
    }

    @Test
    void whoMayNotChangeTheMeetingPrintsNothingOfIt() {
        Actor otto = fixtures.animatorOfNewCluster();
        List<java.util.function.Function<Actor, Sheet>> papers = List.of(
                actor -> badges.of(actor, supper),
                actor -> attendance.of(actor, supper),
                actor -> poster.of(actor, supper));
        for (var print : papers) {
            assertThatThrownBy(() -> print.apply(nadia)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> print.apply(otto)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> sheets.of(otto, supper)).isInstanceOf(NotFoundException.class);
    }

    private String words(Sheet sheet) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.pdf(sheet))) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}
