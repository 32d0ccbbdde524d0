package org.convive.means.use.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.means.use.MaintenanceService;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.testing.KaribuTest;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UsePagesTest extends KaribuTest {
    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    UseService uses;

    @Autowired
    DamageService damages;

    @Autowired
    MeansQueries queries;

    @Autowired
    MaintenanceService maintenance;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;

    @BeforeEach
    void aBench() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A", "B"));
        uses.change(helene, bench, new UseRules(true, 30, true, Meter.NONE, "Wear gloves", 0));
    }

    @Test
    void inFrontOfTheMachineOneTapTakesItAndUndoGivesItBack() {
        BookingId id = bookSoon();
        signIn(marc);
        UI.getCurrent().navigate(page("/here"));
        assertThat(_get(HereView.class).getElement().getOuterHTML()).contains("Wear gloves");
        button("I take it");
        assertThat(uses.page(marc, id).in()).isNotNull();
        button("Undo");
        assertThat(uses.page(marc, id).in()).isNull();
        button("I take it");
        button("I give it back");
        assertThat(uses.page(marc, id).out()).isNotNull();
    }

    @Test
    void whoHasNotBookedIsLedToBooking() {
        signIn(marc);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(page("/here"));
        _assertOne(EmptyState.class);
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> page("").equals(a.getHref()))))
                .isNotEmpty();
        assertThat(_get(EmptyState.class).getElement().getOuterHTML()).contains("réservé maintenant");
    }

    @Test
    void theCodeOnTheLabelOpensTheMeansOrCheckInForWhoHasItBookedNow() {
        signIn(marc);
        UI.getCurrent().navigate(page("/here"), QueryParameters.fromString("scanned"));
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(page(""));
        BookingId id = bookSoon();
        UI.getCurrent().navigate(page("/here"), QueryParameters.fromString("scanned"));
        button("I take it");
        assertThat(uses.page(marc, id).in()).isNotNull();
    }

    @Test
    void whatIsInUseIsNeitherMovedNorGivenBackOtherwise() {
        BookingId id = bookSoon();
        signIn(marc);
        UI.getCurrent().navigate("c/" + marc.slug() + "/bookings/" + id);
        assertThat(buttons()).contains("Another time", "Give back");
        uses.checkIn(marc, id, org.convive.means.use.Reading.plain());
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("c/" + marc.slug() + "/bookings/" + id);
        assertThat(buttons()).doesNotContain("Another time", "Give back").contains("I give it back");
    }

    private static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    @Test
    void theOwnerConfirmsOnTheBookingsPage() {
        BookingId id = bookSoon();
        uses.checkIn(marc, id, org.convive.means.use.Reading.plain());
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug() + "/bookings/" + id);
        _assertOne(Steps.class);
        button("Yes, we handed it over");
        assertThat(uses.page(helene, id).given()).isNotNull();
    }

    @Test
    void damageIsReportedWithoutLosingWhatWasTypedAndReleasedByTheOwner() {
        signIn(marc);
        UI.getCurrent().navigate(page("/damage"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("What is wrong")), "Spindle broken");
        button("Report it");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("What is wrong")).getValue())
                .isEqualTo("Spindle broken");
        var unit = _get(com.vaadin.flow.component.select.Select.class, spec -> spec.withLabel("Which one"));
        unit.setValue(unit.getListDataView().getItem(0));
        button("Report it");
        assertThat(_get(H1.class).getText()).isEqualTo("Damage: Bench, A");
        long damage = damages.of(helene, bench).getFirst().id();
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug() + "/damage/" + damage);
        button("It works: release it");
        assertThat(damages.damage(helene, damage).open()).isFalse();
    }

    @Test
    void theOwnerOffersWhereABookingThatIsHitCouldGoAndTheBookerAnswersOnItsPage() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        MeansId spare = MeansWorld.share(means, helene, MeansWorld.draft("Spare", "S"));
        long unit = queries.occupancy(helene, bench, MeansWorld.in(3, 9), MeansWorld.in(3, 11))
                .getFirst()
                .unit();
        long damage = damages.report(helene, new DamageReport(bench, unit, null, "Broken", true, List.of(), "k"));
        String hit = "c/" + helene.slug() + "/damage/" + damage;
        // Whoever is neither sees the damage, and nothing to decide.
        signIn(fixtures.managerOf(camille, "Brunel"));
        UI.getCurrent().navigate(hit);
        assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getText().startsWith("Offer"))))
                .isEmpty();
        signIn(helene);
        UI.getCurrent().navigate(hit);
        button("Offer Spare");
        button("Take the offer back");
        button("Offer Spare");

        signIn(marc);
        UI.getCurrent().navigate("c/" + marc.slug() + "/bookings/" + id);
        button("I would rather wait");
        assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getText().startsWith("Take Spare"))))
                .isEmpty();
        button("To Spare");
        assertThat(_get(H1.class).getText()).isEqualTo("Spare");
        assertThat(queries.occupancy(helene, spare, MeansWorld.in(3, 9), MeansWorld.in(3, 11)))
                .hasSize(1);
    }

    @Test
    void theOwnerSaysHowItIsHandedOver() {
        signIn(helene);
        UI.getCurrent().navigate(page("/use"));
        _setValue(
                _get(
                        Checkbox.class,
                        spec -> spec.withLabel("Whoever booked it says when they take it and bring it back")),
                false);
        button("Save");
        assertThat(uses.rules(helene, bench).checkIn()).isTrue();
        _setValue(_get(com.vaadin.flow.component.textfield.IntegerField.class), 0);
        button("Save");
        assertThat(uses.rules(helene, bench).checkIn()).isFalse();
    }

    @Test
    void maintenanceIsPlannedInADialog() {
        signIn(helene);
        UI.getCurrent().navigate(page("/maintenance"));
        _click(_find(Button.class, spec -> spec.withText("Plan maintenance")).getFirst());
        button("Plan it");
        assertThat(maintenance.of(helene, bench)).isEmpty();
        _setValue(_get(TextField.class, spec -> spec.withLabel("What is done")), "Calibration");
        button("Plan it");
        assertThat(maintenance.of(helene, bench).getFirst().next()).hasSizeGreaterThan(10);
    }

    private BookingId bookSoon() {
        Instant from = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        return bookings.book(marc, new BookingRequest(bench, from, from.plus(Duration.ofHours(3)), 1, "", null));
    }

    private String page(String rest) {
        return "c/" + helene.slug() + "/means/" + bench + rest;
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
