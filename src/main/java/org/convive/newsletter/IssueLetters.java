package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes letters of issues: text and HTML, one-click unsubscribe, the list's name. */
@Component
class IssueLetters {
    private final Translations texts;
    private final IssueHtml html;
    private final IssueText plain;
    private final ReaderWords words;
    private final Looks looks;
    private final FeedClusters clusters;
    private final String publicUrl;

    IssueLetters(
            Translations texts,
            IssueHtml html,
            IssueText plain,
            ReaderWords words,
            Looks looks,
            FeedClusters clusters,
            @Value("${convive.public-url}") String publicUrl) {
        this.texts = texts;
        this.html = html;
        this.plain = plain;
        this.words = words;
        this.looks = looks;
        this.clusters = clusters;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * @param members whether these readers are members of the cluster; all of them are, or none is
     */
    Letter issue(Actor by, Issue issue, Locale language, boolean members, List<Reader> readers) {
        var edition = edition(
                by, issue, issue.content(), language, members, ReaderWords.ANSWERS, ReaderWords.UNSUBSCRIBE, "");
        String page = page(by, issue);
        // Who has no account reads it where everybody may; where nobody may, the way leads to the sign-in.
        String publicPage = issue.envelope().segment().isEverybody()
                ? clusters.open(by.slug())
                        .map(open -> publicUrl + "/public/letters/" + open.slug() + "/"
                                + issue.summary().number())
                        .orElse(page)
                : page;
        return letter(
                by,
                issue,
                "newsletter",
                NewsletterService.reference(issue.id()),
                edition.content().title(),
                edition,
                readers.stream()
                        .map(reader -> words.recipient(
                                by.cluster(), by.clusterName(), reader, issue.id(), members ? page : publicPage))
                        .toList());
    }

    Letter test(Actor writer, Issue issue) {
        var edition = edition(
                writer,
                issue,
                issue.content(),
                writer.locale(),
                true,
                ReaderWords.ANSWERS,
                ReaderWords.UNSUBSCRIBE,
                "");
        String subject = texts.text(
                writer.locale(), "newsletter.mail.test", edition.content().title());
        var recipient = new Letter.Recipient(
                writer.email().value(),
                writer.name(),
                words.words(
                        writer.cluster(),
                        writer.clusterName(),
                        ReaderId.of(writer.person()),
                        Translations.nearest(writer.locale()),
                        issue.id(),
                        page(writer, issue)));
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
        return edition(writer, issue, draft, reader, true, nowhere, "#", marked);
    }

    /** A reader who looks at a sample is a member of the cluster, as its writers are. */
    private Edition edition(
            Actor by,
            Issue issue,
            Draft content,
            Locale reader,
            boolean members,
            AnswerLinks answers,
            String unsubscribe,
            String marked) {
        Locale language = Translations.nearest(reader);
        boolean sample = !unsubscribe.equals(ReaderWords.UNSUBSCRIBE);
        int number = issue.summary().number();
        String author = issue.summary().authorName();
        return new Edition(
                by.cluster(),
                by.clusterName(),
                author,
                content.edition(reader),
                language,
                looks.of(by.cluster(), issue.envelope()),
                answers,
                publicUrl,
                members,
                new Edition.Frame(
                        number == 0
                                ? texts.text(language, "newsletter.mail.by-draft", author)
                                : texts.text(language, "newsletter.mail.by", number, author),
                        sample ? page(by, issue) : ReaderWords.PAGE,
                        texts.text(language, "newsletter.mail.read"),
                        sample ? texts.text(language, "newsletter.mail.why", by.clusterName()) : ReaderWords.WHY,
                        sample ? "#" : ReaderWords.CHOICES,
                        unsubscribe),
                marked);
    }

    private String page(Actor by, Issue issue) {
        return publicUrl + "/c/" + by.slug() + "/newsletter/" + issue.id();
    }

    private Letter letter(
            Actor by,
            Issue issue,
            String kind,
            String reference,
            String subject,
            Edition edition,
            List<Letter.Recipient> recipients) {
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
                words.headers(by.clusterName(), by.slug()),
                recipients);
    }
}
