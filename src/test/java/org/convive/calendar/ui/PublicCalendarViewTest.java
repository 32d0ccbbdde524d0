package org.convive.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.ZoneId;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.open.OpenMeetings;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublicCalendarViewTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private OpenMeetings open;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anybodySeesTheOpenMeetingsAndHowToFollowThemAndNoOthers() {
        Actor camille = fixtures.animatorOfNewCluster();
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        open.open(camille, schedule(camille, "Open doors"), true);
        schedule(camille, "Closed council");
        UI.getCurrent().navigate("clusters/" + camille.slug() + "/calendar");
        assertThat(_get(TextField.class).getValue()).endsWith("/feeds/clusters/" + camille.slug() + ".ics");
        assertThat(_find(Anchor.class).stream().map(Anchor::getText))
                .contains("Open doors")
                .doesNotContain("Closed council");
    }

    @Test
    void aClusterWithoutAPublicPageHasNoPublicCalendar() {
        Actor camille = fixtures.animatorOfNewCluster();
        UI.getCurrent().navigate("clusters/" + camille.slug() + "/calendar");
        _assertNone(PublicCalendarView.class);
    }

    private MeetingId schedule(Actor actor, String title) {
        Instant from = Instant.now().plusSeconds(400_000);
        return meetings.schedule(
                actor,
                MeetingDraft.of(
                        title,
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Verrerie"),
                        Invited.wholeCluster()));
    }
}
