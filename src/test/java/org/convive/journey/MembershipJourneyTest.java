package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.convive.identity.Accounts;
import org.convive.shared.EmailAddress;
import org.junit.jupiter.api.Test;

class MembershipJourneyTest extends Journey {

    @Test
    void paulBelongsNowhereAsksToJoinAndCamilleLetsHimIn() {
        var paul = visitor().signIn("paul", "/");
        paul.expectPath("/welcome");
        assertThat(paul.page().locator("h1")).isVisible();
        paul.open("/welcome?cluster=verre-d-orsenne");
        paul.page().getByLabel("Organisation").fill("Ailleurs");
        paul.button("Ask to join").click();
        assertThat(paul.button("Withdraw")).isVisible();

        var camille = visitor().signIn("camille", ORSENNE + "/join-requests");
        camille.page()
                .locator(".cv-pane")
                .filter(new Locator.FilterOptions().setHasText("Paul Tout-Neuf"))
                .getByText("Welcome")
                .last()
                .click();
        Locator dialog = camille.page().getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Register"))
                .click();
        assertThat(dialog).hasCount(0);

        paul.open("/");
        paul.expectPath(ORSENNE);
        assertThat(paul.errors()).isEmpty();
        assertThat(camille.errors()).isEmpty();
    }

    @Test
    void whoChoseFrenchReadsFrenchWhateverTheBrowserSpeaks() {
        var accounts = stage.bean(Accounts.class);
        var helene = accounts.find(new EmailAddress("helene.aubrac@saulnaye.example"))
                .orElseThrow()
                .id();
        accounts.speak(helene, Locale.FRENCH);
        try {
            var visitor = visitor().signIn("helene", ORSENNE);

            assertThat(visitor.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(visitor.page().locator("h1")).containsText("Hélène");
            assertThat(visitor.page().locator("nav").first()).containsText("Aujourd");
        } finally {
            accounts.speak(helene, Locale.ENGLISH);
        }
    }

    @Test
    void aFrenchBrowserMeetsKeycloakAndThePortalInFrench() {
        var visitor = visitor("fr-FR", false);
        visitor.page().navigate(stage.url() + "/c/val-mecanique");
        visitor.expectKeycloak();

        assertThat(visitor.page().locator("html")).hasAttribute("lang", "fr");
    }
}
