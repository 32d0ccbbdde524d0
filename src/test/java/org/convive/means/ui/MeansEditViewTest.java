package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.convive.means.MeansDetail;
import org.junit.jupiter.api.Test;

class MeansEditViewTest extends MeansPages {
    @Test
    void aManagerSharesAMeansOfTheirCompany() {
        signIn(helene);
        open(here("means/new"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Polariscope 🔬");
        _setValue(_get(TextField.class, spec -> spec.withLabel("What it can do")), "stress, polarised light");
        _click(_get(Button.class, spec -> spec.withText("Share it")));

        var shared = queries.list(helene, "polarised", null, null);
        assertThat(shared).hasSize(1);
        assertThat(shared.getFirst().means().ownerName()).isEqualTo("Verrerie Saulnaye");
        assertThat(shared.getFirst().means().units()).hasSize(1);
        assertThat(shared.getFirst().means().rules().hours().days()).hasSize(5);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        signIn(helene);
        open(here("means/new"));
        TextField name = _get(TextField.class, spec -> spec.withLabel("Name"));
        IntegerField longest = _get(IntegerField.class, spec -> spec.withLabel("Longest booking, minutes"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Place")), "Oustreval");
        _setValue(longest, 1);
        _click(_get(Button.class, spec -> spec.withText("Share it")));

        assertThat(name.isInvalid()).isTrue();
        assertThat(longest.isInvalid()).isTrue();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Place")).getValue())
                .isEqualTo("Oustreval");
        assertThat(queries.list(helene, null, null, null)).hasSize(1);
    }

    @Test
    void aStaleEditIsRefusedAndTheTextStays() {
        signIn(sarcelle);
        open(here("means/" + scanner + "/edit"));
        MeansDetail now = queries.get(sarcelle, scanner);
        meansService.change(camille, scanner, draft("Renamed meanwhile", "ScanArm 1b"), now.version());
        TextField name = _get(TextField.class, spec -> spec.withLabel("Name"));
        _setValue(name, "My name for it");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(queries.get(sarcelle, scanner).means().name()).isEqualTo("Renamed meanwhile");
        assertThat(name.getValue()).isEqualTo("My name for it");
    }

    @Test
    void aUnitWithBookingsAheadStays() {
        bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(sarcelle);
        open(here("means/" + scanner + "/edit"));
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(one -> one.getAriaLabel().orElse("").equals("Remove unit 1"))));
        _click(_get(Button.class, spec -> spec.withText("Add a unit")));
        _setValue(
                _get(
                        TextField.class,
                        spec -> spec.withPredicate(
                                one -> one.getAriaLabel().orElse("").startsWith("Unit"))),
                "New");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(_get(UnitsField.class).isInvalid()).isTrue();
        assertThat(_get(UnitsField.class).getErrorMessage()).startsWith("ScanArm 1 still has bookings ahead");
    }

    @Test
    void onlyTheOwnersManagerAndAnAnimatorEdit() {
        signIn(helene);
        assertForbidden(here("means/" + scanner + "/edit"));

        signIn(camille);
        open(here("means/" + scanner + "/edit"));
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).getValue())
                .isEqualTo("Scanner");
    }

    @Test
    void aMemberDoesNotShare() {
        signIn(fixtures.member(camille, "Nadia", helene.organisation()));

        assertForbidden(here("means/new"));
    }

    @Test
    void ottoFindsNothingToEdit() {
        signIn(otto());

        assertNotFound(here("means/" + scanner + "/edit"));
    }
}
