package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.directory.OrganisationKind;
import org.convive.identity.Actor;
import org.convive.mail.Outbox;
import org.convive.mail.Postman;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Frequency;
import org.convive.newsletter.readers.Preferences;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.newsletter.readers.Segment;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail of the month, as it arrives. */
@PortalTest
class MonthlyLettersTest {
    private static final YearMonth MARCH = YearMonth.of(2031, 3);

    @Autowired
    Fixtures fixtures;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Readers readers;

    @Autowired
    Audiences audiences;

    @Autowired
    ReaderWords words;

    @Autowired
    Looks looks;

    @Autowired
    FeedClusters clusters;

    @Autowired
    IssueHtml html;

    @Autowired
    IssueText plain;

    @Autowired
    Outbox outbox;

    @Autowired
    Translations texts;

    @Autowired
    Postman postman;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private Actor helene;
    private Actor nadia;

    @BeforeEach
    void twoWhoReadOnceAMonth() {
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        monthly(helene, Locale.ENGLISH);
        monthly(nadia, Locale.FRENCH);
        publish(
                new Draft(
                        "The river",
                        "It is **low**, 40 cm * less.",
                        Locale.ENGLISH,
                        List.of(),
                        new Draft.Opening("La rivière", "Elle est **basse**.")),
                Segment.EVERYBODY,
                14);
        publish(
                new Draft("For companies", "A call.", Locale.ENGLISH, List.of()),
                new Segment(Set.of(OrganisationKind.COMPANY), Set.of(), Set.of(), Set.of(), null),
                20);
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void onTheFirstOfTheMonthEachGetsOneMailOfTheLettersThatWentToThem() throws Exception {
        postAt("2031-03-31T12:00:00Z");
        postAt("2031-04-01T05:00:00Z");
        assertThat(mailbox.of(helene.email().value())).as("not before eight").isEmpty();
        postAt("2031-04-01T06:30:00Z");
        postAt("2031-04-01T07:30:00Z");

        MimeMessage english = only(helene);
        assertThat(english.getSubject()).contains("March 2031");
        assertThat(part(english, "text/plain"))
                .contains("The river", "It is low, 40 cm * less.", "For companies", "Read this letter: http://")
                .doesNotContain("{{");
        String page = part(english, "text/html");
        assertThat(page)
                .contains("lang=\"en\"", "The river</h2>", "For companies", "role=\"presentation\"")
                .contains("/links/unsubscribe/", "/links/letters/choices/", "as a member of")
                .doesNotContain("{{", "**");
        assertThat(english.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        MimeMessage french = only(nadia);
        assertThat(french.getSubject()).contains("mars 2031");
        assertThat(part(french, "text/html"))
                .contains("lang=\"fr\"", "La rivière</h2>", "Lire cette lettre")
                .doesNotContain("For companies");
        assertThat(mailbox.of(camille.email().value()))
                .as("who reads each letter gets no digest")
                .isEmpty();
    }

    @Test
    void anOutsiderIsLedWhereEverybodyMayReadAndNotToTheSignIn() {
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        jdbc.sql("INSERT INTO newsletter_look (cluster_id, public_archive) VALUES (?, TRUE)"
                        + " ON DUPLICATE KEY UPDATE public_archive = TRUE")
                .param(camille.cluster().value())
                .update();
        String olga = "olga" + System.nanoTime() + "@test.example";
        jdbc.sql("""
                        INSERT INTO newsletter_outsider (cluster_id, email, name, state, frequency, language, topics,
                                                         asked_at, changed_at)
                        VALUES (?, ?, 'Olga', 'CONFIRMED', 'MONTHLY', 'en', '', NOW(6), NOW(6))""").params(camille.cluster().value(), olga).update();
        postAt("2031-04-01T07:30:00Z");
        List<MimeMessage> found = mailbox.of(olga);
        assertThat(found).hasSize(1);
        assertThat(part(found.getFirst(), "text/html"))
                .contains("/public/letters/" + camille.slug() + "/1")
                .doesNotContain("/c/" + camille.slug() + "/newsletter/");
        assertThat(part(only(helene), "text/html"))
                .contains("/c/" + camille.slug() + "/newsletter/")
                .doesNotContain("/public/letters/");
    }

    @Test
    void whoIsAwayOnTheFirstDayPostsInTheFirstWeekButNotLater() {
        postAt("2031-04-08T07:00:00Z");
        assertThat(mailbox.of(helene.email().value())).as("no news any more").isEmpty();
        postAt("2031-04-03T07:00:00Z");
        postAt("2031-04-04T07:00:00Z");
        assertThat(mailbox.of(helene.email().value())).hasSize(1);
    }

    @Test
    void aMonthWithoutALetterMakesNoMail() {
        postAt("2031-05-01T07:00:00Z");
        assertThat(mailbox.of(helene.email().value())).isEmpty();
    }

    private MimeMessage only(Actor reader) {
        List<MimeMessage> found = mailbox.of(reader.email().value());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String part(MimeMessage message, String type) {
        return Mailbox.part(message, type).orElseThrow();
    }

    private void postAt(String moment) {
        new MonthlyLetters(
                        jdbc,
                        queries,
                        readers,
                        audiences,
                        words,
                        looks,
                        clusters,
                        html,
                        plain,
                        outbox,
                        texts,
                        Clock.fixed(Instant.parse(moment), ZoneOffset.UTC),
                        "http://localhost:8080")
                .postDue();
        postman.deliverDue();
    }

    private void publish(Draft draft, Segment segment, int day) {
        long issue = newsletter.begin(camille);
        newsletter.save(camille, issue, draft, 0);
        envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.to(segment));
        newsletter.publish(camille, issue, queries.forWriting(camille, issue).version());
        jdbc.sql("UPDATE newsletter_issue SET published_at = ? WHERE id = ?")
                .params(Utc.column(MARCH.atDay(day).atStartOfDay().toInstant(ZoneOffset.UTC)), issue)
                .update();
    }

    private void monthly(Actor reader, Locale language) {
        readers.choose(
                reader.cluster(),
                ReaderId.of(reader.person()),
                new Preferences(true, Frequency.MONTHLY, language, Set.of()),
                false);
    }
}
