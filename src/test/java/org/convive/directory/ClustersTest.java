package org.convive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class ClustersTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Clusters clusters;

    @Autowired
    ClusterQueries queries;

    @Autowired
    ReferenceImport references;

    @Test
    void aClusterIsPublicOnlyWhenItWants() {
        Actor camille = fixtures.animatorOfNewCluster();
        fixtures.managerOf(camille, "Verrerie Saulnaye");
        assertThat(queries.publicPage(camille.slug())).isEmpty();
        clusters.update(camille, details("Verre d’Orsenne", true), 0);
        assertThat(queries.publicPage(camille.slug())).get().satisfies(page -> {
            assertThat(page.cluster().name()).isEqualTo("Verre d’Orsenne");
            assertThat(page.organisations())
                    .extracting(ClusterQueries.PublicOrganisation::name)
                    .containsExactly("Verrerie Saulnaye");
        });
        assertThat(queries.publicClusters())
                .extracting(ClusterQueries.ClusterCard::slug)
                .contains(camille.slug());
        clusters.update(camille, details("Verre d’Orsenne", false), 1);
        assertThat(queries.publicPage(camille.slug())).isEmpty();
    }

    @Test
    void onlyAnAnimatorChangesTheCluster() {
        Actor helene = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Saulnaye");
        assertThatThrownBy(() -> clusters.update(helene, details("Mine", true), 0))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> queries.settings(helene)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anAnimatorChangesOnlyTheirOwnCluster() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor otto = fixtures.animatorOfNewCluster();
        clusters.update(otto, details("Val Mécanique", true), 0);
        assertThat(queries.settings(camille).details().name()).isEqualTo(camille.clusterName());
    }

    @Test
    void staleAndWrongEditsAreTold() {
        Actor camille = fixtures.animatorOfNewCluster();
        clusters.update(camille, details("First", false), 0);
        assertThatThrownBy(() -> clusters.update(camille, details("Second", false), 0))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> clusters.update(camille, details("x".repeat(10_000), false), 1))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theReferenceEntriesAreThereOnceHoweverOftenTheyAreImported() throws IOException {
        references.run(new DefaultApplicationArguments());
        assertThat(queries.references()).hasSize(72).anySatisfy(reference -> {
            assertThat(reference.name()).isEqualTo("Aerospace Valley");
            assertThat(reference.kind()).isEqualTo(ClusterKind.COMPETITIVENESS_POLE);
        });
        assertThat(queries.counts2002())
                .hasSize(11)
                .contains(new ClusterQueries.Count("IT", "industrial districts", 199));
    }

    private static Clusters.Details details(String name, boolean isPublic) {
        return new Clusters.Details(
                name,
                ClusterKind.TECHNOLOGICAL_VALLEY,
                "Vallée de l’Orsenne",
                "Glass",
                "Martreville",
                new GeoPoint(49.98, 1.6),
                "**One valley of glass**",
                "https://orsenne.example",
                isPublic);
    }
}
