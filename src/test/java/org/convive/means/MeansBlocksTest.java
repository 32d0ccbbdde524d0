package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class MeansBlocksTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeansService means;

    @Autowired
    private MeansBlocks blocks;

    private Actor camille;
    private MeansId scanner;

    @BeforeEach
    void aSharedScanner() {
        camille = fixtures.animatorOfNewCluster();
        Actor karim = fixtures.managerOf(camille, "Métrologie Sarcelle");
        scanner = MeansWorld.share(means, karim, MeansWorld.draft("Échelle 3D", "One"));
    }

    @Test
    void theWriterFindsAMeansWithoutTypingAccents() {
        assertThat(blocks.search(camille, "echelle")).singleElement().satisfies(choice -> {
            assertThat(choice.id()).isEqualTo(scanner.value());
            assertThat(choice.detail()).isEqualTo("Métrologie Sarcelle");
        });
        assertThat(blocks.search(camille, "100%")).isEmpty();
    }

    @Test
    void theCardSaysWhoseItIsWhereAndAtWhatPrice() {
        assertThat(blocks.render(camille.cluster(), scanner.value(), Locale.ENGLISH))
                .hasValueSatisfying(card -> {
                    assertThat(card.title()).isEqualTo("Échelle 3D");
                    assertThat(card.lines()).contains("Métrologie Sarcelle", "Martreville", "€45 an hour");
                    assertThat(card.path()).isEqualTo("c/" + camille.slug() + "/means/" + scanner);
                });
    }

    @Test
    void anotherClusterSeesNothingOfIt() {
        Actor otto = fixtures.animatorOfNewCluster();
        assertThat(blocks.search(otto, "")).isEmpty();
        assertThat(blocks.render(otto.cluster(), scanner.value(), Locale.FRENCH))
                .isEmpty();
    }
}
