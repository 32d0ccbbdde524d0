package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersonViewTest extends KaribuTest {
    @Autowired
    Accounts accounts;

    @Test
    void aMemberReadsWhatToAskAbout() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        accounts.update(
                helene.person(),
                new Accounts.Profile(
                        "Hélène <i>A</i> 🍷", "Plant director", "+33 2", "Lacquers", null, Account.ColourScheme.SYSTEM),
                accounts.get(helene.person()).version());
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/people/" + helene.person());
        assertThat(_get(H1.class).getText()).isEqualTo("Hélène <i>A</i> 🍷");
        assertThat(_get(PersonView.class).getElement().getOuterHTML())
                .contains(
                        "Lacquers",
                        "Verrerie Saulnaye",
                        "tel:+332",
                        helene.email().value());
    }

    @Test
    void aStrangerFindsNobody() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        UI.getCurrent().navigate("c/" + otto.slug() + "/people/" + camille.person());
        assertThat(_find(PersonView.class)).isEmpty();
        UI.getCurrent().navigate("c/" + camille.slug() + "/people/" + camille.person());
        assertThat(_find(PersonView.class)).isEmpty();
    }
}
