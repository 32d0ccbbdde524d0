package org.convive.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes letters of issues: text and HTML, one-click unsubscribe, the list's name. */
@Component
class IssueLetters {
    private static final String UNSUBSCRIBE = "{{unsubscribe}}";

    private final Translations texts;
    private final IssueHtml html;
    private final IssueText plain;
    private final SignedLinks links;
    private final Looks looks;
    private final String publicUrl;

    IssueLetters(
            Translations texts,
            IssueHtml html,
            IssueText plain,
            SignedLinks links,
            Looks looks,
            @Value("${convive.public-url}") String publicUrl) {
        this.texts = texts;
        this.html = html;
        this.plain = plain;
        this.links = links;
        this.looks = looks;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Letter issue(Actor by, Issue issue, Locale language, List<NewsletterService.Subscriber> subscribers) {
        var edition = edition(by, issue, issue.content(), language, AnswerLinks.NONE, UNSUBSCRIBE, "");
        return letter(
                by,
                issue,
                "newsletter",
                NewsletterService.reference(issue.id()),
                edition.content().title(),
                edition,
                subscribers.stream()
                        .map(reader -> new Letter.Recipient(
                                reader.email(),
                                reader.name(),
                                Map.of(
                                        "unsubscribe",
                                        unsubscribeUrl(
                                                by.cluster().value(),
                                                reader.person().value()))))
                        .toList());
    }

    Letter test(Actor writer, Issue issue) {
        var edition = edition(writer, issue, issue.content(), writer.locale(), AnswerLinks.NONE, UNSUBSCRIBE, "");
        String subject = texts.text(
                writer.locale(), "newsletter.mail.test", edition.content().title());
        var recipient = new Letter.Recipient(
                writer.email().value(),
                writer.name(),
                Map.of(
                        "unsubscribe",
                        unsubscribeUrl(writer.cluster().value(), writer.person().value())));
        return letter(
                writer,
                issue,
                "newsletter.test",
                NewsletterService.reference(issue.id()) + ":test",
                subject,
                edition,
                List.of(recipient));
    }

    /** What a reader of this language would see, with answers that lead nowhere dangerous. */
    String preview(Actor writer, Issue issue, Draft draft, Locale reader, String marked) {
        return html.render(sample(writer, issue, draft, reader, marked));
    }

    /** The same as plain text. */
    String previewText(Actor writer, Issue issue, Draft draft, Locale reader) {
        return plain.render(sample(writer, issue, draft, reader, ""));
    }

    private Edition sample(Actor writer, Issue issue, Draft draft, Locale reader, String marked) {
        AnswerLinks nowhere = (block, answer) -> java.util.Optional.of("#");
        return edition(writer, issue, draft, reader, nowhere, "#", marked);
    }

    private Edition edition(
            Actor by,
            Issue issue,
            Draft content,
            Locale reader,
            AnswerLinks answers,
            String unsubscribe,
            String marked) {
        return new Edition(
                by.cluster(),
                by.clusterName(),
                issue.summary().authorName(),
                issue.summary().number(),
                content.edition(reader),
                Translations.nearest(reader),
                looks.of(by.cluster()),
                answers,
                publicUrl,
                publicUrl + "/c/" + by.slug() + "/newsletter/" + issue.id(),
                publicUrl + "/c/" + by.slug() + "/newsletter",
                unsubscribe,
                marked);
    }

    private Letter letter(
            Actor by,
            Issue issue,
            String kind,
            String reference,
            String subject,
            Edition edition,
            List<Letter.Recipient> recipients) {
        String host = URI.create(publicUrl).getHost();
        return new Letter(
                by.cluster(),
                kind,
                reference,
                texts.text(
                        edition.reader(),
                        "newsletter.mail.from",
                        issue.summary().authorName(),
                        by.clusterName()),
                null,
                subject,
                plain.render(edition),
                html.render(edition),
                null,
                Map.of(
                        "List-Unsubscribe",
                        "<" + UNSUBSCRIBE + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "List-Id",
                        by.clusterName().replaceAll("[<>]", "") + " <newsletter." + by.slug() + "." + host + ">"),
                recipients);
    }

    private String unsubscribeUrl(long cluster, long person) {
        return links.url(
                "unsubscribe", links.token(Purposes.UNSUBSCRIBE, Long.toString(cluster), Long.toString(person), null));
    }
}
