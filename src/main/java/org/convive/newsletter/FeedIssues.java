package org.convive.newsletter;

import java.util.List;
import java.util.Optional;
import org.convive.newsletter.FeedClusters.Source;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Published issues as feeds and public pages carry them. */
@Component
class FeedIssues {
    private final NewsletterQueries queries;
    private final IssueHtml html;
    private final String publicUrl;

    FeedIssues(NewsletterQueries queries, IssueHtml html, @Value("${convive.public-url}") String publicUrl) {
        this.queries = queries;
        this.html = html;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    String portal() {
        return publicUrl;
    }

    List<Issue> newest(Source source, int limit) {
        return queries.newest(source.id(), source.everybody(), limit);
    }

    Optional<Issue> byNumber(Source source, int number) {
        return queries.numbered(source.id(), number);
    }

    /** The page of all letters: the public one for everybody, the portal's for members. */
    String home(Source source) {
        return source.everybody()
                ? publicUrl + "/public/letters/" + source.slug()
                : publicUrl + "/c/" + source.slug() + "/newsletter";
    }

    String page(Source source, Issue issue) {
        return home(source) + "/" + (source.everybody() ? issue.summary().number() : issue.id());
    }

    /** One letter as HTML without a look. */
    String body(Source source, Issue issue) {
        String page = page(source, issue);
        var edition = new Edition(
                source.id(),
                source.name(),
                issue.summary().authorName(),
                issue.content().edition(source.locale()),
                Translations.nearest(source.locale()),
                Look.PLAIN,
                AnswerLinks.NONE,
                publicUrl,
                !source.everybody(),
                new Edition.Frame("", page, "", "", page, page),
                "");
        return html.body(edition);
    }

    /** The first words of a letter. */
    static String lead(Draft edition) {
        String text = Markdown.text(edition.introduction()).replaceAll("\\s+", " ");
        return text.length() <= 200 ? text : text.substring(0, text.offsetByCodePoints(0, 180)) + "…";
    }
}
