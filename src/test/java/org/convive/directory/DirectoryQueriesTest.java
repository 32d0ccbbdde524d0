package org.convive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convive.directory.DirectoryQueries.Search;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class DirectoryQueriesTest {
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
    Actor ines;
    OrganisationId yvelin;

    @BeforeEach
    void aClusterWithTwoCompanies() {
        camille = fixtures.animatorOfNewCluster();
        ines = fixtures.managerOf(camille, "Décors Yvelin");
        yvelin = ines.requireOrganisation();
        sites.add(ines, yvelin, new Sites.Address("Atelier", "1 rue", "Gassigny", new GeoPoint(49.98, 1.6), true));
        competences.say(ines, yvelin, List.of("Lacquering", "Sérigraphie"));
        organisations.register(camille, "École du verre", OrganisationKind.KNOWLEDGE);
    }

    @Test
    void organisationsComeWithTownCompetencesAndFaces() {
        assertThat(directory.organisations(camille)).hasSize(2).first().satisfies(card -> {
            assertThat(card.name()).isEqualTo("Décors Yvelin");
            assertThat(card.town()).isEqualTo("Gassigny");
            assertThat(card.place()).isEqualTo(new GeoPoint(49.98, 1.6));
            assertThat(card.competences()).containsExactly("Lacquering", "Sérigraphie");
            assertThat(card.faces()).extracting(OrganisationCard.Face::name).containsExactly("Décors Yvelin manager");
        });
    }

    @Test
    void searchIgnoresAccentsAndCase() {
        assertThat(names("decors")).containsExactly("Décors Yvelin");
        assertThat(names("SERIGRAPHIE gassigny")).containsExactly("Décors Yvelin");
        assertThat(names("ecole")).containsExactly("École du verre");
        assertThat(names("ecole gassigny")).isEmpty();
    }

    @Test
    void jokersAreOrdinaryCharacters() {
        assertThat(names("%")).isEmpty();
        assertThat(names("_")).isEmpty();
        assertThat(names("!")).isEmpty();
    }

    @Test
    void kindCompetenceAndTownNarrowTheList() {
        assertThat(directory.search(camille, new Search("", OrganisationKind.KNOWLEDGE, "", "")))
                .extracting(OrganisationCard::name)
                .containsExactly("École du verre");
        assertThat(directory.search(camille, new Search("", null, "lacquering", "")))
                .hasSize(1);
        assertThat(directory.search(camille, new Search("", null, "", "gassigny")))
                .hasSize(1);
    }

    @Test
    void peopleAreFoundByNameTitleOrOrganisation() {
        assertThat(directory.people(camille, "decors")).hasSize(1).first().satisfies(card -> {
            assertThat(card.organisation()).isEqualTo(yvelin);
            assertThat(card.role()).isEqualTo(Role.MANAGER);
        });
        assertThat(directory.people(camille)).hasSize(2);
        assertThat(directory.newMembers(camille, 1))
                .extracting(PersonCard::name)
                .containsExactly(ines.name());
    }

    @Test
    void ottoSeesNothingOfAnotherCluster() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val");
        assertThat(directory.search(otto, new Search("decors", null, "", ""))).isEmpty();
        assertThat(directory.people(otto, "decors")).isEmpty();
        assertThat(directory.peopleOf(otto, yvelin)).isEmpty();
        assertThat(directory.sites(otto)).isEmpty();
        assertThat(directory.competences(otto)).isEmpty();
        assertThatThrownBy(() -> directory.organisation(otto, yvelin)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> directory.person(otto, ines.person())).isInstanceOf(NotFoundException.class);
        var site = directory.sites(ines).getFirst().id();
        assertThatThrownBy(() -> directory.site(otto, site)).isInstanceOf(NotFoundException.class);
    }

    private List<String> names(String text) {
        return directory.search(camille, new Search(text, null, "", "")).stream()
                .map(OrganisationCard::name)
                .toList();
    }
}
