package org.convive.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.convive.calendar.Subscriptions;
import org.convive.identity.Actor;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarFeedViewTest extends KaribuTest {
    @Autowired
    private Subscriptions subscriptions;

    @Test
    void aMemberMakesTheirAddressSeesItOnceAndRevokesIt() {
        Actor nadia = fixtures.member(fixtures.animatorOfNewCluster(), "Nadia", null);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/calendar-feed");
        _click(_get(Button.class, spec -> spec.withText("Make my address")));
        String address = _get(TextField.class, spec -> spec.withLabel("Your calendar address"))
                .getValue();
        assertThat(address).startsWith("http://localhost:8080/feeds/calendar/").endsWith(".ics");
        assertThat(_find(TextField.class).stream().map(TextField::getValue)).contains(address.replace(".ics", ".ifb"));
        UI.getCurrent().navigate("c/" + nadia.slug());
        UI.getCurrent().navigate("c/" + nadia.slug() + "/calendar-feed");
        _assertNone(TextField.class);
        _click(_get(Button.class, spec -> spec.withText("Revoke it")));
        assertThat(subscriptions.of(nadia.person())).isEmpty();
    }

    @Test
    void aStrangerFindsNoPage() {
        Actor camille = fixtures.animatorOfNewCluster();
        signIn(fixtures.animatorOfNewCluster());
        UI.getCurrent().navigate("c/" + camille.slug() + "/calendar-feed");
        _assertNone(CalendarFeedView.class);
    }
}
