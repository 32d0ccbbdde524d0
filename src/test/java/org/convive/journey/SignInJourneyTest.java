package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.convive.testing.Mailbox;
import org.junit.jupiter.api.Test;

class SignInJourneyTest extends Journey {

    @Test
    void whoFollowsADeepLinkSignsInAndComesToIt() {
        var helene = visitor().signInWithPassword("helene", "/profile?from=mail");

        helene.expectPath("/profile");
        assertThat(helene.page().url()).contains("from=mail");
        assertThat(helene.errors()).isEmpty();
        assertThat(helene.strangers()).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedByKeycloakInOurLook() {
        var stranger = visitor();
        stranger.page().navigate(stage.url() + "/profile");
        stranger.expectKeycloak();
        stranger.page().locator("#username").fill("helene");
        stranger.page().locator("#password").fill("wrong");
        stranger.page().locator("#kc-login").click();

        assertThat(stranger.text("This name and password do not go together")).isVisible();
        assertThat(stranger.strangers()).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        var marc = visitor().signInWithPassword("marc", "/profile");
        signOut(marc);
        marc.expectPath("/goodbye");

        marc.page().navigate(stage.url() + "/profile");
        marc.expectKeycloak();
        assertThat(marc.errors()).isEmpty();
    }

    @Test
    void whenKeycloakEndsAPersonsSessionsTheNextClickAsksToSignIn() {
        var nadia = visitor().signInWithPassword("nadia", "/profile");
        nadia.expectPath("/profile");

        stage.administratorSignsOut("nadia");

        nadia.page().navigate(stage.url() + "/profile");
        nadia.expectKeycloak();
    }

    @Test
    void anOpenPageSaysKindlyThatTheSessionEnded() {
        var nadia = visitor().signInWithPassword("nadia", "/profile");

        stage.administratorSignsOut("nadia");

        assertThat(nadia.page().locator(".v-system-error")).isVisible();
    }

    @Test
    void aForgedLogoutFromTheBackChannelEndsNothing() {
        var camille = visitor().signInWithPassword("camille", "/profile");

        var answer = stage.send(stage.request("/logout/connect/back-channel/keycloak")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=eyJhbGciOiJub25lIn0.e30.")));

        assertThat(answer.statusCode()).isEqualTo(400);
        camille.open("/profile");
        camille.expectPath("/profile");
    }

    @Test
    void aNewcomerMakesAnAccountConfirmsTheAddressChoosesAPasswordAndArrives() throws Exception {
        var rosa = visitor();
        rosa.page().navigate(stage.url() + "/");
        rosa.expectKeycloak();
        rosa.page().getByText("Create an account").click();
        rosa.page().locator("#username").fill("rosa");
        rosa.page().locator("#email").fill("rosa@nouvelle.example");
        rosa.page().locator("#firstName").fill("Rosa");
        rosa.page().locator("#lastName").fill("Nouvelle");
        rosa.page().locator("#kc-register-form [type=submit]").click();
        // Keycloak asks for the password only when the address was confirmed.
        assertThat(rosa.page().locator("#password")).hasCount(0);

        rosa.page().navigate(confirmation("rosa@nouvelle.example"));
        rosa.page()
                .locator("#password-new")
                .or(rosa.page().locator("main a").last())
                .first()
                .waitFor();
        if (rosa.page().locator("#password-new").count() == 0) {
            rosa.page().locator("main a").last().click();
        }
        rosa.page().locator("#password-new").fill("a long enough password");
        rosa.page().locator("#password-confirm").fill("a long enough password");
        assertThat(PageCheck.appearance(rosa.page())).isEmpty();
        rosa.page().locator("#kc-passwd-update-form [type=submit]").click();

        rosa.expectPath("/welcome");
        rosa.expectHeading("Rosa");
        assertThat(rosa.strangers()).isEmpty();
    }

    private String confirmation(String address) throws Exception {
        var mail = await().atMost(Duration.ofMinutes(1))
                .until(() -> stage.mails(address), mails -> !mails.isEmpty())
                .getFirst();
        String text = Mailbox.part(mail.getMimeMessage(), "text/plain").orElseThrow();
        var link = Pattern.compile("https?://\\S+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static void signOut(Visitor visitor) {
        visitor.page().locator(".cv-me-menu vaadin-menu-bar-button").first().click();
        visitor.page().locator("vaadin-menu-bar-item").getByText("Sign out").click();
    }
}
