package org.convive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class OrganisationsTest {
    private static final Sites.Address GASSIGNY =
            new Sites.Address("Atelier", "1 rue du Four", "Gassigny", new GeoPoint(49.98, 1.6), false);

    @Autowired
    Fixtures fixtures;

    @Autowired
    DirectoryQueries directory;

    @Autowired
    Organisations organisations;

    @Autowired
    Sites sites;

    @Autowired
    Competences competences;

    Actor camille;
    Actor helene;
    Actor nadia;
    Actor otto;
    OrganisationId saulnaye;

    @BeforeEach
    void twoClusters() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        saulnaye = helene.requireOrganisation();
        nadia = fixtures.member(camille, "Nadia", saulnaye);
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void aManagerDescribesTheirOwnOrganisation() {
        organisations.update(helene, saulnaye, named("Verrerie Saulnaye & fils 🍷 مصنع"), 0);
        assertThat(directory.organisation(helene, saulnaye)).satisfies(page -> {
            assertThat(page.card().name()).isEqualTo("Verrerie Saulnaye & fils 🍷 مصنع");
            assertThat(page.presentation()).isEqualTo("**Flacons** <script>alert(1)</script>");
            assertThat(page.version()).isEqualTo(1);
        });
    }

    @Test
    void anAnimatorDescribesAnyOrganisationOfTheirCluster() {
        organisations.update(camille, saulnaye, named("Saulnaye"), 0);
        assertThat(directory.organisation(camille, saulnaye).card().name()).isEqualTo("Saulnaye");
    }

    @Test
    void aMemberOrAnotherManagerDoesNot() {
        Actor marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        for (Actor actor : List.of(nadia, marc)) {
            assertThatThrownBy(() -> organisations.update(actor, saulnaye, named("Mine"), 0))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> sites.add(actor, saulnaye, GASSIGNY)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> competences.say(actor, saulnaye, List.of("Lacquering")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> organisations.picture(actor, saulnaye, null))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> competences.manage(actor, List.of("Lacquering")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> organisations.register(actor, "New", OrganisationKind.COMPANY))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void ottoOfAnotherClusterFindsNothingToChange() {
        var site = sites.add(helene, saulnaye, GASSIGNY);
        assertThatThrownBy(() -> organisations.update(otto, saulnaye, named("Mine"), 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> organisations.picture(otto, saulnaye, null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sites.add(otto, saulnaye, GASSIGNY)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sites.update(otto, site, GASSIGNY, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sites.remove(otto, site)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> competences.say(otto, saulnaye, List.of("Lacquering")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aStaleEditIsToldAndWritesNothing() {
        organisations.update(camille, saulnaye, named("First"), 0);
        assertThatThrownBy(() -> organisations.update(helene, saulnaye, named("Second"), 0))
                .isInstanceOf(StaleEdit.class);
        assertThat(directory.organisation(helene, saulnaye).card().name()).isEqualTo("First");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var details = new Organisations.Details(
                "x".repeat(10_000),
                OrganisationKind.COMPANY,
                "t".repeat(201),
                "p".repeat(10_001),
                "javascript:alert(1)",
                -1);
        assertThatThrownBy(() -> organisations.update(helene, saulnaye, details, 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.fields())
                                .containsOnlyKeys("name", "trade", "presentation", "website", "headcount"));
        assertThatThrownBy(() -> organisations.register(camille, "x".repeat(10_000), OrganisationKind.COMPANY))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void twoOrganisationsDoNotShareAName() {
        assertThatThrownBy(() -> organisations.register(camille, "verrerie saulnaye", OrganisationKind.COMPANY))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theFirstSiteIsTheMainOneUntilAnotherIsMadeMain() {
        var first = sites.add(helene, saulnaye, GASSIGNY);
        var second = sites.add(helene, saulnaye, new Sites.Address("Dépôt", "", "Oustreval", null, true));
        assertThat(directory.organisation(helene, saulnaye).card().town()).isEqualTo("Oustreval");
        assertThat(directory.site(helene, first).main()).isFalse();
        sites.remove(helene, second);
        assertThat(directory.site(helene, first).main()).isTrue();
    }

    @Test
    void aSiteNeedsANameATownAndAPlaceOnEarth() {
        var nowhere = new Sites.Address(" ", "a".repeat(501), "", new GeoPoint(91, 0), false);
        assertThatThrownBy(() -> sites.add(helene, saulnaye, nowhere))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.fields()).containsOnlyKeys("name", "address", "town", "place"));
        assertThatThrownBy(() -> sites.add(
                        helene, saulnaye, new Sites.Address("A", "", "B", new GeoPoint(Double.NaN, 0), false)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aStaleEditOfASiteIsTold() {
        var site = sites.add(helene, saulnaye, GASSIGNY);
        sites.update(helene, site, GASSIGNY, 0);
        assertThatThrownBy(() -> sites.update(camille, site, GASSIGNY, 0)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void competencesAreTheClustersListAndFreeWords() {
        competences.manage(camille, List.of("Lacquering", "Hot end"));
        competences.say(helene, saulnaye, List.of("lacquering", " Cold end ", "Cold end", ""));
        assertThat(directory.competences(helene))
                .containsExactly(
                        new DirectoryQueries.Competence("Cold end", false, 1),
                        new DirectoryQueries.Competence("Hot end", true, 0),
                        new DirectoryQueries.Competence("Lacquering", true, 1));
        competences.say(helene, saulnaye, List.of());
        assertThat(directory.competences(helene))
                .extracting(DirectoryQueries.Competence::name)
                .containsExactly("Hot end", "Lacquering");
        assertThatThrownBy(() -> competences.say(helene, saulnaye, List.of("x".repeat(101))))
                .isInstanceOf(InvalidInput.class);
    }

    private static Organisations.Details named(String name) {
        return new Organisations.Details(
                name,
                OrganisationKind.COMPANY,
                "Glass",
                "**Flacons** <script>alert(1)</script>",
                "https://saulnaye.example",
                120);
    }
}
