package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.SubjectTerm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NewsletterJourneyTest extends Journey {
    private static final String MARC = "marc.delporte@moulin-fauvel.example";

    @Test
    void camillePublishesALetterAndMarcGetsItByMailAndLeavesTheListInOneClick() throws MessagingException {
        var camille = visitor().signIn("camille", ORSENNE + "/newsletter");
        camille.button("Write a letter")
                .or(camille.link("Write a letter"))
                .first()
                .click();
        camille.page().waitForURL(Pattern.compile(".*/newsletter/[0-9]+/edit"));
        camille.calm();
        field(camille, "Title").fill("Embers of the week");
        field(camille, "Introduction").fill("The furnace runs *again*.");
        camille.page().keyboard().press("Tab");
        camille.calm();

        camille.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Send to .*reader")))
                .click();
        camille.page()
                .locator("vaadin-confirm-dialog, vaadin-dialog, vaadin-dialog-overlay")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Send to .*")))
                .last()
                .click();

        assertThat(camille.text("Published. The e-mails are leaving.")).isVisible();
        camille.open(ORSENNE + "/newsletter");
        assertThat(camille.text("Embers of the week").first()).isVisible();

        String link = unsubscribeLink(MARC, "Embers of the week");
        var get = stage.send(HttpRequest.newBuilder(URI.create(link)));
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(unsubscribed(MARC)).isFalse();

        var post = stage.send(HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(unsubscribed(MARC)).isTrue();

        var marc = visitor().signIn("marc", ORSENNE + "/newsletter");
        assertThat(marc.text("You get no letters by e-mail").first()).isVisible();
        assertThat(camille.errors()).isEmpty();
        assertThat(camille.strangers()).isEmpty();
    }

    private static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .first();
    }

    private boolean unsubscribed(String email) {
        return stage.number(
                        "SELECT COUNT(*) FROM newsletter_subscription s JOIN person p ON p.id = s.person_id"
                                + " JOIN cluster c ON c.id = s.cluster_id AND c.slug = 'verre-d-orsenne'"
                                + " WHERE p.email = ? AND NOT s.subscribed",
                        email)
                > 0;
    }

    /** Waits for the mail as a mail program does, over IMAP. */
    private String unsubscribeLink(String email, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", stage.imapPort(), email, "any");
            Message[] found = await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> {
                                Folder inbox = store.getFolder("INBOX");
                                inbox.open(Folder.READ_ONLY);
                                return inbox.search(new SubjectTerm(subject));
                            },
                            messages -> messages.length > 0);
            assertThat(found).hasSize(1);
            assertThat(found[0].getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            String header =
                    String.join("", found[0].getHeader("List-Unsubscribe")).replaceAll("\\s", "");
            var link = Pattern.compile("<(http[^>]+)>").matcher(header);
            assertThat(link.find()).as(header).isTrue();
            return link.group(1);
        }
    }
}
