package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Writing a letter: what it was, two who write at once, templates, and blocks that are used again. */
class WritingJourneyTest extends LetterJourney {
    @Test
    void twoWriteAtOnceAndWhatTheLetterWasIsBroughtBack() {
        var camille = visitor().signIn("camille", ORSENNE + "/newsletter");
        write(camille, "Heat of the day");
        addText(camille, "A part that stays");
        String address = camille.page().url().substring(stage.url().length());
        var ada = visitor().signIn("ada", address);
        assertThat(ada.text("Camille Ferrand writes here too")).isVisible();
        assertThat(camille.text("Ada Morel writes here too")).isVisible();

        // Each in another field, without waiting for each other.
        field(ada, "Introduction").fill("Ada says good morning.");
        field(camille, "Title").fill("Heat of the night");
        ada.page().keyboard().press("Tab");
        camille.page().keyboard().press("Tab");
        assertThat(field(camille, "Introduction")).hasValue("Ada says good morning.");
        assertThat(field(ada, "Title")).hasValue("Heat of the night");
        assertThat(ada.page().locator(".cv-nl-block h3")).hasText("A part that stays");

        more(camille, camille.page().locator(".cv-nl-block").first(), "Remove");
        assertThat(camille.page().locator(".cv-nl-block")).hasCount(0);
        assertThat(ada.page().locator(".cv-nl-block")).hasCount(0);
        field(ada, "Introduction").fill("Ada says good evening.");
        ada.page().keyboard().press("Tab");
        assertThat(field(camille, "Introduction")).hasValue("Ada says good evening.");

        more(camille, camille.page().locator(".cv-nl-bar-tools"), "History");
        Locator sittings = camille.page().locator(".cv-nl-sittings li");
        assertThat(sittings.first()).containsText("Ada Morel");
        Locator whole = sittings.filter(new Locator.FilterOptions().setHasText("Camille Ferrand"))
                .last();
        whole.locator(".cv-nl-sitting").click();
        assertThat(camille.page().frameLocator(".cv-nl-history iframe").getByText("A part that stays"))
                .isVisible();
        whole.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Bring back")))
                .click();
        assertThat(camille.text("Brought back")).isVisible();
        assertThat(camille.page().locator(".cv-nl-block h3")).hasText("A part that stays");
        assertThat(ada.page().locator(".cv-nl-block h3")).hasText("A part that stays");
        camille.button("Undo").last().click();
        assertThat(camille.page().locator(".cv-nl-block")).hasCount(0);
        assertThat(field(camille, "Introduction")).hasValue("Ada says good evening.");
        assertThat(camille.errors()).isEmpty();
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void aTemplateIsMadeAndWornAndABlockThatWasKeptIsUsedInAnotherLetter() {
        String template = "Feast " + System.nanoTime();
        var camille = visitor().signIn("camille", ORSENNE + "/newsletter/settings");
        camille.button("Add a template").click();
        Locator dialog = camille.page().getByRole(AriaRole.DIALOG).last();
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Name"))
                .fill(template);
        dialog.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText("Ruby"))
                .click();
        camille.button("Save").last().click();
        assertThat(camille.text(template).first()).isVisible();

        camille.open(ORSENNE + "/newsletter");
        write(camille, "The feast");
        addText(camille, "Bring a dish");
        Locator mail = camille.page().locator(".cv-nl-preview iframe");
        assertThat(mail).not().hasAttribute("srcdoc", Pattern.compile("#a13a50"));
        camille.page().locator(".cv-nl-columns vaadin-select").click();
        camille.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(template))
                .click();
        assertThat(mail).hasAttribute("srcdoc", Pattern.compile("#a13a50"));

        more(camille, camille.page().locator(".cv-nl-block").first(), "Keep for other letters");
        assertThat(camille.text("Kept. You find it under")).isVisible();
        camille.open(ORSENNE + "/newsletter");
        write(camille, "Another one");
        camille.page().getByText("Add a block").click();
        camille.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("One that was kept"))
                .click();
        camille.page()
                .locator(".cv-nl-rows li")
                .filter(new Locator.FilterOptions().setHasText("Bring a dish"))
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use it"))
                .click();
        assertThat(camille.page().locator(".cv-nl-block h3")).hasText("Bring a dish");
        camille.open(camille.page().url().substring(stage.url().length()));
        assertThat(camille.page().locator(".cv-nl-block h3")).hasText("Bring a dish");
        assertThat(camille.errors()).isEmpty();
        assertThat(camille.strangers()).isEmpty();
    }

    /** Chooses from the menu behind the three dots in a part of the page. */
    private static void more(Visitor visitor, Locator part, String entry) {
        part.locator("vaadin-menu-bar-button").first().click();
        visitor.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
        visitor.calm();
    }
}
