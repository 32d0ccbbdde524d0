package org.convive.means.ledger.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.means.ledger.LineState;
import org.convive.means.ledger.Settling;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.watch.UnmetDemand;
import org.convive.testing.KaribuTest;
import org.convive.uikit.ChartView;
import org.convive.uikit.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GiveAndTakePagesTest extends KaribuTest {
    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Settling settling;

    @Autowired
    LedgerQueries queries;

    @Autowired
    LedgerService ledger;

    @Autowired
    UnmetDemand demand;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;

    @BeforeEach
    void aBench() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
    }

    @Test
    void theOwnerSetsAPriceAndSeesWhatItComesTo() {
        signIn(helene);
        UI.getCurrent().navigate(here("means/" + bench + "/tariff"));
        _setValue(_get(BigDecimalField.class, spec -> spec.withLabel("Per hour")), new BigDecimal("-1"));
        button("Save");
        assertThat(_get(BigDecimalField.class, spec -> spec.withLabel("Per hour"))
                        .isInvalid())
                .isTrue();
        _setValue(_get(BigDecimalField.class, spec -> spec.withLabel("Per hour")), new BigDecimal("45"));
        assertThat(_get(TariffView.class).getElement().getOuterHTML()).contains("Four hours: €180");
        button("Save");
        assertThat(tariffs.of(helene, bench).perHour()).isEqualTo(4_500);
    }

    @Test
    void theCreditorMarksWhatIsDueAsPaid() {
        used();
        signIn(helene);
        UI.getCurrent().navigate(here("give-and-take"));
        assertThat(_get(GiveAndTakeView.class).getElement().getOuterHTML()).contains("owes you €90");
        button("We received it");
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.RejectEvent(dialog, true));
        assertThat(queries.balances(helene, helene.requireOrganisation())).isEmpty();
    }

    @Test
    void aDebtorDisputesALineAndReadsItInFrench() {
        BookingId id = used();
        long line = queries.ofBooking(marc, id).getFirst().id();
        signIn(marc);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(here("give-and-take/" + line));
        assertThat(_get(H1.class).getText()).isEqualTo("Ligne " + line);
        button("La contester");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Ce qui ne va pas"))
                        .isInvalid())
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Ce qui ne va pas")), "Une heure seulement");
        button("La contester");
        assertThat(ledger.line(marc, line).state()).isEqualTo(LineState.DISPUTED);
        assertThat(_find(Button.class, spec -> spec.withText("Écrire la contre-écriture")))
                .isEmpty();
    }

    @Test
    void statementsAreOfferedAsPdfAndCsv() {
        used();
        signIn(marc);
        UI.getCurrent().navigate(here("give-and-take"), QueryParameters.of("month", "2026-03"));
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(href -> href.endsWith(".pdf"))
                .anyMatch(href -> href.endsWith(".csv"));
    }

    @Test
    void whoGaveNothingSeesAHelpfulEmptyPage() {
        signIn(marc);
        UI.getCurrent().navigate(here("give-and-take"));
        _assertOne(EmptyState.class);
    }

    @Test
    void whatWasFreeIsALineToo() {
        tariffs.set(helene, bench, new Tariff(0, "EUR", 0, 0, 0, 0, 0));
        BookingId id = used();
        signIn(marc);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(here("give-and-take"));
        assertThat(_get(GiveAndTakeView.class).getElement().getOuterHTML())
                .contains(">gratuit<", "Vous êtes quittes")
                .doesNotContain("+0");
        UI.getCurrent()
                .navigate(here("give-and-take/"
                        + queries.ofBooking(marc, id).getFirst().id()));
        assertThat(_get(LineView.class).getElement().getOuterHTML())
                .contains("Moulin a utilisé ce que Saulnaye a prêté, gratuitement", "Gratuit");
        UI.getCurrent().navigate(here("bookings/" + id));
        assertThat(_find(Anchor.class, spec -> spec.withText("Gratuit"))).hasSize(1);
    }

    @Test
    void utilisationIsAListAndACurveWhoseTitleSaysTheFinding() {
        used();
        signIn(helene);
        UI.getCurrent()
                .navigate(here("utilisation"), QueryParameters.simple(Map.of("weeks", "4", "means", bench.toString())));
        assertThat(_get(ChartView.class).getElement().getOuterHTML()).contains("Bench is used");
        assertThat(_get(H1.class).getText()).isEqualTo("Utilisation");
    }

    @Test
    void aSearchInVainIsASignalForTheAnimatorAlone() {
        signIn(marc);
        UI.getCurrent().navigate(here("means"), QueryParameters.of("q", "anneau laser"));
        signIn(camille);
        UI.getCurrent().navigate(here("unmet-demand"));
        _assertOne(H1.class);
        assertThat(demand.missing(camille)).anySatisfy(one -> {
            assertThat(one.wish()).isEqualTo("anneau laser");
            assertThat(one.searches()).isEqualTo(1);
            assertThat(one.companies()).isEqualTo(1);
        });
    }

    @Test
    void hoursInWhichAllOfAKindIsTakenAreAWishToo() {
        String day = java.time.LocalDate.now(MeansWorld.PARIS).plusDays(3).toString();
        Map<String, String> asked = Map.of("kind", "test_bench", "day", day, "from", "08:00", "to", "10:00");
        signIn(marc);
        UI.getCurrent().navigate(here("means"), QueryParameters.simple(asked));
        assertThat(demand.missing(camille)).isEmpty();
        bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        UI.getCurrent().navigate(here("means"), QueryParameters.simple(Map.of("kind", "test_bench")));
        UI.getCurrent().navigate(here("means"), QueryParameters.simple(asked));
        assertThat(demand.missing(camille)).singleElement().satisfies(one -> {
            assertThat(one.wish()).isEqualTo("test bench");
            assertThat(one.hours()).isEqualTo(2);
        });
    }

    private BookingId used() {
        if (tariffs.of(helene, bench).version() == 0) {
            tariffs.set(helene, bench, new Tariff(0, "EUR", 4_500, 0, 0, 0, 0));
        }
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(2, 8), 2));
        jdbc.sql("UPDATE booking SET starts_at = starts_at - INTERVAL 4 DAY, ends_at = ends_at - INTERVAL 4 DAY"
                        + " WHERE id = ?")
                .param(id.value())
                .update();
        settling.settle();
        return id;
    }

    private String here(String path) {
        return "c/" + camille.slug() + "/" + path;
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
