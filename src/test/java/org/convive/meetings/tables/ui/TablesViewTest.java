package org.convive.meetings.tables.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.tables.Layout;
import org.convive.meetings.tables.TableService;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TablesViewTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private TableService tables;

    private Actor camille;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void sixPeopleCome() {
        camille = fixtures.animatorOfNewCluster();
        Instant from = Instant.now().plus(Duration.ofDays(7));
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        for (int i = 0; i < 6; i++) {
            nadia = fixtures.managerOf(camille, "Company " + i);
            var unused = meetings.answer(nadia, supper, Answer.YES, 0);
        }
    }

    @Test
    void theOrganiserLaysTheTablesAndShowsThem() {
        signIn(camille);
        open();
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Tables")), 2);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Seats at each")), 4);
        _click(_get(Button.class, spec -> spec.withText("Mix the tables")));
        waitUntilMixed();
        assertThat(_find(TablePane.class)).hasSize(2);
        _click(_get(Button.class, spec -> spec.withText("Show everybody their table")));
        assertThat(tables.plan(nadia, supper).mixed()).isTrue();
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(tables.plan(nadia, supper).mixed()).isFalse();
    }

    @Test
    void tooFewSeatsAreToldBesideTheField() {
        signIn(camille);
        open();
        IntegerField number = _get(IntegerField.class, spec -> spec.withLabel("Tables"));
        _setValue(number, 101);
        _click(_get(Button.class, spec -> spec.withText("Mix the tables")));
        while (!number.isInvalid()) {
            Thread.onSpinWait();
            MockVaadin.clientRoundtrip(true);
        }
        assertThat(number.getErrorMessage()).isEqualTo("A number from 1 to 100");
        assertThat(number.getValue()).isEqualTo(101);
    }

    @Test
    void aMemberSeesTheTablesAndCannotMoveAnybody() {
        tables.mix(camille, supper, Layout.alike(2, 4, 2), 0, done -> {});
        signIn(nadia);
        open();
        _assertNone(TablePane.class);
        tables.publish(camille, supper, true);
        open();
        assertThat(_find(TablePane.class)).hasSize(2);
        _assertNone(RoomPane.class);
        assertThat(_find(Button.class))
                .noneMatch(button -> button.getAriaLabel().orElse("").startsWith("Move"));
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/" + supper);
        assertThat(_find(org.convive.uikit.RoundTable.class)).hasSize(2);
    }

    @Test
    void aStrangerFindsNoTables() {
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        UI.getCurrent().navigate("c/" + otto.slug() + "/meetings/" + supper + "/tables");
        _assertNone(TablesView.class);
        open();
        _assertNone(TablesView.class);
    }

    private void waitUntilMixed() {
        while (_find(TablePane.class).isEmpty()) {
            Thread.onSpinWait();
            MockVaadin.clientRoundtrip(true);
        }
        assertThat(_get(H1.class).getText()).isEqualTo("Tables");
    }

    private void open() {
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/" + supper + "/tables");
    }
}
