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
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SubjectTerm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Look;
import org.convive.newsletter.Looks;
import org.convive.newsletter.NewsletterService;
import org.convive.testing.Mailbox;
import org.junit.jupiter.api.Test;

class NewsletterJourneyTest extends LetterJourney {
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

    @Test
    void camilleWritesWithMouseAndKeyboardTakesBackSchedulesAndAdaApproves() {
        Looks looks = stage.bean(Looks.class);
        Actor animator = stage.actor(CAMILLE, "verre-d-orsenne");
        Look before = looks.of(animator.cluster());
        looks.change(animator, approved(before, true));
        try {
            var camille = visitor().signIn("camille", ORSENNE + "/newsletter");
            write(camille, "Sand and soda");
            addText(camille, "First part");
            addText(camille, "Second part");
            Locator heads = camille.page().locator(".cv-nl-block h3");
            assertThat(heads).hasText(new String[] {"First part", "Second part"});

            camille.page().locator(".cv-nl-block-head").first().press("Alt+ArrowDown");
            assertThat(heads).hasText(new String[] {"Second part", "First part"});
            camille.button("Undo").first().click();
            assertThat(heads).hasText(new String[] {"First part", "Second part"});
            camille.page()
                    .locator(".cv-nl-grip")
                    .nth(1)
                    .dragTo(camille.page().locator(".cv-nl-block").first());
            assertThat(heads).hasText(new String[] {"Second part", "First part"});

            camille.button("Choose the readers").click();
            assertThat(camille.page().locator(".cv-nl-segment-count"))
                    .hasText(Pattern.compile("readers: [0-9]+ in English, [0-9]+ in French"));
            camille.button("Leave it as it was").click();

            camille.button("Send later").click();
            camille.button("Send it then").click();
            assertThat(camille.text("It leaves").first()).isVisible();
            String address = camille.page().url().substring(stage.url().length());
            var ada = visitor().signIn("ada", address);
            ada.button("Approve").click();
            assertThat(ada.text("Approved by").first()).isVisible();
            camille.open(address);
            assertThat(camille.text("Approved by").first()).isVisible();
            camille.button("Do not send it then").click();
            assertThat(camille.button("Send later")).isVisible();
            assertThat(camille.errors()).isEmpty();
            assertThat(ada.errors()).isEmpty();
        } finally {
            looks.change(animator, approved(looks.of(animator.cluster()), false));
        }
    }

    @Test
    void onAPhoneNadiaReadsALetterAnswersItAndWritesBackAndCamilleMendsADraft() {
        Actor animator = stage.actor(CAMILLE, "verre-d-orsenne");
        long issue = publish(animator, "Who lends a pump?");
        var nadia = visitorWithPhone().signIn("nadia", ORSENNE + "/newsletter/" + issue);
        nadia.expectHeading("Who lends a pump?");
        nadia.button("I can help").click();
        assertThat(nadia.text("Thank you. Camille").first()).isVisible();
        nadia.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Write to ")))
                .click();
        nadia.page().getByRole(AriaRole.TEXTBOX).last().fill("Ours stands still on Friday.");
        nadia.button("Send").last().click();
        assertThat(nadia.text("On its way to").first()).isVisible();

        var camille = visitorWithPhone().signIn("camille", ORSENNE + "/newsletter/" + issue + "/edit");
        assertThat(camille.text("Ours stands still on Friday.")).isVisible();
        assertThat(camille.text("can help: Who lends a pump?").first()).isVisible();
        camille.open(ORSENNE + "/newsletter");
        write(camille, "From the phone");
        addText(camille, "A part");
        camille.open(camille.page().url().substring(stage.url().length()));
        assertThat(field(camille, "Title")).hasValue("From the phone");
        assertThat(camille.page().locator(".cv-nl-block h3")).hasText("A part");
        assertThat(nadia.errors()).isEmpty();
        assertThat(camille.errors()).isEmpty();
    }

    @Test
    void anOutsiderConfirmsByMailGetsTheNextLetterAnswersFromItAndChoosesLess() throws MessagingException {
        String olga = "olga" + System.nanoTime() + "@outside.example";
        var browser = visitor();
        browser.page().navigate(stage.url() + "/links/letters/join/verre-d-orsenne");
        browser.page().getByLabel("E-mail address").fill(olga);
        browser.page().getByLabel("Your name").fill("Olga");
        browser.button("Get the letters").click();
        assertThat(browser.text("We have written to " + olga + ".")).isVisible();
        browser.page().navigate(found(text(mail(olga, "Please confirm")), "/links/letters/confirm/[^\\s]+"));
        browser.button("Yes, send them to me").click();
        assertThat(browser.text("Done. The next letter")).isVisible();

        publish(stage.actor(CAMILLE, "verre-d-orsenne"), "A kiln for two");
        String words = text(mail(olga, "A kiln for two"));
        assertThat(words).contains("because you asked for the letters of");
        browser.page().navigate(found(words, "/links/answers/[^\\s]+/HELP"));
        browser.button("I can help").click();
        assertThat(browser.text("sees that you can help")).isVisible();
        browser.page().navigate(found(words, "/links/letters/choices/[^\\s]+"));
        browser.page().getByLabel("One mail a month").check();
        browser.button("Keep this").click();
        assertThat(browser.text("Kept.")).isVisible();
        assertThat(browser.page().getByLabel("One mail a month")).isChecked();
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    private static Look approved(Look look, boolean approval) {
        return new Look(
                look.accent(),
                look.logo(),
                look.signatureEnglish(),
                look.signatureFrench(),
                approval,
                look.publicArchive(),
                look.version());
    }

    /** A letter that asks who can help, published by the service. */
    private long publish(Actor animator, String title) {
        NewsletterService newsletter = stage.bean(NewsletterService.class);
        long issue = newsletter.begin(animator);
        Block question = Block.text(title, "For two days.").answers(Set.of(Block.Answer.HELP));
        int version = newsletter.save(
                animator, issue, new Draft(title, "Dear neighbours,", Locale.ENGLISH, List.of(question)), 0);
        newsletter.publish(animator, issue, version);
        return issue;
    }

    private static String text(Message mail) {
        return Mailbox.part(mail, "text/plain").orElseThrow();
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile("http[^\\s]*" + pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private boolean unsubscribed(String email) {
        return stage.number(
                        "SELECT COUNT(*) FROM newsletter_subscription s JOIN person p ON p.id = s.person_id"
                                + " JOIN cluster c ON c.id = s.cluster_id AND c.slug = 'verre-d-orsenne'"
                                + " WHERE p.email = ? AND NOT s.subscribed",
                        email)
                > 0;
    }

    private String unsubscribeLink(String email, String subject) throws MessagingException {
        Message found = mail(email, subject);
        assertThat(found.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String header = String.join("", found.getHeader("List-Unsubscribe")).replaceAll("\\s", "");
        var link = Pattern.compile("<(http[^>]+)>").matcher(header);
        assertThat(link.find()).as(header).isTrue();
        return link.group(1);
    }

    /** Waits for the mail as a mail program does, over IMAP. */
    private Message mail(String email, String subject) throws MessagingException {
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
            // A copy that lives longer than the connection.
            return new MimeMessage((MimeMessage) found[0]);
        }
    }
}
