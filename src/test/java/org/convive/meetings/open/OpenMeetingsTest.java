package org.convive.meetings.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.convive.calendar.CalendarEntry;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class OpenMeetingsTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private OpenMeetings open;

    @Autowired
    private JdbcClient jdbc;

    private final Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
    private Actor camille;
    private Actor nadia;
    private MeetingId visit;

    @BeforeEach
    void aClusterWithAPublicPageAndAMeeting() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        publish(true);
        visit = schedule("Open workshop");
    }

    @Test
    void onlyWhatItsOrganiserOpenedInAClusterWithAPublicPageIsThereForEverybody() {
        MeetingId closed = schedule("Board");
        assertThat(open.find(camille.slug(), visit)).isEmpty();
        open.open(camille, visit, true);
        assertThat(open.find(camille.slug(), visit))
                .get()
                .extracting(OpenMeeting::title)
                .isEqualTo("Open workshop");
        assertThat(open.find(camille.slug(), closed)).isEmpty();
        assertThat(titles()).containsExactly("Open workshop");
        publish(false);
        assertThat(open.find(camille.slug(), visit)).isEmpty();
        assertThat(open.cluster(camille.slug())).isEmpty();
        assertThat(titles()).isEmpty();
        publish(true);
        open.open(camille, visit, false);
        assertThat(titles()).isEmpty();
    }

    @Test
    void itIsFoundUnderItsOwnClusterOnly() {
        open.open(camille, visit, true);
        Actor otto = fixtures.animatorOfNewCluster();
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(otto.cluster().value())
                .update();
        assertThat(open.find(otto.slug(), visit)).isEmpty();
        assertThat(open.of(otto.cluster(), Instant.now(), 10)).isEmpty();
        assertThatThrownBy(() -> open.open(otto, visit, false)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> open.standing(otto, visit)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyWhoMayChangeAMeetingOpensItAndOnlyWhereThereIsAPublicPage() {
        assertThatThrownBy(() -> open.open(nadia, visit, true)).isInstanceOf(AccessDeniedException.class);
        assertThat(open.standing(nadia, visit).mayChange()).isFalse();
        publish(false);
        assertThatThrownBy(() -> open.open(camille, visit, true)).isInstanceOf(InvalidInput.class);
        assertThat(open.standing(camille, visit).clusterIsPublic()).isFalse();
    }

    @Test
    void theCalendarOfOpenMeetingsCountsSeatsAndTellsWhatWasCalledOff() {
        open.open(camille, visit, true);
        var unused = meetings.answer(nadia, visit, Answer.YES, 2);
        assertThat(open.find(camille.slug(), visit))
                .get()
                .extracting(OpenMeeting::taken)
                .isEqualTo(3);
        meetings.cancel(camille, visit, "The kiln is cold");
        List<CalendarEntry> entries = open.entries(camille.cluster(), Instant.now(), 10);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.cancelled()).isTrue();
            assertThat(entry.url()).endsWith("/public/meetings/" + camille.slug() + "/" + visit);
            assertThat(entry.description()).doesNotContain("kiln");
        });
        assertThat(open.entries(camille.cluster(), from.plus(Duration.ofDays(1)), 10))
                .isEmpty();
    }

    private List<String> titles() {
        return open.of(camille.cluster(), Instant.now(), 10).stream()
                .map(OpenMeeting::title)
                .toList();
    }

    private void publish(boolean isPublic) {
        jdbc.sql("UPDATE cluster SET is_public = ? WHERE id = ?")
                .params(isPublic, camille.cluster().value())
                .update();
    }

    private MeetingId schedule(String title) {
        return meetings.schedule(
                camille,
                MeetingDraft.of(
                        title,
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
    }
}
