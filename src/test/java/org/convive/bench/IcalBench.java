package org.convive.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.calendar.Feed;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.Subscription;
import org.convive.calendar.Subscriptions;
import org.convive.calendar.inbound.ReplyMail;
import org.convive.identity.Actor;
import org.convive.mail.BenchMailbox;
import org.convive.mail.IncomingMailHandler;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * Calendars: a feed of 1,000 events beside what bare iCal4j makes of them (goal: at most twice as long), how often a
 * second an unchanged feed is found so, and answers by mail beside a bare IMAP fetch and parse.
 */
@PortalTest
final class IcalBench {
    private static final int EVENTS = 1000;
    private static final int MESSAGES = 1000;

    /** So many meetings are answered by mail, each by so many people. */
    private static final int ANSWERED = 20;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private ReplyAddresses addresses;

    @Autowired
    private List<CalendarSource> sources;

    @Autowired
    private List<IncomingMailHandler> handlers;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private MeetingId supper;

    public static void main(String[] args) throws Exception {
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
        System.setProperty("logging.level.root", "warn");
        var bench = new IcalBench();
        new TestContextManager(IcalBench.class).prepareTestInstance(bench);
        bench.run();
        System.exit(0);
    }

    private void run() throws Exception {
        camille = fixtures.animatorOfNewCluster();
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(20, ChronoUnit.DAYS);
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Souper", from, from.plusSeconds(7200), PARIS, Place.at("Verrerie"), Invited.wholeCluster()));
        jdbc.sql("""
                        INSERT INTO meeting (cluster_id, uid, organiser_id, created_at, title, starts, ends, zone, place,
                               description, everyone, changed_at)
                        SELECT cluster_id, CONCAT(s.seq, '-', uid), organiser_id, created_at, 'Réunion d’été à l’aube',
                               starts + INTERVAL s.seq HOUR, ends + INTERVAL s.seq HOUR, zone, place,
                               'Être là où l’été s’éveille, près de la forêt', everyone, changed_at
                        FROM meeting JOIN seq_1_to_999 s WHERE id = ?""").param(supper.value()).update();
        feed();
        unchanged();
        inbound();
    }

    private void feed() throws Exception {
        Instant since = Instant.now().minus(1, ChronoUnit.DAYS);
        List<CalendarEntry> entries = sources.stream()
                .flatMap(source -> source.entriesOf(camille.person(), since).stream())
                .toList();
        require(entries.size() == EVENTS, "a thousand events, not " + entries.size());
        double ours = micros(50, () -> Feed.of("Convive", entries).getBytes(StandardCharsets.UTF_8).length);
        double theirs = micros(50, () -> bare(entries));
        System.out.printf(
                "feed of %,d events: written in %.2f ms, by bare iCal4j in %.2f ms: %.2fx (goal <= 2x)%n",
                EVENTS, ours / 1000, theirs / 1000, ours / theirs);
    }

    private static int bare(List<CalendarEntry> entries) throws IOException {
        var calendar = new Calendar().withProdId("-//bench//EN").withDefaults().getFluentTarget();
        for (CalendarEntry entry : entries) {
            var event = new VEvent(entry.from().atZone(entry.zone()), entry.to().atZone(entry.zone()), entry.summary());
            event.add(new Uid(entry.uid()));
            event.add(new Description(entry.description()));
            event.add(new Location(entry.location()));
            event.add(new Url(URI.create(Objects.requireNonNull(entry.url()))));
            calendar.add(event);
        }
        var out = new ByteArrayOutputStream();
        new CalendarOutputter(false).output(calendar, out);
        return out.size();
    }

    private void unchanged() throws Exception {
        String address = URI.create(subscriptions.make(camille.person(), Subscription.MINE))
                .getPath();
        MockMvc http = MockMvcBuilders.standaloneSetup(context.getBean("org.convive.calendar.FeedController"))
                .build();
        String etag = Objects.requireNonNull(http.perform(MockMvcRequestBuilders.get(address))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
        Callable<Integer> ask = () -> {
            int status = http.perform(MockMvcRequestBuilders.get(address).header("If-None-Match", etag))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            require(status == 304, "304, not " + status);
            return status;
        };
        double one = micros(300, ask);
        double whole = micros(
                20,
                () -> http.perform(MockMvcRequestBuilders.get(address))
                        .andReturn()
                        .getResponse()
                        .getContentLength());
        int threads = 4;
        int each = 300;
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                work.add(() -> {
                    for (int n = 0; n < each; n++) {
                        ask.call();
                    }
                    return each;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "unchanged feed of %,d events: %,.0f answers 304 a second (%d at once), %.2f ms each; the whole feed %.2f ms%n",
                EVENTS, threads * each / seconds, threads, one / 1000, whole / 1000);
    }

    private void inbound() throws Exception {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        try {
            var user = server.setUser("convive@localhost", "convive@localhost", "secret");
            List<Answered> suppers = jdbc.sql("SELECT id, uid FROM meeting WHERE cluster_id = ? ORDER BY id LIMIT ?")
                    .params(camille.cluster().value(), ANSWERED)
                    .query((row, n) -> new Answered(row.getLong("id"), row.getString("uid")))
                    .list();
            for (int i = 0; i < MESSAGES; i++) {
                Answered answered = suppers.get(i % ANSWERED);
                Actor person = fixtures.member(camille, "Reader", null);
                user.deliver(ReplyMail.of(List.of("gmail", "exchange", "apple", "thunderbird")
                                .get(i % 4))
                        .from(person.email().value())
                        .to(addresses.of(new ReplyAddresses.Ticket('m', answered.id(), person.person())))
                        .with("uid", answered.uid())
                        .message());
            }
            int port = server.getImap().getPort();
            long began = System.nanoTime();
            int bare = BenchMailbox.fetch(port, bytes -> parse(bytes));
            double theirs = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            int read = BenchMailbox.read(context, port, handlers);
            double ours = (System.nanoTime() - began) / 1e9;
            int recorded = jdbc.sql("""
                            SELECT COUNT(*) FROM meeting_answer a JOIN meeting t ON t.id = a.meeting_id
                            WHERE t.cluster_id = ? AND a.source = 'CALENDAR'""")
                    .param(camille.cluster().value())
                    .query(Integer.class)
                    .single();
            require(bare == MESSAGES && read == MESSAGES && recorded == MESSAGES, "all read: " + recorded);
            System.out.printf(
                    "%,d answers by mail to %d meetings: %,.0f a second read, judged and recorded; bare IMAP fetch and"
                            + " iCal4j parse %,.0f a second: %.2fx as long%n",
                    MESSAGES, ANSWERED, MESSAGES / ours, MESSAGES / theirs, ours / theirs);
        } finally {
            server.stop();
        }
    }

    private record Answered(long id, String uid) {}

    private static void parse(byte[] calendar) {
        try {
            new CalendarBuilder().build(new ByteArrayInputStream(calendar));
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The median of some runs, after others to warm up. */
    private static double micros(int runs, Callable<Integer> deed) throws Exception {
        for (int i = 0; i < runs; i++) {
            deed.call();
        }
        var times = new ArrayList<Long>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            deed.call();
            times.add((System.nanoTime() - start) / 1000);
        }
        return times.stream().sorted().skip(runs / 2).findFirst().orElseThrow();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected: " + what);
        }
    }
}
