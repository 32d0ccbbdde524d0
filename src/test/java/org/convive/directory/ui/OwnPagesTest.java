package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.convive.directory.JoinRequests;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.shared.PersonId;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnPagesTest extends KaribuTest {
    @Autowired
    Accounts accounts;

    @Autowired
    JoinRequests requests;

    @Test
    void somebodyWithoutAClusterAsksToJoin() {
        Actor camille = fixtures.animatorOfNewCluster();
        PersonId paul = fixtures.person("Paul Noir");
        signIn(paul, false);
        UI.getCurrent().navigate("welcome", QueryParameters.of("cluster", camille.slug()));
        assertThat(_get(H1.class).getText()).isEqualTo("Welcome, Paul");
        button("Ask to join");
        assertThat(field("Organisation").isInvalid()).isTrue();
        _setValue(field("Organisation"), "Atelier Paul");
        button("Ask to join");
        assertThat(requests.waiting(camille)).hasSize(1);
        assertThat(_get(WelcomeView.class).getElement().getOuterHTML()).contains("has your request");
        button("Withdraw the request");
        assertThat(requests.waiting(camille)).isEmpty();
    }

    @Test
    void aPersonKeepsTheirProfile() {
        PersonId paul = fixtures.person("Paul Noir");
        signIn(paul, false);
        UI.getCurrent().navigate("profile");
        _setValue(field("What you do"), "Mouliste <b>🙂</b>");
        button("Save");
        assertThat(accounts.get(paul).title()).isEqualTo("Mouliste <b>🙂</b>");
    }

    @Test
    void aConflictIsToldKindlyAndThePersonChooses() {
        PersonId paul = fixtures.person("Paul Noir");
        signIn(paul, false);
        UI.getCurrent().navigate("profile");
        accounts.update(
                paul,
                new Accounts.Profile("Paul N", "", "", "", null, Account.ColourScheme.SYSTEM),
                accounts.get(paul).version());
        _setValue(field("What you do"), "Mouliste");
        button("Save");
        assertThat(accounts.get(paul).title()).isEmpty();
        assertThat(field("What you do").getValue()).isEqualTo("Mouliste");
        button("Save what I typed");
        assertThat(accounts.get(paul).title()).isEqualTo("Mouliste");
    }

    @Test
    void anOverlongNameIsSaidBesideItsField() {
        PersonId paul = fixtures.person("Paul Noir");
        signIn(paul, false);
        UI.getCurrent().navigate("profile");
        field("Name").setValue("x".repeat(10_000));
        button("Save");
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(accounts.get(paul).name()).isEqualTo("Paul Noir");
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
