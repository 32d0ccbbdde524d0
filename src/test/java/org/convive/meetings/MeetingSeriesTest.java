package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class MeetingSeriesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor nadia;

    /** A Monday in March of next year or later, so that four weeks cross the change of clocks. */
    private final LocalDate monday = LocalDate.of(LocalDate.now(PARIS).getYear() + 1, 3, 15)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void eachTimeStaysAtItsHourWhenTheClocksChangeAndPeopleGetOneLetter() {
        List<MeetingId> ids = weekly();
        assertThat(ids).hasSize(4);
        assertThat(queries.series(nadia, ids.getFirst()))
                .extracting(card -> card.from().atZone(PARIS).toLocalTime())
                .containsOnly(LocalTime.of(18, 0));
        assertThat(queries.series(nadia, ids.getFirst()).stream()
                        .map(card -> card.from().atZone(PARIS).getOffset())
                        .distinct())
                .as("both sides of the change of clocks")
                .hasSize(2);
    }

    @Test
    void oneIsAnsweredMovedAndCalledOffByItself() {
        List<MeetingId> ids = weekly();
        meetings.answer(nadia, ids.get(1), Answer.YES, 0);
        assertThat(queries.card(nadia, ids.get(2)).mine()).isNull();
        series.change(camille, ids.get(2), 0, draft(monday.plusDays(15), 19), Scope.THIS);
        series.cancel(camille, ids.get(3), "", Scope.THIS);
        assertThat(queries.card(nadia, ids.get(2)).from().atZone(PARIS).toLocalTime())
                .isEqualTo(LocalTime.of(19, 0));
        assertThat(queries.card(nadia, ids.get(1)).from().atZone(PARIS).toLocalTime())
                .isEqualTo(LocalTime.of(18, 0));
        assertThat(queries.card(nadia, ids.get(3)).cancelled()).isTrue();
        assertThat(queries.card(nadia, ids.get(0)).cancelled()).isFalse();
    }

    @Test
    void thisAndThoseThatFollowMoveTogetherWithTheirAnswersButNotOneThatWasMovedByItself() {
        List<MeetingId> ids = weekly();
        meetings.answer(nadia, ids.get(2), Answer.YES, 0);
        series.change(camille, ids.get(3), 0, draft(monday.plusDays(22), 9), Scope.THIS);
        series.change(camille, ids.get(1), 0, draft(monday.plusDays(8), 20), Scope.FOLLOWING);
        assertThat(queries.series(nadia, ids.getFirst()))
                .extracting(card -> card.from().atZone(PARIS).toLocalDateTime())
                .containsExactly(
                        monday.atTime(18, 0),
                        monday.plusDays(8).atTime(20, 0),
                        monday.plusDays(15).atTime(20, 0),
                        monday.plusDays(22).atTime(9, 0));
        assertThat(queries.get(nadia, ids.get(2)).saying(Answer.YES)).hasSize(1);
        assertThat(letters("meeting.series-changed", ids.get(1))).isEqualTo(1);
    }

    @Test
    void allAreCalledOffWithOneLetter() {
        List<MeetingId> ids = weekly();
        series.cancel(camille, ids.get(1), "The furnace is cold", Scope.ALL);
        assertThat(queries.series(nadia, ids.getFirst())).allMatch(MeetingCard::cancelled);
        assertThat(letters("meeting.series-cancelled", ids.get(1))).isEqualTo(1);
    }

    @Test
    void whatCannotRepeatIsRefusedBesideTheField() {
        assertThatThrownBy(() -> series.schedule(camille, draft(monday, 18), RepeatRule.weekly(1, Set.of())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("recurrence"));
        assertThatThrownBy(() -> series.schedule(
                        camille, draft(monday, 18), RepeatRule.daily(1).times(400)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void onlyThoseWhoMayChangeAMeetingChangeItsSeries() {
        List<MeetingId> ids = weekly();
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> series.cancel(nadia, ids.getFirst(), "", Scope.ALL))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.change(nadia, ids.getFirst(), 0, draft(monday, 9), Scope.ALL))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.cancel(otto, ids.getFirst(), "", Scope.ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> series.change(camille, ids.getFirst(), 7, draft(monday, 9), Scope.ALL))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> queries.card(otto, ids.getFirst())).isInstanceOf(NotFoundException.class);
        assertThat(queries.series(otto, ids.getFirst())).isEmpty();
    }

    private List<MeetingId> weekly() {
        List<MeetingId> ids = series.schedule(
                camille, draft(monday, 18), RepeatRule.weekly(1, Set.of()).times(4));
        assertThat(letters("meeting.series", ids.getFirst())).isEqualTo(1);
        assertThat(letters("meeting.invitation", ids.getFirst())).isZero();
        return ids;
    }

    private int letters(String kind, MeetingId id) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ? AND kind = ?")
                .params("meeting:" + id, kind)
                .query(Integer.class)
                .single();
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
