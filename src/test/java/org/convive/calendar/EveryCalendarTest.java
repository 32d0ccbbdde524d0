package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convive.calendar.judge.ByteCheck;
import org.convive.calendar.judge.Judges;
import org.convive.identity.Actor;
import org.convive.means.BookingEvents;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Stage;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.open.OpenMeetings;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every calendar that the portal gives anybody, made by the portal's own services, before judges of others. */
@PortalTest
class EveryCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Who writes calendars. A new one belongs into the test below. */
    private static final List<String> WRITERS = List.of(
            "calendar/CalendarFeeds.java",
            "calendar/PublicFeeds.java",
            "means/telling/BookingEntries.java",
            "meetings/MeetingDownload.java");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private OpenMeetings open;

    @Autowired
    private MeansService means;

    @Autowired
    private BookingService bookings;

    @Autowired
    private BookingEvents events;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private PublicFeeds publicFeeds;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, String> all = new LinkedHashMap<>();
    private Actor camille;
    private Actor nadia;
    private Actor paul;

    @BeforeEach
    void begin() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.managerOf(camille, "Polissage « Été »; & fils");
        paul = fixtures.managerOf(camille, "Moulin");
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
    }

    @Test
    void allOfThemSatisfyTheOctetsLibicalAndIcalJs() {
        meetingsByMail();
        seriesByMail();
        bookingsByMail();
        lettersOfTheCluster();
        followed();
        assertThat(all.keySet().stream()
                        .map(name -> name.replaceAll(" \\d+$", ""))
                        .distinct())
                .contains(
                        "meeting.invitation REQUEST",
                        "meeting.change REQUEST",
                        "meeting.promotion REQUEST",
                        "meeting.cancellation CANCEL",
                        "meeting.undated CANCEL",
                        "means.notice.confirmation REQUEST",
                        "feed mine",
                        "times mine",
                        "feed busy",
                        "feed means",
                        "times means",
                        "feed company",
                        "times company",
                        "feed of the cluster",
                        "download");
        all.forEach(
                (name, calendar) -> assertThat(ByteCheck.of(calendar)).as(name).isEmpty());
        assertThat(Judges.libical(List.copyOf(all.values()))).isEmpty();
        assertThat(Judges.icalJs(List.copyOf(all.values()))).isEmpty();
    }

    @Test
    void nobodyElseWritesCalendars() throws IOException {
        Path root = Path.of("src/main/java/org/convive");
        Pattern writes =
                Pattern.compile("\\b(InvitationWriter\\.(request|cancel)|Feed\\.(of|download)|FreeBusy\\.write)\\(");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> writes.matcher(text(file)).find())
                            .map(file -> root.relativize(file).toString())
                            .filter(file -> !file.startsWith("meetings/Meeting")
                                    || file.equals("meetings/MeetingDownload.java")))
                    .containsExactlyInAnyOrderElementsOf(WRITERS);
        }
    }

    private void meetingsByMail() {
        MeetingId supper = meetings.schedule(camille, draft("Souper à l’aube ; forêt, été", 5, 1));
        meetings.answer(nadia, supper, Answer.YES, 0);
        meetings.answer(paul, supper, Answer.YES, 0);
        meetings.change(camille, supper, version(supper), draft("Souper", 6, 1));
        meetings.answer(nadia, supper, Answer.NO, 0);
        meetings.cancel(camille, supper, "À bientôt, ailleurs");
        MeetingId visit = meetings.schedule(camille, draft("Visite", 8, null));
        var unused = stages.undate(camille, visit, Stage.IDEA);
        MeetingId fair = meetings.schedule(camille, draft("Portes ouvertes", 12, null));
        open.open(camille, fair, true);
        meetings.answer(nadia, fair, Answer.MAYBE, 0);
        long action = minutes.add(
                camille,
                fair,
                new Entry.Draft(
                        Entry.Kind.ACTION,
                        "Devis, vite ; été",
                        null,
                        nadia.person(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(20)));
        assertThat(action).isPositive();
        all.put("download", Feed.download(queries.entry(nadia, fair)));
    }

    private void seriesByMail() {
        List<MeetingId> dates = series.schedule(
                camille,
                draft("Café de dix heures", 3, null),
                RepeatRule.daily(1).times(6));
        meetings.answer(nadia, dates.get(1), Answer.YES, 0);
        meetings.change(camille, dates.get(1), version(dates.get(1)), draft("Café ailleurs", 4, null));
        series.cancel(camille, dates.get(2), "Congé", Scope.THIS);
        series.change(camille, dates.get(3), version(dates.get(3)), draft("Café plus tard", 7, null), Scope.FOLLOWING);
        series.cancel(camille, dates.get(4), "Fini", Scope.FOLLOWING);
    }

    private void bookingsByMail() {
        MeansId bench = MeansWorld.share(means, nadia, MeansWorld.draft("Banc d’essai", "Un", "Deux"));
        var booked = bookings.book(paul, MeansWorld.request(bench, MeansWorld.in(3, 10), 2));
        var other = bookings.book(paul, MeansWorld.request(bench, MeansWorld.in(4, 10), 2));
        bookings.cancel(paul, other);
        while (events.tell() > 0) {
            // as long as there is something to tell
        }
        follow("means", subscriptions.make(paul, "means", bench.value()));
        follow(
                "company",
                subscriptions.make(paul, "company", paul.requireOrganisation().value()));
        assertThat(booked).isNotNull();
    }

    private void followed() {
        follow("mine", subscriptions.make(nadia.person(), Subscription.MINE));
        follow("busy", subscriptions.make(nadia.person(), Subscription.BUSY));
        all.put("feed of the cluster", publicFeeds.read(camille.slug()).body().write());
    }

    private void follow(String name, String address) {
        var reading = feeds.read(address.substring(address.lastIndexOf('/') + 1).replace(".ics", ""));
        all.put("feed " + name, reading.body().write());
        all.put("times " + name, reading.freeBusy().write());
    }

    private void lettersOfTheCluster() {
        var letters = new ArrayList<String>();
        jdbc.sql("""
                        SELECT id, kind, calendar_method, calendar FROM mail_letter
                        WHERE cluster_id = ? AND calendar IS NOT NULL""").param(camille.cluster().value()).query(row -> {
            letters.add(row.getString("kind"));
            all.put(
                    row.getString("kind") + " " + row.getString("calendar_method") + " " + row.getLong("id"),
                    row.getString("calendar"));
        });
        assertThat(letters).hasSizeGreaterThan(10);
    }

    private int version(MeetingId meeting) {
        return queries.get(camille, meeting).version();
    }

    private static MeetingDraft draft(String title, int days, Integer capacity) {
        Instant from = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(days, ChronoUnit.DAYS)
                .plus(10, ChronoUnit.HOURS);
        return new MeetingDraft(
                title,
                from,
                from.plusSeconds(7200),
                PARIS,
                Place.at("Verrerie, « Le Hamel »"),
                "Être là ; près de la forêt, 20 h\n\n**Apportez** un verre ☀️".repeat(4),
                capacity,
                null,
                List.of(),
                Invited.wholeCluster());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
