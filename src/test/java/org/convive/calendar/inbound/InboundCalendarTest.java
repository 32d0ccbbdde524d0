package org.convive.calendar.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convive.calendar.RepeatRule;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.ReplyAddresses.Ticket;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.convive.testing.RowLocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What comes by mail about a meeting. The numbers are those of the project's checklist for calendars. */
@PortalTest
class InboundCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private InboundCalendar inbound;

    @Autowired
    private InboundAnswers answers;

    @Autowired
    private RowLocks locks;

    @Autowired
    private ReplyAddresses addresses;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void invite() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie");
        nadia = fixtures.member(camille, "Nadia", null);
        supper = meetings.schedule(helene, draft(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "outlook", "gmail", "apple", "icloud", "thunderbird"})
    void theRepliesOfEachProgramAreRecorded(String program) {
        take(reply(program).with("partstat", "TENTATIVE"));
        assertThat(answer()).contains(Answer.MAYBE);
        assertThat(answers.waitingCount(camille)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "DECLINED", "TENTATIVE"})
    void whatACalendarAnswersIsTheAnswer(String participation) {
        take(reply("thunderbird").with("partstat", participation));
        assertThat(answer())
                .contains(
                        switch (participation) {
                            case "ACCEPTED" -> Answer.YES;
                            case "DECLINED" -> Answer.NO;
                            default -> Answer.MAYBE;
                        });
    }

    @Test
    void point16OfTwoRepliesTheOneWithTheNewerDtstampCountsWhateverComesFirst() {
        take(reply("gmail").with("partstat", "DECLINED").stamped(Instant.parse("2026-11-26T11:00:00Z")));
        take(reply("gmail").with("partstat", "ACCEPTED").stamped(Instant.parse("2026-11-26T10:00:00Z")));
        assertThat(answer()).contains(Answer.NO);
        take(reply("gmail").with("partstat", "TENTATIVE").stamped(Instant.parse("2026-11-26T11:00:01Z")));
        assertThat(answer()).contains(Answer.MAYBE);
    }

    @Test
    void point16AReplyToAnEarlierVersionIsDropped() {
        meetings.change(helene, supper, 0, draft(null, 2));
        take(reply("exchange").with("sequence", "0"));
        assertThat(answer()).isEmpty();
        take(reply("exchange").with("sequence", "1"));
        assertThat(answer()).contains(Answer.YES);
    }

    @Test
    void point16WhatWasAnsweredInThePortalSinceIsNotOverwrittenByALateReply() {
        meetings.answer(nadia, supper, Answer.NO, 0);
        take(reply("apple").stamped(Instant.now().minus(1, ChronoUnit.DAYS)));
        assertThat(answer()).contains(Answer.NO);
        take(reply("apple").stamped(Instant.now().plusSeconds(5)));
        assertThat(answer()).contains(Answer.YES);
    }

    @Test
    void point17TheSameMessageAgainChangesNothingAndPushesNobodyOut() {
        ReceivedMail yes = reply("outlook").read();
        inbound.take(yes);
        meetings.answer(nadia, supper, Answer.NO, 0);
        inbound.take(yes);
        assertThat(answer()).contains(Answer.NO);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void point17AYesAfterTheLastSeatIsGoneWaitsInsteadOfPushingSomebodyOut() {
        Actor paul = fixtures.member(camille, "Paul", null);
        MeetingId small = meetings.schedule(helene, draft(1));
        meetings.answer(paul, small, Answer.YES, 0);
        inbound.take(reply("gmail", small, nadia).read());
        MeetingCard card = queries.card(nadia, small);
        assertThat(card.coming()).isEqualTo(1);
        assertThat(card.waiting()).isEqualTo(1);
    }

    @Test
    void point15ADeclineThatFreesASeatIsPassedOnToNobodyAndWhoGetsTheSeatHearsOfItFromThePortal() {
        Actor paul = fixtures.member(camille, "Paul", null);
        MeetingId small = meetings.schedule(helene, draft(1));
        inbound.take(reply("gmail", small, nadia).read());
        meetings.answer(paul, small, Answer.YES, 0);
        long before = lastLetter();
        inbound.take(reply("gmail", small, nadia)
                .with("partstat", "DECLINED")
                .with("comment", "Secret")
                .stamped(Instant.parse("2026-11-26T12:00:00Z"))
                .read());
        assertThat(queries.card(paul, small).mine().waitingPosition()).isNull();
        assertThat(lettersSince(before))
                .containsExactly("meeting.promotion to " + paul.email().value());
        assertThat(bodiesSince(before)).noneMatch(body -> body.contains("Secret"));
    }

    @Test
    void point15WhateverComesWritesToNobodyButTheOrganiserWhenSheMustReadIt() {
        fixtures.member(camille, "Paul", null);
        long before = lastLetter();
        take(reply("gmail"));
        take(reply("gmail").to("convive@localhost").with("from", "secretary@elsewhere.example"));
        take(reply("thunderbird").with("method", "DECLINECOUNTER"));
        assertThat(lettersSince(before)).isEmpty();
        take(reply("exchange")
                .with("method", "COUNTER")
                .with("partstat", "TENTATIVE")
                .with("comment", "Plus tard ?")
                .stamped(Instant.parse("2026-11-26T12:00:00Z"))
                .at(Instant.parse("2026-12-18T17:30:00Z"), Instant.parse("2026-12-18T20:30:00Z")));
        take(reply("thunderbird")
                .with("partstat", "DELEGATED;DELEGATED-TO=\"mailto:Carol@moulin.example\"")
                .stamped(Instant.parse("2026-11-26T13:00:00Z")));
        take(reply("away"));
        take(reply("words"));
        assertThat(lettersSince(before))
                .hasSize(4)
                .containsOnly("meetings.notice.by-mail to " + helene.email().value());
        assertThat(notices.mine(helene, true, 0, 10).stream().map(NoticeLine::title))
                .containsExactlyInAnyOrder(
                        "Nadia proposes another time for “Souper”: Friday 18 December, 18:30 to 21:30",
                        "Nadia passed the invitation to “Souper” on to carol@moulin.example",
                        "An automatic answer of Nadia to “Souper”, perhaps an absence",
                        "Nadia wrote to you about “Souper”");
        assertThat(notices.mine(camille, true, 0, 10)).isEmpty();
    }

    @Test
    void point17WhatTheOrganiserWasToldIsNotToldAgainWhenTheMailboxIsReadFromItsBeginning() {
        long last = lastLetter();
        ReceivedMail words = reply("words").read();
        inbound.take(words);
        assertThat(lettersSince(last)).hasSize(1);
        // What was kept of the message is gone, as after a backup was restored; the message is still in the mailbox.
        jdbc.sql("DELETE FROM calendar_inbound WHERE subject_id = ?")
                .param(supper.value())
                .update();
        inbound.take(words);
        assertThat(lettersSince(last)).hasSize(1);
        assertThat(notices.mine(helene, false, 0, 10)).hasSize(1);
    }

    @Test
    void point16AnAnswerToOneDateOfASeriesOutlivesAnOlderAnswerToAllOfItThatComesLate() {
        List<MeetingId> dates =
                series.schedule(helene, draft(null), RepeatRule.daily(1).times(3));
        String uid = jdbc.sql("SELECT series_uid FROM meeting WHERE id = ?")
                .param(dates.getFirst().value())
                .query(String.class)
                .single();
        String second = jdbc.sql("SELECT DATE_FORMAT(recurrence_id, '%Y%m%dT%H%i%S') FROM meeting WHERE id = ?")
                .param(dates.get(1).value())
                .query(String.class)
                .single();
        ReplyMail one = reply("gmail", dates.getFirst(), nadia)
                .with("partstat", "DECLINED")
                .stamped(Instant.parse("2026-11-26T12:00:00Z"))
                .with("uid", uid + "\nRECURRENCE-ID;TZID=Europe/Paris:" + second);
        ReplyMail all =
                reply("gmail", dates.getFirst(), nadia).with("uid", uid).stamped(Instant.parse("2026-11-26T11:00:00Z"));
        take(one);
        take(all);
        assertThat(dates.stream().map(date -> queries.card(nadia, date).mine().answer()))
                .containsExactly(Answer.YES, Answer.NO, Answer.YES);
        take(reply("gmail", dates.getFirst(), nadia)
                .with("uid", uid)
                .with("partstat", "TENTATIVE")
                .stamped(Instant.parse("2026-11-26T13:00:00Z")));
        assertThat(dates.stream().map(date -> queries.card(nadia, date).mine().answer()))
                .containsOnly(Answer.MAYBE);
    }

    @Test
    void point18AReplyWithoutOrganizerIsTaken() {
        assertThat(new String(reply("exchange").read().calendar(), StandardCharsets.UTF_8))
                .doesNotContain("ORGANIZER");
        take(reply("exchange"));
        assertThat(answer()).contains(Answer.YES);
    }

    @Test
    void point19AnAnswerFromAnAliasComesThroughThePersonsOwnAddress() {
        take(reply("icloud"));
        assertThat(answer()).contains(Answer.YES);
    }

    @Test
    void point19WithoutAReplyAddressAFromLineProvesNothingAndTheAnimatorMayCountIt() {
        take(reply("gmail").to("convive@localhost"));
        assertThat(answer()).isEmpty();
        InboundItem item = answers.waiting(camille, 10).getFirst();
        assertThat(item.reason()).isEqualTo("unsigned");
        answers.count(camille, item.id());
        assertThat(answer()).contains(Answer.YES);
    }

    @Test
    void point19ASenderWhoIsNotTheAttendeeWaitsForTheAnimatorWhoMayCountIt() {
        take(reply("gmail").to("convive@localhost").with("from", "secretary@elsewhere.example"));
        assertThat(answer()).isEmpty();
        InboundItem item = answers.waiting(camille, 10).getFirst();
        assertThat(item.reason()).isEqualTo("sender");
        answers.count(camille, item.id());
        assertThat(answer()).contains(Answer.YES);
        assertThat(answers.waitingCount(camille)).isZero();
    }

    @Test
    void point19AForgedAddressIsPutAsideAndSomebodyElsesAnswerTooEvenWithAGenuineOne() {
        String genuine = address(supper, nadia);
        char last = genuine.charAt(genuine.indexOf('@') - 1);
        take(reply("gmail").to(genuine.replace(last + "@", (last == '0' ? '1' : '0') + "@")));
        take(reply("gmail").from("carol@elsewhere.example").to(genuine));
        assertThat(answer()).isEmpty();
        assertThat(kept()).containsExactlyInAnyOrder("QUARANTINED forged", "QUARANTINED somebody-else");
    }

    @Test
    void point19AForgedAddressOfAStrangerIsShownToTheAnimatorsOfTheMeetingThatItNames() {
        String genuine = address(supper, nadia);
        char last = genuine.charAt(genuine.indexOf('@') - 1);
        take(reply("gmail")
                .from("nobody@elsewhere.example")
                .to(genuine.replace(last + "@", (last == '0' ? '1' : '0') + "@")));
        assertThat(answers.waiting(camille, 10)).singleElement().satisfies(item -> {
            assertThat(item.reason()).isEqualTo("forged");
            assertThat(item.countable()).isFalse();
        });
        assertThat(answers.waiting(fixtures.animatorOfNewCluster(), 10)).isEmpty();
        assertThat(answer()).isEmpty();
    }

    @Test
    void anAddressIsGoodForItsOwnMeetingAndPersonOnly() {
        MeetingId other = meetings.schedule(helene, draft(null));
        take(reply("gmail").to(address(other, nadia)));
        assertThat(answer()).isEmpty();
        assertThat(kept()).containsExactly("QUARANTINED other-invitation");
        String upper = address(supper, nadia).toUpperCase(Locale.ROOT);
        assertThat(addresses.read(upper)).isInstanceOf(ReplyAddresses.Genuine.class);
        assertThat(upper.indexOf('@')).isLessThanOrEqualTo(64);
    }

    @Test
    void whoIsNotInvitedCannotAnswer() {
        Actor stranger = fixtures.animatorOfNewCluster();
        take(reply("gmail").from(stranger.email().value()).to("convive@localhost"));
        assertThat(kept()).containsExactly("QUARANTINED not-invited");
    }

    @Test
    void point20ACounterIsKeptAndShownAsAnotherTimeAndRecordsNothing() {
        take(reply("exchange")
                .with("method", "COUNTER")
                .with("partstat", "TENTATIVE")
                .with("comment", "Plus tard ?")
                .at(Instant.parse("2026-12-18T17:30:00Z"), Instant.parse("2026-12-18T20:30:00Z")));
        assertThat(answer()).isEmpty();
        InboundItem item = answers.about(helene, 'm', supper.value()).getFirst();
        assertThat(item.kind()).isEqualTo("COUNTER");
        assertThat(item.proposedFrom()).isEqualTo(Instant.parse("2026-12-18T17:30:00Z"));
        assertThat(item.words()).isEqualTo("Plus tard ?");
    }

    @Test
    void point20DelegationsAndAnswersThatWeDoNotKnowAreKeptAndShown() {
        take(reply("thunderbird").with("partstat", "DELEGATED;DELEGATED-TO=\"mailto:Carol@moulin.example\""));
        take(reply("thunderbird").with("partstat", "X-PERHAPS"));
        take(reply("thunderbird").with("method", "DECLINECOUNTER"));
        assertThat(answer()).isEmpty();
        assertThat(answers.about(helene, 'm', supper.value()))
                .extracting(InboundItem::kind, InboundItem::delegatedTo)
                .containsExactly(tuple("REPLY", null), tuple("DELEGATED", "carol@moulin.example"));
        assertThat(kept()).contains("QUARANTINED declined-counter");
    }

    @Test
    void aRefreshSendsTheirOwnInvitationAgainAndOnlyTheirs() {
        int before = letters();
        ReplyMail refresh = reply("thunderbird").with("method", "REFRESH");
        take(refresh);
        take(refresh.with("id", "again"));
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(jdbc.sql("SELECT address FROM mail_delivery ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo(nadia.email().value());
    }

    @Test
    void outOfOfficeAndHumanWordsAreKeptForTheOrganiserAndNeverGuessed() {
        take(reply("away"));
        take(reply("words"));
        assertThat(answer()).isEmpty();
        assertThat(answers.about(helene, 'm', supper.value()))
                .extracting(InboundItem::kind, InboundItem::words)
                .containsExactly(
                        tuple("WORDS", "Oui, avec plaisir, mais je ne pourrai venir qu'après vingt heures.\n\nNadia"),
                        tuple("AWAY", "Je suis absente jusqu'au 3 décembre. Oui, je lis mes messages le soir."));
        assertThat(answers.about(nadia, 'm', supper.value())).isEmpty();
    }

    @Test
    void point22ABrokenOrHugeCalendarIsPutAsideAndTheNextMessageIsTaken() {
        ReceivedMail good = reply("gmail").read();
        inbound.take(with(good, "broken", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x".getBytes(StandardCharsets.UTF_8)));
        inbound.take(with(good, "huge", new byte[5 * 1024 * 1024]));
        inbound.take(with(good, "binary", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe}));
        inbound.take(good);
        assertThat(answer()).contains(Answer.YES);
        assertThat(kept()).containsExactly("QUARANTINED broken", "QUARANTINED broken", "QUARANTINED broken", "DONE ");
    }

    @Test
    void anAnswerAfterTheMeetingWasCalledOffIsKeptAndSaysSo() {
        meetings.cancel(helene, supper, "");
        take(reply("gmail").with("sequence", "1"));
        assertThat(kept()).containsExactly("KEPT called-off");
    }

    @Test
    void onlyAnimatorsOfTheClusterSeeWhatWasPutAside() {
        take(reply("gmail").to("convive@localhost").with("from", "secretary@elsewhere.example"));
        long id = answers.waiting(camille, 10).getFirst().id();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> answers.waiting(helene, 10));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> answers.putAway(helene, id));
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThat(answers.waiting(stranger, 10)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> answers.count(stranger, id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> answers.putAway(stranger, id));
        answers.putAway(camille, id);
        assertThat(answers.waitingCount(camille)).isZero();
        answers.takeBack(camille, id);
        assertThat(answers.waitingCount(camille)).isEqualTo(1);
    }

    @Test
    void whoPutsAnAnswerAwayLocksTheMessageOnlyAndNobodysAccount() {
        take(reply("gmail").to("convive@localhost").with("from", "secretary@elsewhere.example"));
        InboundItem item = answers.waiting(camille, 10).getFirst();
        assertThat(item.person()).isEqualTo(nadia.person());
        locks.assertLeavesAlone(
                () -> answers.putAway(camille, item.id()),
                "SELECT id FROM person WHERE id = ?",
                nadia.person().value());
    }

    private static ReceivedMail with(ReceivedMail mail, String id, byte[] calendar) {
        return new ReceivedMail(
                mail.messageId() + id,
                mail.sender(),
                mail.senderName(),
                mail.recipients(),
                mail.subject(),
                mail.received(),
                calendar,
                "REPLY",
                false,
                "");
    }

    private void take(ReplyMail mail) {
        inbound.take(mail.with("id", UUID.randomUUID().toString()).read());
    }

    private ReplyMail reply(String program) {
        return reply(program, supper, nadia);
    }

    private ReplyMail reply(String program, MeetingId meeting, Actor person) {
        return ReplyMail.of(program)
                .from(person.email().value())
                .to(address(meeting, person))
                .with("uid", uid(meeting));
    }

    private String address(MeetingId meeting, Actor person) {
        return addresses.of(new Ticket('m', meeting.value(), person.person()));
    }

    private String uid(MeetingId meeting) {
        return jdbc.sql("SELECT uid FROM meeting WHERE id = ?")
                .param(meeting.value())
                .query(String.class)
                .single();
    }

    private Optional<Answer> answer() {
        return Optional.ofNullable(queries.card(nadia, supper).mine()).map(MeetingCard.MyAnswer::answer);
    }

    private List<String> kept() {
        return jdbc.sql("SELECT CONCAT(state, ' ', reason) FROM calendar_inbound WHERE cluster_id = ? ORDER BY id")
                .param(camille.cluster().value())
                .query(String.class)
                .list();
    }

    private long lastLetter() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM mail_delivery")
                .query(Long.class)
                .single();
    }

    private List<String> lettersSince(long delivery) {
        return jdbc.sql("""
                        SELECT CONCAT(l.kind, ' to ', d.address) FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        WHERE d.id > ? AND l.cluster_id = ?""")
                .params(delivery, camille.cluster().value())
                .query(String.class)
                .list();
    }

    private List<String> bodiesSince(long delivery) {
        return jdbc.sql("""
                        SELECT CONCAT(l.subject, l.body_text, COALESCE(l.body_html, ''), COALESCE(l.calendar, ''))
                        FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id WHERE d.id > ? AND l.cluster_id = ?""")
                .params(delivery, camille.cluster().value())
                .query(String.class)
                .list();
    }

    private int letters() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_delivery")
                .query(Integer.class)
                .single();
    }

    private MeetingDraft draft(Integer capacity) {
        return draft(capacity, 1);
    }

    private MeetingDraft draft(Integer capacity, int days) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(20 + days, ChronoUnit.DAYS);
        return new MeetingDraft(
                "Souper",
                from,
                from.plus(3, ChronoUnit.HOURS),
                PARIS,
                Place.at("Verrerie"),
                "",
                capacity,
                null,
                List.of(),
                Invited.wholeCluster());
    }
}
