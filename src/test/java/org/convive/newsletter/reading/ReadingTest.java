package org.convive.newsletter.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.mail.Postman;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
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
class ReadingTest {
    @Autowired
    Reading reading;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Postman postman;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private Actor nadia;
    private long issue;

    @BeforeEach
    void aLetter() {
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        issue = publish("The river on the table", "Le mot rare : anémomètre.");
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aReaderThanksOnceAndTakesItBack() {
        newsletter.markRead(nadia, issue);
        reading.thank(nadia, issue, true);
        reading.thank(nadia, issue, true);
        assertThat(reading.of(nadia, issue))
                .satisfies(standing -> assertThat(standing.thanks()).isEqualTo(1))
                .satisfies(standing -> assertThat(standing.readers()).isEqualTo(1))
                .satisfies(standing -> assertThat(standing.thanked()).isTrue());
        assertThat(reading.of(camille, issue).thanked()).isFalse();
        reading.thank(nadia, issue, false);
        assertThat(reading.of(nadia, issue).thanks()).isZero();
    }

    @Test
    void aKeptLetterIsFoundAgainByWhoKeepsIt() {
        reading.keep(nadia, issue, true);
        assertThat(queries.kept(nadia, 10)).hasSize(1);
        assertThat(queries.kept(camille, 10)).isEmpty();
        reading.keep(nadia, issue, false);
        assertThat(queries.kept(nadia, 10)).isEmpty();
    }

    @Test
    void aReplyReachesWhoWroteTheLetterOnceAndIsAnsweredByMail() throws Exception {
        reading.reply(nadia, issue, "Come and see {{ours}}.\n\n<b>Nadia</b>", "key");
        reading.reply(nadia, issue, "Come and see {{ours}}.\n\n<b>Nadia</b>", "key");
        postman.deliverDue();
        List<MimeMessage> arrived = mailbox.of(camille.email().value());
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst().getReplyTo()[0].toString())
                .contains(nadia.email().value());
        assertThat(arrived.getFirst().getSubject()).isEqualTo("About “The river on the table”");
        assertThat(arrived.getFirst().getContent().toString()).contains("Nadia writes", "<b>Nadia</b>", "ours");
        assertThat(reading.replies(camille, issue))
                .singleElement()
                .satisfies(reply -> assertThat(reply.name()).isEqualTo("Nadia"));
        assertThatThrownBy(() -> reading.reply(nadia, issue, " ", "other")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobodyOfAnotherClusterReadsThanksOrReplies() {
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> reading.of(stranger, issue)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reading.thank(stranger, issue, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reading.keep(stranger, issue, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reading.reply(stranger, issue, "x", "k")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reading.replies(stranger, issue)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reading.replies(nadia, issue)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theArchiveIsSearchedByAllItsWordsInBothLanguages() {
        publish("Something else", "Nothing of it.");
        for (String found : List.of(
                "the river on the table", "ANEMOMETRE", "anemo", "Table river", "rivière", "d’Orsenne", "Le mot")) {
            assertThat(queries.search(nadia, found, 10)).as(found).hasSize(1);
        }
        assertThat(queries.search(nadia, "camille", 10)).hasSize(2);
        for (String lost : List.of("riverbank", "+ - \" ( ~ *", "table nothing", "' OR 1=1 --")) {
            assertThat(queries.search(nadia, lost, 10).size()).as(lost).isNotEqualTo(1);
        }
    }

    private long publish(String title, String words) {
        long id = newsletter.begin(camille);
        var second = title.contains("river")
                ? new Draft.Opening("La rivière d’Orsenne", "Elle est basse.")
                : Draft.Opening.NONE;
        int version = newsletter.save(
                camille, id, new Draft(title, "", Locale.ENGLISH, List.of(Block.text("", words)), second), 0);
        newsletter.publish(camille, id, version);
        return id;
    }
}
