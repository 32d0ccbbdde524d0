package org.convive.newsletter;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What differs from reader to reader in a letter: their own links. And the headers of list mail (RFC 2369, 2919, 8058). */
@Component
class ReaderWords {
    static final String UNSUBSCRIBE = "{{unsubscribe}}";
    static final String CHOICES = "{{choices}}";
    static final String WHY = "{{why}}";
    static final String PAGE = "{{page}}";

    /** Followed by the block and the answer. */
    static final AnswerLinks ANSWERS =
            (block, answer) -> java.util.Optional.of("{{answers}}/" + block.id() + "/" + answer.name());

    private final SignedLinks links;
    private final Translations texts;
    private final String host;

    ReaderWords(SignedLinks links, Translations texts, @Value("${convive.public-url}") String publicUrl) {
        this.links = links;
        this.texts = texts;
        this.host = URI.create(publicUrl).getHost();
    }

    /** @param issue 0 when the letter is about none */
    Letter.Recipient recipient(ClusterId cluster, String clusterName, Reader reader, long issue, String page) {
        return new Letter.Recipient(
                reader.email(),
                reader.name(),
                words(cluster, clusterName, reader.id(), reader.preferences().language(), issue, page));
    }

    /** @param page where this reader finds it on the portal */
    Map<String, String> words(
            ClusterId cluster, String clusterName, ReaderId reader, Locale language, long issue, String page) {
        String subject = Long.toString(cluster.value());
        return Map.of(
                "page",
                page,
                "why",
                texts.text(
                        language,
                        reader.member() ? "newsletter.mail.why" : "newsletter.mail.why.outsider",
                        clusterName),
                "unsubscribe",
                links.url("unsubscribe", links.token(Purposes.UNSUBSCRIBE, subject, reader.code() + "." + issue, null)),
                "choices",
                links.url("letters/choices", links.token(Purposes.CHOICES, subject, reader.code(), null)),
                "answers",
                links.url("answers", links.token(Purposes.ANSWER, Long.toString(issue), reader.code(), null)));
    }

    Map<String, String> headers(String clusterName, String slug) {
        return Map.of(
                "List-Unsubscribe",
                "<" + UNSUBSCRIBE + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click",
                "List-Id",
                clusterName.replaceAll("[<>]", "") + " <newsletter." + slug + "." + host + ">");
    }
}
