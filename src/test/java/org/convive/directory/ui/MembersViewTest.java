package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.JoinRequests;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.PersonId;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembersViewTest extends KaribuTest {
    @Autowired
    DirectoryQueries directory;

    @Autowired
    JoinRequests requests;

    Actor camille;
    Actor helene;

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
    }

    @Test
    void anAnimatorAdmitsSomebody() {
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/members");
        button("Admit somebody");
        _setValue(field("E-mail"), "not an address");
        _setValue(field("Name"), "Zoé");
        button("Admit and write to them");
        assertThat(field("E-mail").isInvalid()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Zoé");
        _setValue(field("E-mail"), "zoe." + camille.slug() + "@test.example");
        button("Admit and write to them");
        _assertNone(MemberDialog.class);
        assertThat(directory.people(camille)).extracting(PersonCard::name).contains("Zoé");
    }

    @Test
    void anAnimatorEndsAMembershipAndTakesItBack() {
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/members");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "End the membership of " + helene.name())));
        assertThat(directory.people(camille)).hasSize(1);
        button("Undo");
        assertThat(directory.people(camille)).hasSize(2);
    }

    @Test
    void theLastAnimatorStays() {
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/members");
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "End the membership of " + camille.name())));
        assertThat(directory.people(camille)).hasSize(2);
    }

    @Test
    void anAnimatorWelcomesWhoAsked() {
        PersonId paul = fixtures.person("Paul");
        requests.ask(new Outsider(paul), camille.slug(), "Atelier Paul", "<b>Hello</b>");
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/join-requests");
        assertThat(_get(JoinRequestsView.class).getElement().getOuterHTML()).contains("&lt;b&gt;Hello&lt;/b&gt;");
        _click(_get(Button.class, spec -> spec.withText("Welcome")));
        button("Register “Atelier Paul” and welcome");
        assertThat(directory.person(camille, paul).card().organisationName()).isEqualTo("Atelier Paul");
        assertThat(_get(JoinRequestsView.class).getElement().getOuterHTML()).contains("Nobody waits");
    }

    @Test
    void aManagerOrAStrangerDoesNotAnimate() {
        for (Actor actor : new Actor[] {helene, fixtures.animatorOfNewCluster()}) {
            signIn(actor);
            UI.getCurrent().navigate("c/" + camille.slug() + "/members");
            assertThat(_find(MembersView.class)).isEmpty();
            UI.getCurrent().navigate("c/" + camille.slug() + "/join-requests");
            assertThat(_find(JoinRequestsView.class)).isEmpty();
            UI.getCurrent().navigate("c/" + camille.slug() + "/settings");
            assertThat(_find(SettingsView.class)).isEmpty();
        }
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private record Outsider(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
