package org.convive.meetings.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Place;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Silence is reminded once, never at once after an invitation, and never chased. */
@PortalTest
class RemindersTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Reminders reminders;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private DatePolls polls;

    @Autowired
    private OutsideGuests outside;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor nadia;
    private final Instant soon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void anOldIdeaWhoseDateIsSetShortlyAheadIsNotRemindedOfMinutesAfterTheInvitation() {
        MeetingId id = stages.imagine(camille, draft(null, Invited.wholeCluster()));
        created(id, 30);
        stages.setDate(camille, id, soon, soon.plusSeconds(3600));
        reminders.remindDue();
        assertThat(reminded(id)).isEmpty();
        asked(id, 4);
        reminders.remindDue();
        assertThat(reminded(id)).containsExactly(nadia.email().value());
    }

    @Test
    void anOldIdeaThatGetsAPollClosingTomorrowIsNotRemindedOfMinutesAfterTheQuestion() {
        MeetingId id = stages.imagine(camille, draft(null, Invited.wholeCluster()));
        created(id, 30);
        var unused = polls.ask(
                camille,
                id,
                List.of(OptionDraft.at(soon, soon.plusSeconds(3600))),
                Instant.now().plus(Duration.ofHours(20)));
        reminders.remindDue();
        assertThat(reminded(id)).isEmpty();
        asked(id, 4);
        reminders.remindDue();
        assertThat(reminded(id)).containsExactly(nadia.email().value());
    }

    @Test
    void whoeverIsInvitedLaterThanTheOthersIsNotRemindedAtOnce() {
        MeetingId id = meetings.schedule(camille, draft(soon, Invited.people(nadia.person())));
        created(id, 30);
        Actor helene = fixtures.member(camille, "Helene", null);
        assertThat(meetings.invite(camille, id, Invited.people(helene.person())))
                .isEqualTo(1);
        assertThat(outside.invite(camille, id, "Anna <anna." + id + "@kern.example>"))
                .isEqualTo(1);
        reminders.remindDue();
        assertThat(reminded(id)).containsExactly(nadia.email().value());
    }

    @Test
    void aSeriesIsRemindedOfOnceForAPersonNotOnceADateAndNotWhenTheyAnsweredOneOfItsDates() {
        List<MeetingId> dates = series.schedule(
                camille,
                draft(soon, Invited.wholeCluster()),
                RepeatRule.daily(1).times(4));
        Actor helene = fixtures.member(camille, "Helene", null);
        meetings.answer(helene, dates.get(2), Answer.YES, 0);
        dates.forEach(date -> created(date, 30));
        reminders.remindDue();
        assertThat(dates.stream().flatMap(date -> reminded(date).stream()))
                .containsExactly(nadia.email().value());
        jdbc.sql("UPDATE meeting SET reminded_at = NULL WHERE id = ?")
                .param(dates.get(3).value())
                .update();
        reminders.remindDue();
        assertThat(reminded(dates.get(3))).isEmpty();
    }

    private void created(MeetingId id, int daysAgo) {
        jdbc.sql("UPDATE meeting SET created_at = ? WHERE id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofDays(daysAgo))), id.value())
                .update();
    }

    private void asked(MeetingId id, int daysAgo) {
        jdbc.sql("UPDATE meeting SET asked_at = ? WHERE id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofDays(daysAgo))), id.value())
                .update();
    }

    private List<String> reminded(MeetingId id) {
        return jdbc.sql("""
                        SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE l.subject_ref = ? AND l.kind = 'meeting.reminder'""").param("meeting:" + id).query(String.class).list();
    }

    private static MeetingDraft draft(@Nullable Instant from, Invited invited) {
        return new MeetingDraft(
                "Supper",
                from,
                from == null ? null : from.plusSeconds(3600),
                ZoneId.of("Europe/Paris"),
                Place.at("Here"),
                "",
                null,
                null,
                List.of(),
                invited);
    }
}
