package org.convive.meetings.rivals.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.util.Set;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.meetings.rivals.Rivals;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RivalsViewTest extends KaribuTest {
    @Autowired
    private Rivals rivals;

    @Autowired
    private DirectoryQueries directory;

    private Actor camille;
    private Actor helene;
    private Actor marc;

    @BeforeEach
    void twoCompanies() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moules Brionne");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aManagerSaysWhomTheirCompanyCompetesWithAndFindsItAgain() {
        signIn(helene);
        UI.getCurrent().navigate(address(helene));
        MultiSelectComboBox<OrganisationCard> field = _get(MultiSelectComboBox.class);
        assertThat(field.getValue()).isEmpty();
        OrganisationCard other = directory.organisations(helene).stream()
                .filter(card -> card.id().equals(marc.requireOrganisation()))
                .findFirst()
                .orElseThrow();
        field.select(other);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(rivals.of(helene, helene.requireOrganisation())).containsExactly(marc.requireOrganisation());
        UI.getCurrent().navigate(address(helene));
        assertThat(_get(MultiSelectComboBox.class).getValue()).hasSize(1);
    }

    @Test
    void theCompanysOwnEditPageLeadsThere() {
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug() + "/organisations/" + helene.organisation() + "/edit");
        assertThat(_get(
                        Anchor.class,
                        spec -> spec.withPredicate(link -> link.getHref().endsWith("/competitors"))))
                .isNotNull();
    }

    @Test
    void somebodyOfTheCompetitorDoesNotReadTheList() {
        rivals.say(helene, helene.requireOrganisation(), Set.of(marc.requireOrganisation()));
        signIn(marc);
        assertThatThrownBy(() -> {
                    UI.getCurrent().navigate(address(helene));
                    assertThat(_get(H1.class).getText()).isEqualTo("Whom you compete with");
                })
                .isInstanceOf(Throwable.class);
    }

    private static String address(Actor of) {
        return "c/" + of.slug() + "/organisations/" + of.organisation() + "/competitors";
    }
}
