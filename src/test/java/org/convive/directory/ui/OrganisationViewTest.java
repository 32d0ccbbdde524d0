package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.OrganisationKind;
import org.convive.directory.Organisations;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrganisationViewTest extends KaribuTest {
    @Autowired
    Organisations organisations;

    @Autowired
    DirectoryQueries directory;

    Actor camille;
    Actor helene;
    OrganisationId saulnaye;
    String address;

    @BeforeEach
    void anOrganisation() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        saulnaye = helene.requireOrganisation();
        address = "c/" + helene.slug() + "/organisations/" + saulnaye;
        organisations.update(
                helene,
                saulnaye,
                new Organisations.Details(
                        "Verrerie <b>Saulnaye</b>",
                        OrganisationKind.COMPANY,
                        "Glass",
                        "<script>x</script> **Flacons**",
                        "",
                        84),
                0);
    }

    @Test
    void aMemberReadsThePageAndCannotEditIt() {
        signIn(fixtures.member(camille, "Nadia", saulnaye));
        UI.getCurrent().navigate(address);
        String page = _get(OrganisationView.class).getElement().getOuterHTML();
        assertThat(page)
                .contains("Verrerie &lt;b&gt;Saulnaye&lt;/b&gt;", "84 people", "Nadia")
                .doesNotContain("<script>");
        assertThat(editLinks()).isEmpty();
        UI.getCurrent().navigate(address + "/edit");
        assertThat(_find(OrganisationEditView.class)).isEmpty();
    }

    @Test
    void theManagerEditsTheirOwnPage() {
        signIn(helene);
        UI.getCurrent().navigate(address);
        assertThat(editLinks()).hasSize(1);
        UI.getCurrent().navigate(address + "/edit");
        _setValue(field("Trade"), "Hot glass");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(directory.organisation(helene, saulnaye).card().trade()).isEqualTo("Hot glass");
        _assertOne(OrganisationView.class);
    }

    @Test
    void aStaleEditIsToldAndTheTypedTextStays() {
        signIn(camille);
        UI.getCurrent().navigate(address + "/edit");
        organisations.update(
                helene, saulnaye, new Organisations.Details("Newer", OrganisationKind.COMPANY, "", "", "", null), 1);
        _setValue(field("Trade"), "Mine");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(field("Trade").getValue()).isEqualTo("Mine");
        assertThat(directory.organisation(helene, saulnaye).card().name()).isEqualTo("Newer");
    }

    @Test
    void aWrongValueIsSaidBesideItsField() {
        signIn(helene);
        UI.getCurrent().navigate(address + "/edit");
        _setValue(field("Website"), "saulnaye");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(field("Website").isInvalid()).isTrue();
        assertThat(field("Website").getErrorMessage()).contains("https://");
    }

    @Test
    void aSiteIsAddedInADialog() {
        signIn(helene);
        UI.getCurrent().navigate(address + "/edit");
        _click(_get(Button.class, spec -> spec.withText("Add a site")));
        _setValue(field("Name of the site"), "Four 3");
        _setValue(field("Town"), "Martreville");
        _setValue(field("Latitude, longitude"), "49.98, nowhere");
        _click(_get(_get(SiteDialog.class), Button.class, spec -> spec.withText("Save")));
        assertThat(field("Latitude, longitude").isInvalid()).isTrue();
        _setValue(field("Latitude, longitude"), "49.98, 1.60");
        _click(_get(_get(SiteDialog.class), Button.class, spec -> spec.withText("Save")));
        _assertNone(SiteDialog.class);
        assertThat(directory.sites(helene)).hasSize(1);
    }

    @Test
    void aStrangerFindsNoPage() {
        signIn(fixtures.animatorOfNewCluster());
        UI.getCurrent().navigate(address);
        assertThat(_find(OrganisationView.class)).isEmpty();
        UI.getCurrent().navigate(address + "/edit");
        assertThat(_find(OrganisationEditView.class)).isEmpty();
    }

    private java.util.List<Anchor> editLinks() {
        return _find(Anchor.class, spec -> spec.withPredicate(a -> a.getHref().equals(address + "/edit")));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
