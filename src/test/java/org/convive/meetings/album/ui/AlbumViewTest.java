package org.convive.meetings.album.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.album.Album;
import org.convive.shared.Utc;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlbumViewTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private Album album;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor absent;
    private MeetingId supper;
    private long photo;

    @BeforeEach
    void aSupperWithAPhotoOfHelene() throws Exception {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        absent = fixtures.member(camille, "Absent", null);
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
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minusSeconds(7200)),
                        Utc.column(Instant.now().minusSeconds(3600)),
                        supper.value())
                .update();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        photo = album.add(camille, supper, bytes.toByteArray());
        album.tell(camille, supper, photo, List.of(helene.person()), "At the kiln");
    }

    @Test
    void whoIsInAPhotoAgreesInOneTapAndTakesItBack() {
        signIn(helene);
        UI.getCurrent().navigate(address(helene));
        _click(_get(Button.class, spec -> spec.withText("Yes, they may")));
        assertThat(album.photos(absent, supper, 5)).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(album.photos(absent, supper, 5)).isEmpty();
        album.consent(helene, supper, true);
        _click(_get(Button.class, spec -> spec.withText("Please not")));
        assertThat(album.photos(absent, supper, 5)).isEmpty();
    }

    @Test
    void aMemberWhoWasNotThereLooksAndMayHaveAPhotoTakenDownButAddsNone() {
        album.consent(helene, supper, true);
        signIn(absent);
        UI.getCurrent().navigate(address(absent));
        assertThat(_get(Image.class).getAlt()).contains("At the kiln");
        _assertNone(Button.class, spec -> spec.withText("Choose photos"));
        _assertNone(Button.class, spec -> spec.withText("Yes, they may"));
        _click(_get(Button.class, spec -> spec.withText("This shows me: take it down")));
        _assertNone(Image.class);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(_find(Image.class)).hasSize(1);
    }

    @Test
    void theMeetingsPageShowsTheLatestPhotosToThoseWhoMaySeeThem() {
        signIn(absent);
        UI.getCurrent().navigate("c/" + absent.slug() + "/meetings/" + supper);
        _assertNone(
                Image.class, spec -> spec.withPredicate(image -> image.getSrc().contains("/photos/")));
        album.consent(helene, supper, true);
        UI.getCurrent().navigate("c/" + absent.slug() + "/meetings");
        UI.getCurrent().navigate("c/" + absent.slug() + "/meetings/" + supper);
        assertThat(_find(
                        Image.class,
                        spec -> spec.withPredicate(image -> image.getSrc().contains("/photos/"))))
                .hasSize(1);
    }

    private String address(Actor actor) {
        return "c/" + actor.slug() + "/meetings/" + supper + "/photos";
    }
}
