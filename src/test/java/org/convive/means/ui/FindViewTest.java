package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.uikit.Chip;
import org.junit.jupiter.api.Test;

class FindViewTest extends MeansPages {
    private String at(String more) {
        return here("means/find?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=12:00" + more);
    }

    @Test
    void whatIsFreeIsListedWithItsWayToBook() {
        signIn(helene);
        open(at("&need=scanner"));
        assertThat(page()).contains("One thing is free").contains("Métrologie Sarcelle, Martreville");

        bookings.book(marc, request(scanner, in(2, 8), 2));
        open(at("&need=scanner&km=1000"));
        assertThat(page()).contains("Nothing free like that");
    }

    @Test
    void twoThingsAreProposedTogetherAndSomeTime() {
        share(meansService, sarcelle, draft("Van", "V1"));
        signIn(helene);
        open(at("&need=scanner&need=van"));
        assertThat(page()).contains("All of it is free then").contains("Take this time");
        open(at("&need=scanner&hours=4"));
        assertThat(page()).contains("All of it is free then");
    }

    @Test
    void whatIsTypedStandsInTheAddress() {
        signIn(helene);
        open(at(""));
        _setValue(_get(TextField.class, spec -> spec.withLabel("What do you need?")), "scanner");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .contains("need=scanner");
    }

    @Test
    void thePageOfAMeansTellsHowItIsLent() {
        MeansId laser = share(
                meansService,
                sarcelle,
                draft("Laser", "L1").onTerms("Wear glasses.").lent(Lending.OPEN.withCertificate("Laser safety")));
        signIn(helene);
        open(here("means/" + laser));
        assertThat(page()).contains("You need: Laser safety", "Who has it this quarter", "Print the label");
        assertThat(page()).doesNotContain("Who may use it");

        signIn(sarcelle);
        open(here("means/" + laser));
        assertThat(page()).contains("Who may use it: Laser safety", "Add a file");
        open(here("means/" + laser + "/edit"));
        assertThat(page()).doesNotContain("!means.");
    }

    @Test
    void aManagerSharesManyAtOnceAndAnAnimatorProposesWords() {
        signIn(sarcelle);
        open(here("means/catalogue"));
        _get(CatalogueView.class).read(sarcelle, "kind,name\nmachine,Press\nspaceship,X\n");
        assertThat(page()).contains("Nothing was shared", "Line 3");
        _get(CatalogueView.class).read(sarcelle, "kind,name\nmachine,Press\n");
        assertThat(page()).contains("One means is shared.").doesNotContain("Words for what things can do");

        signIn(camille);
        open(here("means/catalogue"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Word")), "Annealing");
        _click(_get(Button.class, spec -> spec.withText("Propose it")));
        assertThat(_get(Chip.class, spec -> spec.withText("Annealing"))).isNotNull();
    }

    @Test
    void strangersFindNothingAndFrenchReadersReadFrench() {
        signIn(helene);
        UI.getCurrent().setLocale(Locale.FRENCH);
        open(at("&need=scanner"));
        assertThat(page()).contains("Une chose est libre").doesNotContain("!means.");
        signIn(otto());
        assertNotFound(here("means/find"));
    }
}
