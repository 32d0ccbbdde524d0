package org.convive.calendar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convive.calendar.RepeatRule;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.ReplyAddresses.Ticket;
import org.convive.calendar.judge.ByteCheck;
import org.convive.identity.Actor;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A series as calendars know it: announced by its rule, answered as a whole or for one date, changed date by date. */
@PortalTest
class SeriesReplyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private InboundCalendar inbound;

    @Autowired
    private ReplyAddresses addresses;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor nadia;
    private List<MeetingId> dates;

    /** A Monday before the change of clocks in March of next year, so that four weeks cross it. */
    private final LocalDate monday = LocalDate.of(LocalDate.now(PARIS).getYear() + 1, 3, 15)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    @BeforeEach
    void aSeries() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        dates = series.schedule(
                camille, draft(monday, 18), RepeatRule.weekly(1, Set.of()).times(4));
    }

    @Test
    void theLetterThatAnnouncesASeriesCarriesItsRule() {
        String calendar = letter("meeting.series");
        assertThat(ByteCheck.of(calendar)).isEmpty();
        assertThat(unfolded(calendar))
                .contains("METHOD:REQUEST\r\n", "RRULE:FREQ=WEEKLY;COUNT=4\r\n", "UID:" + uid() + "\r\n")
                .contains("DTSTART;TZID=Europe/Paris:" + LOCAL.format(monday.atTime(18, 0)) + "\r\n")
                .doesNotContain("RECURRENCE-ID");
    }

    @Test
    void oneAnswerToTheSeriesIsAnAnswerToEachDate() {
        take(reply("ACCEPTED", 1), uid());
        assertThat(answers()).containsExactly("YES", "YES", "YES", "YES");
    }

    @Test
    void anAnswerToOneDateIsForThatDateOnly() {
        take(reply("ACCEPTED", 1), uid());
        take(reply("DECLINED", 2), uid() + "\nRECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(2)));
        assertThat(answers()).containsExactly("YES", "YES", "NO", "YES");
        take(reply("TENTATIVE", 3), uid() + "\nRECURRENCE-ID:" + utc(start(3)));
        assertThat(answers()).containsExactly("YES", "YES", "NO", "MAYBE");
    }

    @Test
    void anAnswerToATimeThatTheSeriesDoesNotHaveIsPutAside() {
        take(reply("ACCEPTED", 1), uid() + "\nRECURRENCE-ID;TZID=Europe/Paris:20300101T180000");
        assertThat(answers()).containsExactly("-", "-", "-", "-");
    }

    @Test
    void aDateThatIsMovedKeepsTheIdentityThatTheSeriesGaveIt() {
        series.change(camille, dates.get(1), 0, draft(monday.plusDays(8), 20), Scope.THIS);
        String calendar = unfolded(letter("meeting.change"));
        assertThat(calendar)
                .contains("UID:" + uid() + "\r\n", "SEQUENCE:1\r\n")
                .contains("RECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(1)) + "\r\n")
                .contains("DTSTART;TZID=Europe/Paris:"
                        + LOCAL.format(monday.plusDays(8).atTime(20, 0)) + "\r\n")
                .doesNotContain("RRULE:FREQ=WEEKLY");
        take(
                reply("ACCEPTED", 1).with("sequence", "1"),
                uid() + "\nRECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(1)));
        assertThat(answers()).containsExactly("-", "YES", "-", "-");
    }

    @Test
    void severalDatesThatMoveAreInOneMessageEachWithItsIdentity() {
        series.change(camille, dates.get(2), 0, draft(monday.plusDays(14), 20), Scope.FOLLOWING);
        String calendar = letter("meeting.series-changed");
        assertThat(ByteCheck.of(calendar)).isEmpty();
        assertThat(unfolded(calendar).split("BEGIN:VEVENT")).hasSize(3);
        assertThat(unfolded(calendar))
                .contains("RECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(2)) + "\r\n")
                .contains("RECURRENCE-ID;TZID=Europe/Paris:" + LOCAL.format(start(3)) + "\r\n")
                .contains("PARTSTAT=NEEDS-ACTION");
    }

    @Test
    void severalDatesThatAreCalledOffAreInOneCancellation() {
        series.cancel(camille, dates.get(2), "", Scope.FOLLOWING);
        String calendar = letter("meeting.series-cancelled");
        assertThat(ByteCheck.of(calendar)).isEmpty();
        assertThat(unfolded(calendar)).contains("METHOD:CANCEL\r\n").doesNotContain("STATUS:CONFIRMED");
        assertThat(unfolded(calendar).split("BEGIN:VEVENT")).hasSize(3);
    }

    private LocalDateTime start(int week) {
        return monday.plusWeeks(week).atTime(18, 0);
    }

    private static String utc(LocalDateTime local) {
        return LOCAL.format(LocalDateTime.ofInstant(local.atZone(PARIS).toInstant(), ZoneId.of("UTC"))) + "Z";
    }

    private void take(ReplyMail mail, String uid) {
        inbound.take(
                mail.with("uid", uid).with("id", UUID.randomUUID().toString()).read());
    }

    private ReplyMail reply(String participation, int seconds) {
        return ReplyMail.of("thunderbird")
                .from(nadia.email().value())
                .to(addresses.of(new Ticket('m', dates.getFirst().value(), nadia.person())))
                .with("partstat", participation)
                .stamped(Instant.now().plusSeconds(seconds));
    }

    private List<String> answers() {
        return queries.series(nadia, dates.getFirst()).stream()
                .map(card -> Optional.ofNullable(card.mine())
                        .map(MeetingCard.MyAnswer::answer)
                        .map(Answer::name)
                        .orElse("-"))
                .toList();
    }

    private String uid() {
        return queries.entry(nadia, dates.getFirst()).uid();
    }

    private String letter(String kind) {
        return Objects.requireNonNull(
                jdbc.sql("SELECT calendar FROM mail_letter WHERE cluster_id = ? AND kind = ? ORDER BY id DESC LIMIT 1")
                        .params(camille.cluster().value(), kind)
                        .query(String.class)
                        .single());
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
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
