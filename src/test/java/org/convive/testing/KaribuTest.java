package org.convive.testing;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** A test that uses the pages as a person would, without a browser. Sign in first, then navigate. */
@PortalTest
public abstract class KaribuTest {
    private static final Routes ROUTES = PortalRoutes.discover();

    @Autowired
    protected Fixtures fixtures;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SecurityContextHolderStrategy security;

    @BeforeEach
    void startSession() {
        Locale.setDefault(Locale.ENGLISH);
        openBrowser();
    }

    /** The first request of a browser, by whoever is signed in now. */
    private void openBrowser() {
        var user = security.getContext().getAuthentication();
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(user);
            return request;
        });
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
    }

    @AfterEach
    void endSession() {
        MockVaadin.tearDown();
        security.clearContext();
    }

    /** Signs the actor in; their language is the one of their account. */
    protected void signIn(Actor actor) {
        signIn(actor.person(), false);
        UI.getCurrent().setLocale(actor.locale());
    }

    protected void signIn(PersonId person, boolean admin) {
        var authentication = new TestingAuthenticationToken(new TestUser(person, admin), "n/a", List.of());
        authentication.setAuthenticated(true);
        MockVaadin.tearDown();
        security.getContext().setAuthentication(authentication);
        openBrowser();
    }

    private record TestUser(PersonId personId, boolean isAdmin) implements SignedIn {}
}
