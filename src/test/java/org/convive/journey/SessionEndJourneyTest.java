package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionEndJourneyTest extends Journey {

    @Test
    void whatCamilleTypedIsThereAgainAfterTheSessionExpired() {
        var camille = visitor().signInWithPassword("camille", ORSENNE + "/meetings/new");
        var description =
                camille.page().locator("[data-draft] textarea, textarea").first();
        description.pressSequentially("Bring your own gloves.");

        stage.expireSessions();

        camille.page().navigate(stage.url() + ORSENNE + "/meetings/new");
        camille.calm();
        // Where signing in again leads to is not asked here: once, on a busy machine, it was Today.
        camille.open(ORSENNE + "/meetings/new");
        assertThat(camille.page().locator("[data-draft] textarea, textarea").first())
                .hasValue("Bring your own gloves.");
    }

    @Test
    void anExpiredSessionIsToldKindlyAndAClickGoesOn() {
        var camille = visitor().signInWithPassword("camille", "/profile");

        stage.expireSessions();

        var message = camille.page().locator(".v-system-error");
        assertThat(message).isVisible();
        message.click();
        camille.page().waitForLoadState();
        camille.expectPath("/profile");
    }
}
