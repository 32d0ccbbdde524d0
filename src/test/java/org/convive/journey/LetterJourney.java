package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A journey in which letters are written. */
abstract class LetterJourney extends Journey {
    static final String CAMILLE = "camille.ferrand@verre-orsenne.example";

    /** Begins a letter. */
    static void write(Visitor camille, String title) {
        camille.button("Write a letter")
                .or(camille.link("Write a letter"))
                .first()
                .click();
        camille.page().waitForURL(Pattern.compile(".*/newsletter/[0-9]+/edit"));
        camille.calm();
        field(camille, "Title").fill(title);
        camille.page().keyboard().press("Tab");
        camille.calm();
    }

    static void addText(Visitor camille, String heading) {
        camille.page().getByText("Add a block").click();
        camille.page()
                .getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Text\\s*$")))
                .last()
                .click();
        Locator field = camille.page()
                .locator(".cv-nl-block")
                .last()
                .getByRole(AriaRole.TEXTBOX)
                .first();
        field.fill(heading);
        field.press("Tab");
        assertThat(camille.page().locator(".cv-nl-block h3").last()).hasText(heading);
        camille.page().locator(".cv-nl-block-head").last().click();
        camille.calm();
    }

    static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .first();
    }
}
