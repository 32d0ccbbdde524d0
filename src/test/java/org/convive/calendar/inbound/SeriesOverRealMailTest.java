package org.convive.calendar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.local.LocalMail;
import org.convive.mail.BenchMailbox;
import org.convive.mail.IncomingMailHandler;
import org.convive.mail.Postman;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.Place;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A series on its way to a calendar and back: invitations leave by SMTP, Nadia's program gets them by IMAP and answers by
 * SMTP, the portal reads the answer by IMAP. The numbers are those of the project's checklist for calendars.
 */
@PortalTest
class SeriesOverRealMailTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private Postman postman;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private List<IncomingMailHandler> handlers;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    /** Two weeks before the change of clocks in March of next year, so that four weeks cross it. */
    private final LocalDate monday = LocalDate.of(LocalDate.now(PARIS).getYear() + 1, 3, 15)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    private LocalMail mail;
    private Actor camille;
    private Actor nadia;
    private List<MeetingId> dates;
    private String announced;
    private int replies;

    @BeforeEach
    void nadiaSaysYesToASeries() throws Exception {
        // Other tests post mail that nobody delivers.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        mail = LocalMail.start(folder, 0, 0);
        sender.setHost("127.0.0.1");
        sender.setPort(mail.smtpPort());
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        dates = series.schedule(
                camille, draft(monday, 18), RepeatRule.weekly(1, Set.of()).times(4));
        announced = arrived().getLast();
        assertThat(announced)
                .contains("METHOD:REQUEST\r\n", "RRULE:FREQ=WEEKLY;COUNT=4\r\n")
                .contains("DTSTART;TZID=Europe/Paris:" + LOCAL.format(start(0)) + "\r\n");
        answer("ACCEPTED", 0, "");
        assertThat(answers()).containsExactly("YES", "YES", "YES", "YES");
    }

    @AfterEach
    void close() {
        mail.close();
        sender.setHost("localhost");
        sender.setPort(25);
    }

    @Test
    void point12CancellingOneTimeSendsACancelForThatTimeOnly() throws Exception {
        series.cancel(camille, dates.get(1), "", Scope.THIS);

        String calendar = arrived().getLast();
        assertThat(calendar).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "UID:" + uid() + "\r\n");
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(2);
        assertThat(event(calendar)).contains(recurrence(1)).doesNotContain("RRULE");

        // Her program had sent an answer to that time before it heard; it changes nothing, the others stay.
        answer("DECLINED", 0, recurrence(1));
        answer("DECLINED", 0, recurrence(2));
        assertThat(answers()).containsExactly("YES", "YES", "NO", "YES");
        assertThat(queries.card(camille, dates.get(1)).cancelled()).isTrue();
    }

    @Test
    void point13ChangingOneTimeSendsItWithTheIdentityThatTheSeriesGaveItAndItsAnswerComesBack() throws Exception {
        series.change(camille, dates.get(2), 0, draft(monday.plusWeeks(2).plusDays(1), 20), Scope.THIS);

        String calendar = arrived().getLast();
        assertThat(event(calendar))
                .contains("UID:" + uid() + "\r\n", "SEQUENCE:1\r\n", "PARTSTAT=NEEDS-ACTION")
                // Of the same type and zone as the DTSTART of the series.
                .contains(recurrence(2))
                .contains("DTSTART;TZID=Europe/Paris:"
                        + LOCAL.format(start(2).plusDays(1).withHour(20)) + "\r\n")
                .doesNotContain("RRULE");
        answer("DECLINED", 1, recurrence(2));
        assertThat(answers()).containsExactly("YES", "YES", "NO", "YES");
    }

    @Test
    void point14WhenTheTimeOfASeriesChangesNeitherItsRuleNorItsPastIsRewritten() throws Exception {
        int before = arrived().size();
        series.change(camille, dates.get(1), 0, draft(monday.plusWeeks(1), 20), Scope.FOLLOWING);

        List<String> all = arrived();
        assertThat(all).hasSize(before + 1);
        String calendar = all.getLast();
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(4);
        assertThat(calendar.substring(calendar.indexOf("BEGIN:VEVENT")))
                .contains(recurrence(1), recurrence(2), recurrence(3))
                .doesNotContain(recurrence(0), "RRULE");
        // Each keeps its identity for ever, also after another change.
        series.change(
                camille,
                dates.get(2),
                queries.get(camille, dates.get(2)).version(),
                draft(monday.plusWeeks(2), 21),
                Scope.FOLLOWING);
        assertThat(arrived().getLast()).contains("SEQUENCE:2\r\n", recurrence(2), recurrence(3));
        answer("DECLINED", 2, recurrence(3));
        assertThat(answers()).containsExactly("YES", "YES", "YES", "NO");
        assertThat(queries.card(camille, dates.getFirst()).starts())
                .isEqualTo(start(0).atZone(PARIS).toInstant());
    }

    /** What Nadia's mailbox holds once all mail has left. */
    private List<String> arrived() throws Exception {
        postman.deliverDue();
        return RealMail.calendars(mail.imapPort(), nadia.email().value());
    }

    /** Nadia's program answers to the mailbox that organises, and the portal reads its mailbox. */
    private void answer(String participation, int sequence, String recurrence) throws Exception {
        ReplyMail reply = ReplyMail.of("thunderbird")
                .from(nadia.email().value())
                .to(organizer())
                .with("uid", recurrence.isEmpty() ? uid() : uid() + "\n" + recurrence.strip())
                .with("partstat", participation)
                .with("sequence", Integer.toString(sequence))
                .stamped(Instant.now().plusSeconds(++replies));
        RealMail.send(mail.smtpPort(), reply.bytes(), organizer());
        assertThat(BenchMailbox.read(context, mail.imapPort(), handlers)).isEqualTo(1);
    }

    private String organizer() {
        return found(announced, "ORGANIZER;[^\\r]*mailto:(\\S+)");
    }

    private String uid() {
        return found(announced, "\r\nUID:(\\S+)");
    }

    private static String found(String calendar, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(calendar);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** What calendars know the date by: the time that the series gave it. */
    private String recurrence(int week) {
        return "RECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(week)) + "\r\n";
    }

    /** Without the rules of the time zone. */
    private static String event(String calendar) {
        return calendar.substring(calendar.indexOf("BEGIN:VEVENT"));
    }

    private LocalDateTime start(int week) {
        return monday.plusWeeks(week).atTime(18, 0);
    }

    private List<String> answers() {
        return queries.series(nadia, dates.getFirst()).stream()
                .map(card -> Optional.ofNullable(card.mine())
                        .map(MeetingCard.MyAnswer::answer)
                        .map(Answer::name)
                        .orElse("-"))
                .toList();
    }

    private static MeetingDraft draft(LocalDate day, int hour) {
        return MeetingDraft.of(
                "Breakfast",
                day.atTime(hour, 0).atZone(PARIS).toInstant(),
                day.atTime(hour + 1, 0).atZone(PARIS).toInstant(),
                PARIS,
                Place.at("Here"),
                Invited.wholeCluster());
    }
}
