package org.convive.meetings.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.convive.directory.Picture;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class AlbumTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private Album album;

    @Autowired
    private Pictures pictures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor absent;
    private MeetingId supper;

    @BeforeEach
    void aSupperThatIsOver() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
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
        var too = meetings.answer(nadia, supper, Answer.YES, 0);
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minusSeconds(7200)),
                        Utc.column(Instant.now().minusSeconds(3600)),
                        supper.value())
                .update();
    }

    @Test
    void aPhotoIsSeenByMembersOnlyWhenEverybodyInItAgrees() {
        long photo = album.add(helene, supper, jpeg(640, 480));
        assertThat(seenBy(helene)).containsExactly(photo);
        assertThat(seenBy(nadia)).isEmpty();
        assertThat(seenBy(camille)).isEmpty();
        album.tell(helene, supper, photo, List.of(helene.person(), nadia.person()), "The kiln");
        assertThat(seenBy(nadia)).containsExactly(photo);
        assertThat(seenBy(camille)).isEmpty();
        album.consent(nadia, supper, true);
        assertThat(seenBy(absent)).isEmpty();
        album.consent(helene, supper, true);
        assertThat(seenBy(absent)).containsExactly(photo);
    }

    @Test
    void aConsentThatIsTakenBackCountsAtOnceForThePictureItselfToo() throws Exception {
        long photo = shown();
        int before = status(absent, photo);
        assertThat(before).isEqualTo(200);
        album.consent(nadia, supper, false);
        assertThat(seenBy(absent)).isEmpty();
        assertThat(status(absent, photo)).isEqualTo(404);
        assertThat(status(nadia, photo)).isEqualTo(200);
        album.consent(nadia, supper, null);
        assertThat(status(absent, photo)).isEqualTo(404);
    }

    @Test
    void whoeverFindsThemselvesInAPhotoTakesItDownAtOnceAndItsPictureIsErasedADayLater() {
        long photo = album.add(helene, supper, jpeg(640, 480));
        album.tell(helene, supper, photo, List.of(), "");
        assertThat(seenBy(absent)).containsExactly(photo);
        album.takeDown(absent, supper, photo);
        assertThat(seenBy(helene)).isEmpty();
        assertThat(notices(helene, "meetings.notice.photo-down")).isEqualTo(1);
        assertThatThrownBy(() -> album.restore(helene, supper, photo)).isInstanceOf(NotFoundException.class);
        album.restore(absent, supper, photo);
        assertThat(seenBy(helene)).containsExactly(photo);
        album.takeDown(absent, supper, photo);
        jdbc.sql("UPDATE meeting_photo SET removed_at = ? WHERE id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofDays(2))), photo)
                .update();
        long large = jdbc.sql("SELECT large_id FROM meeting_photo WHERE id = ?")
                .param(photo)
                .query(Long.class)
                .single();
        assertThat(album.eraseDue()).isGreaterThanOrEqualTo(2);
        assertThat(pictures.kept(large)).isEmpty();
        assertThatThrownBy(() -> album.restore(absent, supper, photo)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPhotoThatWaitsForConsentForThirtyDaysIsErasedAndOneThatIsSeenStays() {
        long shown = shown();
        long waits = album.add(helene, supper, jpeg(64, 64));
        album.tell(helene, supper, waits, List.of(helene.person()), "");
        jdbc.sql("UPDATE meeting_photo SET added_at = ? WHERE meeting_id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofDays(31))), supper.value())
                .update();
        album.eraseDue();
        assertThat(seenBy(helene)).containsExactly(shown);
    }

    @Test
    void whatTheCameraNotedIsNotKeptAndALargePhotoIsMadeSmaller() throws Exception {
        byte[] upload = withExif(jpeg(3000, 1000));
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS-secret");
        long photo = album.add(helene, supper, upload);
        for (boolean small : new boolean[] {true, false}) {
            Picture kept = album.picture(helene, supper, photo, small);
            assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS-secret");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
            assertThat(image.getWidth()).isEqualTo(small ? 640 : 1600);
        }
    }

    @Test
    void whoIsMarkedIsAskedOnceAndOnlyWhoWasThereCanBeMarked() {
        for (int i = 0; i < 2; i++) {
            long photo = album.add(helene, supper, jpeg(64, 64));
            album.tell(helene, supper, photo, List.of(nadia.person()), "");
        }
        assertThat(notices(nadia, "meetings.notice.photo")).isEqualTo(1);
        long photo = album.add(helene, supper, jpeg(64, 64));
        assertThatThrownBy(() -> album.tell(helene, supper, photo, List.of(absent.person()), ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.tell(nadia, supper, photo, List.of(), ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.tell(helene, supper, photo, List.of(), "x".repeat(301)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void onlyWhoTookPartAddsPhotosAndOnlyPictures() {
        assertThatThrownBy(() -> album.add(absent, supper, jpeg(64, 64))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> album.add(helene, supper, "no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
        assertThat(album.standing(absent, supper).takesPart()).isFalse();
        assertThat(album.standing(helene, supper).mayAdd()).isTrue();
    }

    @Test
    void somebodyOfAnotherClusterFindsNothingAndNobodyGetsAPhotoByItsPicturesNumber() throws Exception {
        long photo = shown();
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> album.photos(otto, supper, 10)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.picture(otto, supper, photo, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.takeDown(otto, supper, photo)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.consent(otto, supper, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> album.people(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThat(status(otto, photo)).isEqualTo(404);
        long large = jdbc.sql("SELECT large_id FROM meeting_photo WHERE id = ?")
                .param(photo)
                .query(Long.class)
                .single();
        assertThat(pictures.find(helene, large)).isEmpty();
        assertThat(pictures.findPublic(large)).isEmpty();
    }

    private long shown() {
        long photo = album.add(helene, supper, jpeg(64, 64));
        album.tell(helene, supper, photo, List.of(nadia.person()), "");
        album.consent(nadia, supper, true);
        return photo;
    }

    private List<Long> seenBy(Actor actor) {
        return album.photos(actor, supper, 50).stream().map(Photo::id).toList();
    }

    private int notices(Actor actor, String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = ?")
                .params(actor.person().value(), kind)
                .query(Integer.class)
                .single();
    }

    private int status(Actor actor, long photo) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/c/" + actor.slug() + "/meetings/" + supper + "/photos/" + photo + "/small")
                        .with(authentication(as(actor))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static Authentication as(Actor actor) {
        var authentication = new TestingAuthenticationToken(new User(actor.person()), "n/a", List.of());
        authentication.setAuthenticated(true);
        return authentication;
    }

    private record User(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }

    private static byte[] jpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xF6AD3B));
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same with a segment as cameras write it, after the start of the image. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] content = "Exif\0\0MM\0*\0\0\0\b\0\0GPS-secret".getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xE1);
        bytes.write((content.length + 2) >> 8);
        bytes.write((content.length + 2) & 0xFF);
        bytes.write(content, 0, content.length);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
