package org.convive.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the directory writes to people. */
@Component
class DirectoryLetters {
    private final Outbox outbox;
    private final Translations translations;
    private final String publicUrl;

    DirectoryLetters(Outbox outbox, Translations translations, @Value("${convive.public-url}") String publicUrl) {
        this.outbox = outbox;
        this.translations = translations;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void admitted(Actor animator, EmailAddress to, String name, Locale locale) {
        post(
                animator.cluster(),
                animator.clusterName(),
                "admitted",
                locale,
                to,
                name,
                name,
                animator.clusterName(),
                publicUrl + "/c/" + animator.slug());
    }

    void asked(
            ClusterId cluster,
            String clusterName,
            String slug,
            Locale locale,
            EmailAddress to,
            String name,
            String asker,
            String organisation) {
        post(
                cluster,
                clusterName,
                "asked",
                locale,
                to,
                name,
                name,
                clusterName,
                asker,
                organisation,
                publicUrl + "/c/" + slug + "/join-requests");
    }

    void declined(Actor animator, EmailAddress to, String name, Locale locale, String word) {
        post(
                animator.cluster(),
                animator.clusterName(),
                "declined",
                locale,
                to,
                name,
                name,
                animator.clusterName(),
                word);
    }

    private void post(
            ClusterId cluster, String from, String kind, Locale locale, EmailAddress to, String name, Object... args) {
        outbox.post(new Letter(
                cluster,
                "directory." + kind,
                "cluster:" + cluster,
                from,
                null,
                translations.text(locale, "directory.letter." + kind + ".subject", args),
                translations.text(locale, "directory.letter." + kind + ".text", args),
                null,
                null,
                Map.of(),
                List.of(Letter.Recipient.of(to.value(), name))));
    }
}
