package org.convive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class PicturesTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Pictures pictures;

    @Autowired
    Organisations organisations;

    @Autowired
    Clusters clusters;

    Actor camille;
    Actor helene;
    Actor otto;

    @BeforeEach
    void twoClusters() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void aLargePhotoIsMadeSmall() throws IOException {
        long id = pictures.store(helene, image("jpg", 3200, 1000), "La halle");
        assertThat(pictures.find(helene, id)).get().satisfies(picture -> {
            assertThat(picture.width()).isEqualTo(1600);
            assertThat(picture.height()).isEqualTo(500);
            assertThat(picture.mediaType()).isEqualTo("image/jpeg");
            assertThat(picture.alt()).isEqualTo("La halle");
        });
    }

    @Test
    void aSmallPictureKeepsItsSize() throws IOException {
        long id = pictures.store(helene, image("png", 40, 30), "");
        assertThat(pictures.find(helene, id)).get().satisfies(picture -> {
            assertThat(picture.width()).isEqualTo(40);
            assertThat(picture.mediaType()).isEqualTo("image/png");
        });
    }

    @Test
    void wrongTypesAreRefusedWhateverTheirName() throws IOException {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "picture-type");
        assertRefused(new byte[0], "picture-type");
        assertRefused(image("bmp", 10, 10), "picture-type");
        byte[] whole = image("png", 400, 300);
        assertRefused(Arrays.copyOf(whole, 60), "picture-unreadable");
        assertRefused(new byte[Pictures.MOST_BYTES + 1], "picture-too-big");
    }

    @Test
    void picturesStayInTheirCluster() throws IOException {
        long id = pictures.store(helene, image("png", 10, 10), "");
        assertThat(pictures.find(otto, id)).isEmpty();
        Actor foreign = fixtures.managerOf(otto, "Val");
        assertThatThrownBy(() -> organisations.picture(foreign, foreign.requireOrganisation(), id))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theWorldSeesOnlyPicturesOfPublicPages() throws IOException {
        long id = pictures.store(helene, image("png", 10, 10), "");
        organisations.picture(helene, helene.requireOrganisation(), id);
        assertThat(pictures.findPublic(id)).isEmpty();
        clusters.update(
                camille, new Clusters.Details("Orsenne", ClusterKind.CLUSTER, "", "", "", null, "", "", true), 0);
        assertThat(pictures.findPublic(id)).isPresent();
        assertThat(pictures.findPublic(pictures.store(helene, image("png", 10, 10), "")))
                .isEmpty();
    }

    @Test
    void aPortraitIsSeenByThoseWhoShareACluster() throws IOException {
        SignedIn user = new Self(helene.person());
        long former = pictures.portrait(user, image("png", 10, 10));
        long id = pictures.portrait(user, image("png", 12, 12));
        assertThat(pictures.find(camille, id)).isPresent();
        assertThat(pictures.find(camille, former)).isEmpty();
        assertThat(pictures.find(otto, id)).isEmpty();
        assertThat(pictures.ownPortrait(user)).isPresent();
        pictures.removePortrait(user);
        assertThat(pictures.find(camille, id)).isEmpty();
    }

    private void assertRefused(byte[] upload, String key) {
        assertThatThrownBy(() -> pictures.store(helene, upload, ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.fields().get("picture").key()).isEqualTo("directory.error." + key));
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private record Self(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
