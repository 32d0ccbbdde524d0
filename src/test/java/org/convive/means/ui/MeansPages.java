package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

/** A cluster with a scanner that Sarcelle lends; Hélène and Marc book, otto belongs elsewhere. */
abstract class MeansPages extends KaribuTest {
    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    MeansQueries queries;

    Actor camille;
    Actor sarcelle;
    Actor helene;
    Actor marc;
    MeansId scanner;

    @BeforeEach
    void world() {
        camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
    }

    Actor otto() {
        return fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
    }

    String here(String path) {
        return "c/" + camille.slug() + "/" + path;
    }

    /** Everything that can be read on the page. */
    static String page() {
        return _find(Component.class).stream()
                .map(one -> one.getElement().getText())
                .collect(Collectors.joining("\n"));
    }

    static void open(String path) {
        String[] parts = path.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** The page that stands there now, by the name of its class: error pages belong to the shell. */
    static String shown() {
        // Where a view is asked who may call its methods, Spring stands before it with a class of its own.
        return ClassUtils.getUserClass(UI.getCurrent()
                        .getInternals()
                        .getActiveRouterTargetsChain()
                        .getFirst())
                .getSimpleName();
    }

    static void assertNotFound(String path) {
        open(path);
        assertThat(shown()).isEqualTo("MissingThingPage");
    }

    static void assertForbidden(String path) {
        open(path);
        assertThat(shown()).isEqualTo("ForbiddenPage");
    }
}
