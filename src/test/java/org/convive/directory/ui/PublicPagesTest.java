package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;

class PublicPagesTest extends KaribuTest {
    @Test
    void anybodyReadsTheClustersOfTheirCountry() {
        UI.getCurrent().navigate("clusters");
        assertThat(_get(ClustersView.class).getElement().getOuterHTML())
                .contains("Aerospace Valley", "reference entries", "199 industrial districts identified in 2002");
    }

    @Test
    void frenchVisitorsReadFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate("clusters");
        assertThat(_get(ClustersView.class).getElement().getOuterHTML())
                .contains("Royaume-Uni", "199 districts industriels recensés en 2002");
    }

    @Test
    void anAnimatorOpensThePublicPageAndVisitorsSeeOrganisationsButNoPeople() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        UI.getCurrent().navigate("clusters/" + camille.slug());
        assertThat(_find(ClusterView.class)).isEmpty();

        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/settings");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name of the cluster")), "Verre <b>d’Orsenne</b>");
        _setValue(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        UI.getCurrent().navigate("clusters/" + camille.slug());
        assertThat(_get(H1.class).getText()).isEqualTo("Verre <b>d’Orsenne</b>");
        assertThat(_get(ClusterView.class).getElement().getOuterHTML())
                .contains("Verrerie Saulnaye", "You are a member of this cluster.")
                .doesNotContain(
                        "Join the cluster", helene.name(), helene.email().value());

        signIn(fixtures.animatorOfNewCluster());
        UI.getCurrent().navigate("clusters/" + camille.slug());
        assertThat(_get(ClusterView.class).getElement().getOuterHTML())
                .contains("Members sign in here.", "Join the cluster", "welcome?cluster=" + camille.slug());
    }

    @Test
    void anUnknownClusterHasNoPage() {
        UI.getCurrent().navigate("clusters/no-such-cluster");
        assertThat(_find(ClusterView.class)).isEmpty();
    }
}
