package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.convive.directory.Competences;
import org.convive.directory.GeoPoint;
import org.convive.directory.Sites;
import org.convive.identity.Actor;
import org.convive.testing.KaribuTest;
import org.convive.uikit.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DirectoryViewTest extends KaribuTest {
    @Autowired
    Sites sites;

    @Autowired
    Competences competences;

    Actor camille;
    Actor ines;

    @BeforeEach
    void aClusterWithTwoCompanies() {
        camille = fixtures.animatorOfNewCluster();
        ines = fixtures.managerOf(camille, "Décors Yvelin");
        sites.add(
                ines,
                ines.requireOrganisation(),
                new Sites.Address("Atelier", "", "Gassigny", new GeoPoint(49.98, 1.6), true));
        competences.say(ines, ines.requireOrganisation(), List.of("Hot stamping", "Lacquering", "Screen printing"));
        fixtures.managerOf(camille, "Verrerie Saulnaye");
        signIn(ines);
    }

    @Test
    void aMemberFindsCompaniesBySkillAndSeesWhy() {
        open("q=lacquer");
        assertThat(_get(H1.class).getText()).isEqualTo("Directory");
        assertThat(cards())
                .hasSize(1)
                .first()
                .satisfies(card -> assertThat(card.getElement().getOuterHTML())
                        .contains("Décors Yvelin", "Gassigny", "<mark>Lacquer</mark>"));
    }

    @Test
    void typingNarrowsTheListAndNothingFoundIsSaid() {
        UI.getCurrent().navigate("c/" + ines.slug() + "/directory");
        assertThat(cards()).hasSize(2);
        open("q=zzz&kind=company");
        assertThat(cards()).isEmpty();
        _assertOne(EmptyState.class);
    }

    @Test
    void htmlInTheSearchIsText() {
        open("q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&at=zz&kind=none");
        assertThat(_get(TextField.class).getValue()).isEqualTo("<script>alert(1)</script>");
        _assertOne(EmptyState.class);
    }

    @Test
    void peopleHaveTheirTab() {
        open("tab=people&q=yvelin");
        assertThat(_get(PeopleList.class).getElement().getOuterHTML()).contains("Décors Yvelin manager");
        _setValue(_get(TextField.class), "");
    }

    @Test
    void aStrangerSeesNothing() {
        signIn(fixtures.animatorOfNewCluster());
        UI.getCurrent().navigate("c/" + ines.slug() + "/directory");
        assertThat(_find(DirectoryView.class)).isEmpty();
    }

    private void open(String query) {
        UI.getCurrent().navigate("c/" + ines.slug() + "/directory", QueryParameters.fromString(query));
    }

    private static List<ListItem> cards() {
        return _find(ListItem.class, spec -> spec.withClasses("cv-dir-card"));
    }
}
