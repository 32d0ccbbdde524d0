package org.convive.directory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.convive.directory.JoinRequests;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.PersonId;
import org.convive.testing.KaribuTest;
import org.convive.uikit.Pane;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TodaySectionsTest extends KaribuTest {
    @Autowired
    JoinRequests requests;

    @Test
    void everybodySeesNewMembersAndAnAnimatorWhoWaits() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor nadia = fixtures.member(camille, "Nadia", null);
        PersonId paul = fixtures.person("Paul");
        requests.ask(new Outsider(paul), camille.slug(), "Atelier Paul", "");
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug());
        assertThat(panes()).contains("New members").contains("Camille").doesNotContain("One person asks to join");
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug());
        assertThat(panes()).contains("New members").contains("Nadia").contains("One person asks to join");
    }

    private static String panes() {
        return _find(Pane.class).stream()
                .map(pane -> pane.getElement().getOuterHTML())
                .reduce("", String::concat);
    }

    private record Outsider(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
