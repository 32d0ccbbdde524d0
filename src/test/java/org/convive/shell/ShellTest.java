package org.convive.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;

class ShellTest extends KaribuTest {
    @Test
    void aMemberComesHomeToTheirOnlyCluster() {
        Actor helene = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Verrerie Saulnaye");
        signIn(helene);
        UI.getCurrent().navigate("");
        _assertOne(TodayView.class);
        assertThat(_get(H1.class).getText()).contains(helene.name().split(" ")[0]);
    }

    @Test
    void onlyAnAnimatorSeesThePagesForAnimating() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        String settings = "c/" + camille.slug() + "/settings";
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug());
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> settings.equals(a.getHref()))))
                .isEmpty();
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/more");
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> settings.equals(a.getHref()))))
                .isNotEmpty();
    }

    @Test
    void aStrangerFindsNothingInAnotherCluster() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        expectErrorPage(() -> UI.getCurrent().navigate("c/" + camille.slug()), MissingThingPage.class);
    }

    @Test
    void frenchSpeakersReadFrench() {
        Actor camille = fixtures.animatorOfNewCluster();
        signIn(camille);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate("c/" + camille.slug() + "/more");
        assertThat(_get(H1.class).getText()).isEqualTo("Plus");
    }

    private static void expectErrorPage(Runnable navigation, Class<? extends ErrorPage.View> page) {
        navigation.run();
        _assertOne(page);
    }
}
