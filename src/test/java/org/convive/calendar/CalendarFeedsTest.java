package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.calendar.judge.ByteCheck;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.open.OpenMeetings;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class CalendarFeedsTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeansService means;

    @Autowired
    private BookingService bookings;

    @Autowired
    private Memberships memberships;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private PublicFeeds open;

    @Autowired
    private OpenMeetings openMeetings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private Translations translations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;
    private Actor camille;
    private Actor nadia;

    @BeforeEach
    void connect() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aCalendarProgramReadsTheFeedWithoutSigningIn() throws Exception {
        String address = path(mine());
        http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().exists("ETag"))
                .andExpect(header().exists("Last-Modified"));
    }

    @Test
    void point28AnUnchangedFeedIsNotSentAgain() throws Exception {
        String address = path(mine());
        var first = http.perform(get(address)).andReturn().getResponse();
        http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        http.perform(get(address).header("If-Modified-Since", first.getHeader("Last-Modified")))
                .andExpect(status().isNotModified());
    }

    @Test
    void aRenewedAddressEndsTheOldOne() throws Exception {
        String old = path(mine());
        long id = subscriptions.of(nadia.person()).getFirst().id();
        String renewed = path(subscriptions.renew(nadia.person(), id));
        http.perform(get(old)).andExpect(status().isNotFound());
        http.perform(get(renewed)).andExpect(status().isOk());
    }

    @Test
    void point28ARevokedAddressIsGone() throws Exception {
        String address = path(mine());
        Actor stranger = fixtures.member(fixtures.animatorOfNewCluster(), "Otto", null);
        long id = subscriptions.of(nadia.person()).getFirst().id();
        subscriptions.revoke(stranger.person(), id);
        http.perform(get(address)).andExpect(status().isOk());
        subscriptions.revoke(nadia.person(), id);
        http.perform(get(address)).andExpect(status().isNotFound());
        assertThat(subscriptions.of(nadia.person())).isEmpty();
    }

    @Test
    void anUnknownTokenIsNotFound() throws Exception {
        http.perform(get("/feeds/calendar/nobody.ics")).andExpect(status().isNotFound());
    }

    @Test
    void theDatabaseDoesNotKnowTheToken() {
        String address = mine();
        String token = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        byte[] kept = jdbc.sql("SELECT token_hash FROM calendar_subscription WHERE person_id = ?")
                .param(nadia.person().value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token.substring(0, 20));
    }

    @Test
    void point28AFeedThatDidNotChangeIsFoundSoWithoutWritingIt() throws Exception {
        MeetingId supper = schedule("Souper");
        meetings.answer(nadia, supper, Answer.YES, 0);
        String address = path(mine());
        var first = http.perform(get(address)).andReturn().getResponse();
        assertThat(first.getContentAsString()).contains("SUMMARY:Souper\r\n", "REFRESH-INTERVAL", "X-PUBLISHED-TTL");
        http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified());
        meetings.cancel(camille, supper, "");
        var second = http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(second.getContentAsString()).contains("STATUS:CANCELLED\r\n");
        meetings.cancel(camille, schedule("Visite"), "");
        http.perform(get(address).header("If-None-Match", second.getHeader("ETag")))
                .andExpect(status().isNotModified());
    }

    @Test
    void point29TheBusyFeedHasNoTitlesNoPlacesAndNoLinks() throws Exception {
        meetings.answer(nadia, schedule("Souper secret"), Answer.YES, 0);
        String address = path(subscriptions.make(nadia.person(), Subscription.BUSY));
        assertThat(http.perform(get(address)).andReturn().getResponse().getContentAsString())
                .contains("SUMMARY:Busy\r\n")
                .doesNotContain("secret", "LOCATION", "DESCRIPTION", "URL:", "Verrerie");
    }

    @Test
    void point29FreeBusyTimesSayWhenAndNothingElse() throws Exception {
        meetings.answer(nadia, schedule("Souper secret"), Answer.YES, 0);
        meetings.answer(nadia, schedule("Visite secrète", 6), Answer.MAYBE, 0);
        String address =
                path(subscriptions.make(nadia.person(), Subscription.BUSY)).replace(".ics", ".ifb");
        var first = http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andReturn()
                .getResponse();
        String calendar = first.getContentAsString();
        assertThat(calendar)
                .contains(
                        "METHOD:PUBLISH\r\n",
                        "BEGIN:VFREEBUSY\r\n",
                        "mailto:" + nadia.email().value())
                .containsPattern("FREEBUSY;FBTYPE=BUSY:\\d{8}T\\d{6}Z/\\d{8}T\\d{6}Z\r\n")
                .containsPattern("FREEBUSY;FBTYPE=BUSY-TENTATIVE:\\d{8}T")
                .doesNotContain("secret", "secrète", "Verrerie", "VEVENT");
        assertThat(ByteCheck.of(calendar)).isEmpty();
        http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified());
    }

    @Test
    void point29AMeansIsTakenWhenAllItsUnitsAre() throws Exception {
        Actor helene = fixtures.managerOf(camille, "Verrerie");
        MeansId bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "One", "Two"));
        String address = path(subscriptions.make(nadia, "means", bench.value())).replace(".ics", ".ifb");
        bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(3, 10), 2));
        assertThat(http.perform(get(address)).andReturn().getResponse().getContentAsString())
                .doesNotContain("FREEBUSY;");
        bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(3, 11), 2));
        assertThat(http.perform(get(address)).andReturn().getResponse().getContentAsString())
                .contains("FREEBUSY;FBTYPE=BUSY:" + ContentLines.utc(MeansWorld.in(3, 11)) + "/"
                        + ContentLines.utc(MeansWorld.in(3, 12)) + "\r\n")
                .doesNotContain("Line review", "Bench review");
    }

    @Test
    void aMaybeAndAHoldAreTentativeUntilTheyAreSure() throws Exception {
        MeetingId supper = schedule("Souper");
        meetings.answer(nadia, supper, Answer.MAYBE, 0);
        Actor helene = fixtures.managerOf(camille, "Verrerie");
        MeansId bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "One"));
        var held = bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(3, 10), 2));
        jdbc.sql("UPDATE booking SET status = 'HELD' WHERE id = ?")
                .param(held.value())
                .update();
        String nadias = path(mine());
        String helenes = path(subscriptions.make(helene.person(), Subscription.MINE));
        var first = http.perform(get(nadias)).andReturn().getResponse();
        assertThat(first.getContentAsString()).contains("STATUS:TENTATIVE\r\n");
        assertThat(http.perform(get(helenes)).andReturn().getResponse().getContentAsString())
                .contains("SUMMARY:Bench\r\n", "STATUS:TENTATIVE\r\n");
        meetings.answer(nadia, supper, Answer.YES, 0);
        assertThat(http.perform(get(nadias).header("If-None-Match", first.getHeader("ETag")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("STATUS:CONFIRMED\r\n")
                .doesNotContain("TENTATIVE");
    }

    @Test
    void whatAMeetingAskedMeToDoStandsInMyCalendarOnItsDayAndTakesNoTime() throws Exception {
        Actor helene = fixtures.managerOf(camille, "Verrerie");
        MeetingId council = schedule("Conseil");
        meetings.answer(nadia, council, Answer.YES, 0);
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        long action = minutes.add(
                camille,
                council,
                new Entry.Draft(Entry.Kind.ACTION, "Demander un devis, vite", null, nadia.person(), due));
        String address = path(mine());
        var first = http.perform(get(address)).andReturn().getResponse();
        String day = due.toString().replace("-", "");
        assertThat(unfold(first.getContentAsString()))
                .contains("UID:action-" + action + "@", "SUMMARY:To do: Demander un devis\\, vite\r\n")
                .contains("DTSTART;VALUE=DATE:" + day + "\r\n", "TRANSP:TRANSPARENT\r\n")
                .contains("/meetings/" + council + "/minutes");
        assertThat(http.perform(get(path(subscriptions.make(helene.person(), Subscription.MINE))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("devis");
        String busy =
                path(subscriptions.make(nadia.person(), Subscription.BUSY)).replace(".ics", ".ifb");
        assertThat(http.perform(get(busy)).andReturn().getResponse().getContentAsString())
                .doesNotContain(day + "T");
        minutes.done(nadia, council, action, true);
        assertThat(unfold(http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()))
                .contains("SUMMARY:Done: Demander", "SEQUENCE:1\r\n");
    }

    @Test
    void point28A304IsFoundWithoutAskingForTheEntries() throws Exception {
        var asked = new AtomicInteger();
        CalendarSource counting = new CalendarSource() {
            @Override
            public List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter) {
                asked.incrementAndGet();
                return List.of();
            }

            @Override
            public String revisionOf(PersonId person, Instant endingAfter) {
                return "same";
            }
        };
        var feeds = new CalendarFeeds(
                jdbc,
                subscriptions,
                accounts,
                actors,
                List.of(counting),
                List.of(),
                translations,
                Clock.systemUTC(),
                "convive@localhost");
        MockMvc alone =
                MockMvcBuilders.standaloneSetup(new FeedController(feeds, open)).build();
        String address = path(mine());
        String etag = alone.perform(get(address)).andReturn().getResponse().getHeader("ETag");
        assertThat(asked).hasValue(1);
        alone.perform(get(address).header("If-None-Match", etag)).andExpect(status().isNotModified());
        alone.perform(head(address).header("If-None-Match", etag)).andExpect(status().isNotModified());
        assertThat(asked).hasValue(1);
    }

    @Test
    void anybodyFollowsTheOpenMeetingsOfAClusterAndSeesNoOthers() throws Exception {
        String address = "/feeds/clusters/" + camille.slug() + ".ics";
        http.perform(get(address)).andExpect(status().isNotFound());
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        schedule("Conseil secret");
        MeetingId fair = schedule("Portes ouvertes");
        openMeetings.open(camille, fair, true);
        var first = http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().exists("Last-Modified"))
                .andReturn()
                .getResponse();
        String calendar = first.getContentAsString();
        assertThat(calendar).contains("SUMMARY:Portes ouvertes\r\n").doesNotContain("secret", "ATTENDEE", "mailto:");
        assertThat(ByteCheck.of(calendar)).isEmpty();
        http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified());
        openMeetings.open(camille, fair, false);
        assertThat(http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Portes ouvertes");
        http.perform(get("/feeds/clusters/nobody.ics")).andExpect(status().isNotFound());
    }

    @Test
    void aMeansIsFollowedByMembersOnlyAsLongAsTheyAreMembers() throws Exception {
        Actor helene = fixtures.managerOf(camille, "Verrerie");
        MeansId scanner = MeansWorld.share(means, helene, MeansWorld.draft("Scanner", "One"));
        String address = path(subscriptions.make(nadia, "means", scanner.value()));
        Instant from = MeansWorld.in(3, 10);
        bookings.book(helene, new BookingRequest(scanner, from, from.plusSeconds(3600), 1, "Moule 17", null));
        assertThat(http.perform(get(address)).andReturn().getResponse().getContentAsString())
                .contains("SUMMARY:Verrerie\r\n")
                .doesNotContain("Moule 17");
        String company =
                path(subscriptions.make(helene, "company", helene.organisation().value()));
        assertThat(http.perform(get(company)).andReturn().getResponse().getContentAsString())
                .contains("Moule 17");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> subscriptions.make(
                        nadia, "company", helene.organisation().value()));
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> subscriptions.make(stranger, "means", scanner.value()));
        memberships.dismiss(camille, nadia.person());
        http.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void theFeedOfADiscreetMeansSaysOnlyThatItIsTaken() throws Exception {
        Actor helene = fixtures.managerOf(camille, "Verrerie");
        Actor marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        MeansId secret = MeansWorld.share(
                means, helene, MeansWorld.draft("Secret", "One").lent(Lending.OPEN.discreet()));
        String hers = path(subscriptions.make(helene, "means", secret.value()));
        String others = path(subscriptions.make(nadia, "means", secret.value()));
        Instant from = MeansWorld.in(3, 10);
        bookings.book(marc, new BookingRequest(secret, from, from.plusSeconds(3600), 1, "Moule 17", null));
        assertThat(unfold(http.perform(get(others)).andReturn().getResponse().getContentAsString()))
                .contains("SUMMARY:Taken\r\n")
                .doesNotContain("Moulin-Fauvel", "Moule 17", "Marc", "\r\nURL:", "/bookings/");
        assertThat(unfold(http.perform(get(hers)).andReturn().getResponse().getContentAsString()))
                .as("its owner sees who has it")
                .contains("Moulin-Fauvel");
    }

    private static String unfold(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private MeetingId schedule(String title) {
        return schedule(title, 5);
    }

    private MeetingId schedule(String title, int days) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(days, ChronoUnit.DAYS);
        return meetings.schedule(
                camille,
                MeetingDraft.of(
                        title,
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Verrerie"),
                        Invited.wholeCluster()));
    }

    private String mine() {
        return subscriptions.make(nadia.person(), Subscription.MINE);
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }
}
