package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.mail.MailLedger;
import org.convive.mail.Postman;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Segment;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class NewsletterServiceTest {
    private static final Draft RIVER = new Draft(
            "Why the river will decide our summer",
            "The Orsenne is **40 cm** below its March level.",
            Locale.ENGLISH,
            List.of(Block.text("Can you help?", "Laques Ombrine looks for a second spectrophotometer.")));

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Audiences audiences;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Accounts accounts;

    @Autowired
    Postman postman;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private Actor nadia;

    @BeforeEach
    void aClusterWithTwoReaders() {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aPublishedIssueIsInTheFeedAndInEveryReadersMailbox() throws Exception {
        long issue = publish(RIVER);
        postman.deliverDue();
        assertThat(queries.published(nadia, 10)).singleElement().satisfies(read -> {
            assertThat(read.id()).isEqualTo(issue);
            assertThat(read.number()).isEqualTo(1);
            assertThat(read.unread()).isTrue();
            assertThat(read.lead()).isEqualTo("The Orsenne is 40 cm below its March level.");
        });
        MimeMessage arrived = mailbox.of(nadia.email().value()).getFirst();
        assertThat(arrived.getSubject()).isEqualTo(RIVER.title());
        assertThat(Mailbox.part(arrived, "text/html").orElseThrow())
                .contains("<strong>40 cm</strong>")
                .contains("lang=\"en\"")
                .contains("/newsletter/" + issue)
                .doesNotContain("{{unsubscribe}}");
        assertThat(Mailbox.part(arrived, "text/plain").orElseThrow()).contains("40 cm below", "/links/unsubscribe/");
        assertThat(mailbox.of(camille.email().value())).hasSize(1);
        assertThat(queries.progress(camille, issue).sent()).isEqualTo(2);
    }

    @Test
    void theLetterSaysHowToUnsubscribeInOneClick() throws Exception {
        publish(RIVER);
        postman.deliverDue();
        MimeMessage arrived = mailbox.of(nadia.email().value()).getFirst();
        assertThat(arrived.getHeader("List-Unsubscribe", null))
                .matches("<http://localhost:8080/links/unsubscribe/[A-Za-z0-9_-]+>");
        assertThat(arrived.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(arrived.getHeader("List-Id", null)).contains("<newsletter." + nadia.slug() + ".localhost>");
    }

    @Test
    void publishingTwiceSendsOnce() {
        long issue = newsletter.begin(camille);
        int version = newsletter.save(camille, issue, RIVER, 0);
        assertThat(newsletter.publish(camille, issue, version)).isEqualTo(2);
        assertThat(newsletter.publish(camille, issue, version)).isEqualTo(2);
        postman.deliverDue();
        assertThat(mailbox.of(nadia.email().value())).hasSize(1);
    }

    @Test
    void twoAnimatorsPublishingAtTheSameMomentSendOnce() throws Exception {
        long issue = newsletter.begin(camille);
        int version = newsletter.save(camille, issue, RIVER, 0);
        Callable<Integer> deed = () -> newsletter.publish(camille, issue, version);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(deed, deed, deed, deed))) {
                assertThat(done.get()).isEqualTo(2);
            }
        }
        postman.deliverDue();
        assertThat(mailbox.of(nadia.email().value())).hasSize(1);
        assertThat(queries.published(nadia, 10)).hasSize(1);
    }

    @Test
    void whoOptedOutGetsNoMailButReadsOnThePortal() {
        newsletter.subscribe(nadia, false);
        assertThat(queries.subscribed(nadia)).isFalse();
        assertThat(audiences.count(camille, Segment.EVERYBODY, RIVER.blocks()))
                .isEqualTo(new Audiences.Count(1, 1, 0, 0, 0, 0, 1));
        publish(RIVER);
        postman.deliverDue();
        assertThat(mailbox.of(nadia.email().value())).isEmpty();
        assertThat(queries.published(nadia, 10)).hasSize(1);
    }

    @Test
    void whoComesAfterThePublicationGetsTheNextOne() {
        publish(RIVER);
        Actor late = fixtures.member(camille, "Late", null);
        postman.deliverDue();
        assertThat(mailbox.of(late.email().value())).isEmpty();
    }

    @Test
    void aFrenchReaderGetsTheFrameInFrenchAroundAnEnglishLetter() {
        accounts.update(
                nadia.person(),
                new Accounts.Profile("Nadia", "", "", "", Locale.FRENCH, Account.ColourScheme.SYSTEM),
                accounts.get(nadia.person()).version());
        publish(RIVER);
        postman.deliverDue();
        assertThat(Mailbox.part(mailbox.of(nadia.email().value()).getFirst(), "text/html")
                        .orElseThrow())
                .contains("Se désabonner en un clic")
                .contains("<html lang=\"en\"")
                .contains("lang=\"fr\"");
        assertThat(Mailbox.part(mailbox.of(camille.email().value()).getFirst(), "text/html")
                        .orElseThrow())
                .contains("Unsubscribe in one click");
    }

    @Test
    void aTestGoesToItsWriterAlone() throws Exception {
        long issue = newsletter.begin(camille);
        newsletter.save(camille, issue, RIVER, 0);
        newsletter.sendTest(camille, issue);
        postman.deliverDue();
        assertThat(mailbox.of(camille.email().value()).getFirst().getSubject()).isEqualTo("[Test] " + RIVER.title());
        assertThat(mailbox.of(nadia.email().value())).isEmpty();
        assertThat(queries.published(nadia, 10)).isEmpty();
        assertThat(queries.forWriting(camille, issue).tested()).isNotNull();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        long issue = newsletter.begin(camille);
        newsletter.save(camille, issue, RIVER, 0);
        assertThatThrownBy(() -> newsletter.save(camille, issue, RIVER, 0)).isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> newsletter.publish(camille, issue, 0)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void aPublishedIssueIsNotChangedAnyMore() {
        long issue = publish(RIVER);
        int version = queries.issue(camille, issue).version();
        assertThatThrownBy(() -> newsletter.save(camille, issue, RIVER, version))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> newsletter.discard(camille, issue)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void anUnfinishedIssueIsKeptButNotPublished() {
        long issue = newsletter.begin(camille);
        var unfinished = new Draft("", "", Locale.ENGLISH, List.of(Block.empty(Block.Kind.IMAGE)));
        int version = newsletter.save(camille, issue, unfinished, 0);
        assertThatThrownBy(() -> newsletter.publish(camille, issue, version))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.fields()).containsKeys("title", "blocks.0", "blocks.0.alt"));
    }

    @Test
    void textsThatAreTooLongAreToldBesideTheirField() {
        long issue = newsletter.begin(camille);
        var long1 = new Draft(
                "t".repeat(201), "i".repeat(10_001), Locale.ENGLISH, List.of(Block.text("", "b".repeat(10_001))));
        assertThatThrownBy(() -> newsletter.save(camille, issue, long1, 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.fields()).containsOnlyKeys("title", "introduction", "blocks.0.body"));
    }

    @Test
    void onlyAnAnimatorWritesAndPublishes() {
        long issue = newsletter.begin(camille);
        assertThatThrownBy(() -> newsletter.begin(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newsletter.save(nadia, issue, RIVER, 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newsletter.publish(nadia, issue, 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newsletter.sendTest(nadia, issue)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> queries.drafts(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> queries.issue(nadia, issue)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherClusterDoesNotKnowTheIssue() {
        long issue = publish(RIVER);
        long draft = newsletter.begin(camille);
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> queries.issue(otto, issue)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.forWriting(otto, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> newsletter.save(otto, draft, RIVER, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> newsletter.publish(otto, draft, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.ledger(otto, issue, 0, 10)).isInstanceOf(NotFoundException.class);
        assertThat(queries.published(otto, 10)).isEmpty();
        assertThat(queries.search(otto, "river", 10)).isEmpty();
    }

    @Test
    void aCardOfAnotherClustersOrganisationIsNotThere() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Usinage");
        long issue = newsletter.begin(camille);
        var foreign = new Draft(
                "T",
                "",
                Locale.ENGLISH,
                List.of(Block.card(
                        Block.Kind.ORGANISATION, otto.requireOrganisation().value(), "", "")));
        assertThatThrownBy(() -> newsletter.save(camille, issue, foreign, 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anOrganisationStandsInTheLetterAsACard() {
        Actor helene = fixtures.managerOf(camille, "Verrerie <Saulnaye>");
        publish(new Draft(
                "Welcome",
                "",
                Locale.ENGLISH,
                List.of(Block.card(
                        Block.Kind.ORGANISATION, helene.requireOrganisation().value(), "New here", ""))));
        postman.deliverDue();
        assertThat(Mailbox.part(mailbox.of(helene.email().value()).getFirst(), "text/html")
                        .orElseThrow())
                .contains("Verrerie &lt;Saulnaye&gt;", "/organisations/");
    }

    @Test
    void theArchiveFindsWordsWithoutTheirAccents() {
        publish(new Draft("Été", "", Locale.FRENCH, List.of(Block.text("", "Le four électrique à 100 %"))));
        publish(RIVER);
        assertThat(queries.search(nadia, "electrique", 10)).hasSize(1);
        assertThat(queries.search(nadia, "100 %", 10)).hasSize(1);
        assertThat(queries.search(nadia, "river help", 10)).hasSize(1);
        assertThat(queries.search(nadia, "nothing of this", 10)).isEmpty();
    }

    @Test
    void whatWasReadIsNoLongerNew() {
        long issue = publish(RIVER);
        assertThat(queries.unread(nadia)).isEqualTo(1);
        newsletter.markRead(nadia, issue);
        newsletter.markRead(nadia, issue);
        assertThat(queries.unread(nadia)).isZero();
    }

    @Test
    void anUncertainLetterIsSentAgainOnTheAnimatorsWordOnly() {
        long issue = publish(RIVER);
        jdbc.sql("UPDATE mail_delivery SET state = 'UNCERTAIN' WHERE state = 'QUEUED' AND address = ?")
                .param(nadia.email().value())
                .update();
        postman.deliverDue();
        assertThat(mailbox.of(nadia.email().value())).isEmpty();
        MailLedger.Delivery uncertain = queries.ledger(camille, issue, 0, 10).getFirst();
        assertThatThrownBy(() -> newsletter.resend(nadia, issue, uncertain.id()))
                .isInstanceOf(AccessDeniedException.class);
        newsletter.resend(camille, issue, uncertain.id());
        postman.deliverDue();
        assertThat(mailbox.of(nadia.email().value())).hasSize(1);
    }

    private long publish(Draft draft) {
        long issue = newsletter.begin(camille);
        int version = newsletter.save(camille, issue, draft, 0);
        newsletter.publish(camille, issue, version);
        return issue;
    }
}
