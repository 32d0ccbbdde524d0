package org.convive.meetings.encounters.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.encounters.Introductions;
import org.convive.meetings.encounters.Pulse;
import org.convive.meetings.sharing.BringList;
import org.convive.meetings.sharing.Rides;
import org.convive.shared.Utc;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompanyPanesTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private BringList bringing;

    @Autowired
    private Rides rides;

    @Autowired
    private Introductions introductions;

    @Autowired
    private Pulse pulse;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void aSupperThatTwoComeTo() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        Instant from = Instant.now().plus(Duration.ofDays(2));
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        var yes = meetings.answer(helene, supper, Answer.YES, 0);
        var too = meetings.answer(nadia, supper, Answer.YES, 0);
    }

    @Test
    void oneTapBringsItAndUndoTakesItBack() {
        bringing.ask(camille, supper, "Cheese board", 1);
        signIn(nadia);
        open();
        _click(_get(Button.class, spec -> spec.withText("I bring it")));
        assertThat(bringing.list(nadia, supper).getFirst().mine()).isEqualTo(1);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(bringing.list(nadia, supper).getFirst().mine()).isZero();
    }

    @Test
    void whoRidesAlongSeesHowToReachTheDriver() {
        rides.offer(helene, supper, "Martreville", null, 2);
        signIn(nadia);
        open();
        String mail = "mailto:" + helene.email();
        assertThat(_find(Anchor.class)).noneMatch(link -> link.getHref().equals(mail));
        _click(_get(Button.class, spec -> spec.withText("Ride along")));
        assertThat(_find(Anchor.class)).anyMatch(link -> link.getHref().equals(mail));
    }

    @Test
    void oneAsksToBeIntroducedAndSeesToWhomAndWhy() {
        introductions.ask(helene, supper, List.of());
        signIn(nadia);
        open();
        _click(_get(Button.class, spec -> spec.withText("Introduce me")));
        assertThat(introductions.wish(nadia, supper)).isPresent();
        signIn(camille);
        open();
        _click(_get(Button.class, spec -> spec.withText("Introduce them now")));
        assertThat(introductions.mine(nadia, supper)).hasSize(1);
    }

    @Test
    void oneTapSaysHowItWasAndTheOrganiserSeesWhatItLedTo() {
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minusSeconds(7200)),
                        Utc.column(Instant.now().minusSeconds(3600)),
                        supper.value())
                .update();
        signIn(nadia);
        open();
        _click(_get(Button.class, spec -> spec.withText("Very good")));
        assertThat(pulse.mine(nadia, supper)).get().extracting(Pulse.Said::how).isEqualTo(3);
        assertThat(_find(Anchor.class)).noneMatch(link -> link.getHref().contains("?after="));
        signIn(camille);
        open();
        assertThat(_find(Anchor.class)).anyMatch(link -> link.getHref().endsWith("/meetings/new?after=" + supper));
        _assertNone(Button.class, spec -> spec.withText("Very good"));
    }

    private void open() {
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/" + supper);
    }
}
