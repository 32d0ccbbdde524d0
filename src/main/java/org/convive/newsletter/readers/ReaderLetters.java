package org.convive.newsletter.readers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.Translations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail that asks an outsider to confirm. */
@Component
class ReaderLetters {
    static final String CONFIRM = "newsletter.confirm";

    private static final Duration GOOD_FOR = Duration.ofDays(14);

    private final Outbox outbox;
    private final SignedLinks links;
    private final Translations texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReaderLetters(Outbox outbox, SignedLinks links, Translations texts, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void confirm(ClusterId cluster, long outsider, EmailAddress email, String name, Locale locale) {
        String clusterName = jdbc.sql("SELECT name FROM cluster WHERE id = ?")
                .param(cluster.value())
                .query(String.class)
                .single();
        String link = links.url(
                "letters/confirm",
                links.token(
                        CONFIRM,
                        Long.toString(cluster.value()),
                        Long.toString(outsider),
                        clock.instant().plus(GOOD_FOR)));
        outbox.post(new Letter(
                cluster,
                "newsletter-confirm",
                "newsletter:confirm:" + outsider,
                clusterName,
                null,
                texts.text(locale, "newsletter.confirm.subject", clusterName),
                texts.text(locale, "newsletter.confirm.text", clusterName, link, GOOD_FOR.toDays()),
                null,
                null,
                Map.of(),
                List.of(Letter.Recipient.of(email.value(), name))));
    }
}
