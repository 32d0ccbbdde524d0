package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.uikit.Chip;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Timeline;
import org.junit.jupiter.api.Test;

class MeansViewTest extends MeansPages {
    private String window(String more) {
        return here("means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=12:00" + more);
    }

    @Test
    void aMemberSeesAllMeansAndBooksAFreeOneWithOneButton() {
        signIn(helene);
        open(window("&means=" + scanner));

        assertThat(_get(H1.class).getText()).isEqualTo("Shared means");
        assertThat(_find(Timeline.class)).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Book Scanner, 08:00 to 12:00")));

        assertThat(queries.mine(helene, in(0, 0))).hasSize(1);
        assertThat(_find(BookingPanel.class)).isEmpty();
    }

    @Test
    void whoAsksForWhatIsTakenIsToldByWhomAndTakesAnAlternative() {
        bookings.book(helene, request(scanner, in(2, 8), 4));
        share(meansService, sarcelle, draft("Fauvel scanner", "F1"));
        signIn(marc);
        open(window("&means=" + scanner));

        assertThat(page()).contains("Scanner is taken").contains("Verrerie Saulnaye has ScanArm 1");
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("cv-means-offer")))
                .hasSize(3);
        _click(_find(NativeButton.class, spec -> spec.withClasses("cv-means-offer"))
                .get(1));
        _click(_get(Button.class, spec -> spec.withText("Book Scanner, 12:00 to 16:00")));

        assertThat(queries.mine(marc, in(0, 0)).getFirst().from()).isEqualTo(in(2, 12));
    }

    @Test
    void aTimeThatIsTakenWhileTheFormIsOpenIsRefusedWithAlternatives() {
        signIn(marc);
        open(window("&means=" + scanner));
        Button book = _get(Button.class, spec -> spec.withText("Book Scanner, 08:00 to 12:00"));
        bookings.book(helene, request(scanner, in(2, 8), 4));

        _click(book);

        assertThat(page()).contains("Verrerie Saulnaye has ScanArm 1").contains("These are free:");
        assertThat(queries.mine(marc, in(0, 0))).isEmpty();
    }

    @Test
    void aBrokenRuleIsSaidAndNothingCanBeBooked() {
        signIn(marc);
        open(here("means?day=2020-01-01&from=08:00&to=12:00&means=" + scanner));

        assertThat(page()).contains("This time has passed");
        assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getText().startsWith("Book "))))
                .isEmpty();
    }

    @Test
    void anEndBeforeTheStartIsSaid() {
        signIn(marc);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=12:00&to=08:00&means=" + scanner));

        assertThat(page()).contains("The end must come after the start");
    }

    @Test
    void nonsenseInTheAddressIsLeftOut() {
        signIn(marc);
        open(here("means?day=tomorrow&from=25:99&kind=spaceship&means=x"));

        assertThat(_find(Timeline.class)).hasSize(1);
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        signIn(marc);
        open(here("means?q=zeppelin"));

        assertThat(_get(EmptyState.class)).isNotNull();
        assertThat(_get(TextField.class, spec -> spec.withLabel("What do you need?"))
                        .getValue())
                .isEqualTo("zeppelin");
    }

    @Test
    void kindsFilter() {
        signIn(marc);
        open(here("means"));

        _click(_get(Chip.class, spec -> spec.withText("Test benches")));
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .contains("kind=test_bench");
    }

    @Test
    void onlyAManagerIsInvitedToShare() {
        Actor nadia = fixtures.member(camille, "Nadia", helene.organisation());
        signIn(nadia);
        open(here("means"));
        assertThat(page()).doesNotContain("Share one of yours");

        signIn(helene);
        open(here("means?q="));
        assertThat(page()).contains("Share one of yours");
    }

    @Test
    void whoStandsForNoCompanyIsToldWhyThereIsNoButton() {
        Actor guest = fixtures.member(camille, "Guest", null);
        signIn(guest);
        open(window("&means=" + scanner));

        assertThat(page()).contains("You stand for no company here");
    }

    @Test
    void anEmptyClusterSaysHowItStarts() {
        Actor otto = otto();
        signIn(otto);
        open("c/" + otto.slug() + "/means");

        assertThat(page()).contains("Nothing is shared yet");
    }

    @Test
    void ottoDoesNotEvenLearnThatItExists() {
        signIn(otto());

        assertNotFound(here("means"));
    }

    @Test
    void frenchReadersReadFrench() {
        signIn(helene);
        UI.getCurrent().setLocale(Locale.FRENCH);
        open(window("&means=" + scanner));

        assertThat(page()).contains("Moyens partagés").contains("Un créneau, une entreprise.");
        assertThat(page()).doesNotContain("!means.");
    }
}
