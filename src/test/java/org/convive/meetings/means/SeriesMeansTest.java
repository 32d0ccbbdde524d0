package org.convive.meetings.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A meeting that repeats daily on three days, with a room on each of them. */
@PortalTest
class SeriesMeansTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingMeans meetingMeans;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MeansService means;

    @Autowired
    private MeansQueries meansQueries;

    @Autowired
    private BookingService bookings;

    private Actor helene;
    private Actor marc;
    private MeansId room;
    private List<MeetingId> dates;

    @BeforeEach
    void aSeriesWithARoom() {
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        room = MeansWorld.share(means, helene, MeansWorld.draft("Room", "Room 1"));
        dates = series.schedule(helene, at(10), RepeatRule.daily(1).times(3));
        dates.forEach(date -> meetingMeans.set(helene, date, Set.of(room)));
    }

    @Test
    void callingSeveralOffFreesTheMeansOfEach() {
        List<BookingLine> kept = series.cancel(helene, dates.get(1), "", Scope.FOLLOWING);
        assertThat(kept).isEmpty();
        assertThat(queries.series(helene, dates.getFirst()))
                .extracting(card -> card.cancelled())
                .containsExactly(false, true, true);
        assertThat(taken(7, 10)).isTrue();
        assertThat(taken(8, 10)).isFalse();
        assertThat(taken(9, 10)).isFalse();
    }

    @Test
    void movingAllMovesTheMeansOfEachAndLaterOneAloneMovesAlone() {
        series.change(helene, dates.getFirst(), 0, at(11), Scope.ALL);
        for (int day = 7; day < 10; day++) {
            assertThat(taken(day, 10)).isFalse();
            assertThat(taken(day, 12)).isTrue();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(meetingMeans.lines(helene, dates.get(i)))
                    .extracting(BookingLine::from)
                    .containsExactly(in(7 + i, 11));
        }
        series.change(helene, dates.get(1), 1, draft(in(8, 15), in(8, 17)), Scope.THIS);
        assertThat(meetingMeans.lines(helene, dates.get(1)))
                .extracting(BookingLine::from)
                .containsExactly(in(8, 15));
        assertThat(meetingMeans.lines(helene, dates.get(0)))
                .extracting(BookingLine::from)
                .containsExactly(in(7, 11));
        assertThat(series.cancel(helene, dates.get(2), "", Scope.THIS)).isEmpty();
        assertThat(taken(9, 12)).isFalse();
        assertThat(taken(7, 12)).isTrue();
        assertThat(taken(8, 16)).isTrue();
    }

    @Test
    void thisAndTheFollowingMoveWithTheirMeansWhileThoseBeforeStay() {
        series.change(helene, dates.get(1), 0, draft(in(8, 14), in(8, 16)), Scope.FOLLOWING);
        assertThat(taken(7, 10)).isTrue();
        for (int day = 8; day < 10; day++) {
            assertThat(taken(day, 10)).isFalse();
            assertThat(taken(day, 15)).isTrue();
        }
        assertThat(series.cancel(helene, dates.getLast(), "", Scope.ALL)).isEmpty();
        for (int day = 7; day < 10; day++) {
            assertThat(taken(day, day == 7 ? 10 : 15)).isFalse();
        }
        dates.forEach(date -> assertThat(meetingMeans.lines(helene, date)).isEmpty());
    }

    @Test
    void oneDateChangedOrCalledOffAsIfItWereAloneTakesItsMeansAlong() {
        meetings.change(helene, dates.get(1), 0, draft(in(8, 15), in(8, 17)));
        assertThat(taken(8, 10)).isFalse();
        assertThat(taken(8, 16)).isTrue();
        meetings.cancel(helene, dates.get(1), "");
        assertThat(taken(8, 16)).isFalse();
        assertThat(taken(7, 10)).isTrue();
        assertThat(taken(9, 10)).isTrue();
    }

    @Test
    void whenOneOfThemCannotMoveNothingMovesAndItSaysWhichAndWhatIsFreeInstead() {
        bookings.book(marc, MeansWorld.request(room, in(8, 14), 2));
        assertThatThrownBy(() -> series.change(helene, dates.getFirst(), 0, at(13), Scope.ALL))
                .isInstanceOfSatisfying(
                        MeansStay.class,
                        e -> assertThat(e.stuck()).singleElement().satisfies(one -> {
                            assertThat(one.name()).isEqualTo("Room");
                            assertThat(one.from()).isEqualTo(in(8, 13));
                            assertThat(one.reason().inTheWay()).isNotEmpty();
                            assertThat(one.reason().alternatives()).isNotEmpty();
                        }));
        for (int i = 0; i < 3; i++) {
            assertThat(queries.card(helene, dates.get(i)).from()).isEqualTo(in(7 + i, 10));
            assertThat(taken(7 + i, 10)).isTrue();
        }
    }

    @Test
    void onlyThoseWhoMayChangeTheMeetingMoveItsMeansAndOnlyTheNewestVersion() {
        assertThatThrownBy(() -> series.change(marc, dates.getFirst(), 0, at(11), Scope.ALL))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.cancel(marc, dates.getFirst(), "", Scope.ALL))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.change(helene, dates.getFirst(), 7, at(11), Scope.ALL))
                .isInstanceOf(StaleEdit.class);
        assertThat(taken(7, 10)).isTrue();
    }

    private boolean taken(int day, int hour) {
        return !meansQueries
                .occupancy(helene, room, in(day, hour), in(day, hour).plusSeconds(60))
                .isEmpty();
    }

    private static MeetingDraft at(int hour) {
        return draft(in(7, hour), in(7, hour + 2));
    }

    private static MeetingDraft draft(Instant from, Instant to) {
        return MeetingDraft.of("Breakfast", from, to, PARIS, Place.at("Here"), Invited.wholeCluster());
    }
}
