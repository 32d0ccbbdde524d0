package org.convive.newsletter;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.newsletter.FeedClusters.Source;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Letters for everybody, where the cluster wants it: plain pages that are whole without scripts, with what search
 * engines (canonical, hreflang) and those who share a link (Open Graph) need.
 */
@RestController
class PublicLetters {
    private static final int MOST = 200;

    private final FeedClusters clusters;
    private final FeedIssues issues;
    private final Translations texts;

    PublicLetters(FeedClusters clusters, FeedIssues issues, Translations texts) {
        this.clusters = clusters;
        this.issues = issues;
        this.texts = texts;
    }

    @GetMapping("/public/letters/{slug}")
    ResponseEntity<byte[]> all(@PathVariable String slug, @RequestParam Optional<String> lang, Locale browser) {
        Optional<Source> found = clusters.open(slug).map(source -> source.in(language(lang, browser)));
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Source source = found.get();
        String title = texts.text(source.locale(), "newsletter.atom.title", source.name());
        var list = new StringBuilder();
        List<Issue> all = issues.newest(source, MOST);
        for (Issue issue : all) {
            Draft edition = issue.content().edition(source.locale());
            list.append("<li><a href=\"")
                    .append(text(issues.page(source, issue)))
                    .append("\" lang=\"")
                    .append(edition.language().getLanguage())
                    .append("\"><strong>")
                    .append(text(edition.title()))
                    .append("</strong></a><p class=\"quiet\">")
                    .append(text(above(source, issue)))
                    .append("</p><p lang=\"")
                    .append(edition.language().getLanguage())
                    .append("\">")
                    .append(text(FeedIssues.lead(edition)))
                    .append("</p></li>");
        }
        String body = "<h1>" + text(title) + "</h1>"
                + (all.isEmpty()
                        ? "<p>" + text(texts.text(source.locale(), "newsletter.empty")) + "</p>"
                        : "<ul class=\"letters\">" + list + "</ul>");
        return page(
                source,
                source.locale(),
                title,
                texts.text(source.locale(), "newsletter.sentence"),
                "website",
                issues.home(source),
                "",
                body,
                true);
    }

    @GetMapping("/public/letters/{slug}/{number:[0-9]{1,9}}")
    ResponseEntity<byte[]> one(
            @PathVariable String slug, @PathVariable int number, @RequestParam Optional<String> lang, Locale browser) {
        Optional<Source> found = clusters.open(slug).map(source -> source.in(language(lang, browser)));
        Optional<Issue> issue = found.flatMap(source -> issues.byNumber(source, number));
        if (issue.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Source source = found.orElseThrow();
        Draft edition = issue.get().content().edition(source.locale());
        String language = edition.language().getLanguage();
        String body = "<article lang=\"" + language + "\"><p class=\"quiet\" lang=\""
                + source.locale().getLanguage() + "\">" + text(above(source, issue.get())) + "</p><h1>"
                + text(edition.title()) + "</h1>" + issues.body(source, issue.get()) + "</article><p><a href=\""
                + text(issues.home(source)) + "\">" + text(texts.text(source.locale(), "newsletter.all")) + "</a></p>";
        String stamp = "<meta property=\"article:published_time\" content=\""
                + AtomFeed.stamp(issue.get().summary().at()) + "\">";
        return page(
                source,
                edition.language(),
                edition.title(),
                FeedIssues.lead(edition),
                "article",
                issues.page(source, issue.get()),
                stamp,
                body,
                issue.get().content().isBilingual());
    }

    private ResponseEntity<byte[]> page(
            Source source,
            Locale language,
            String title,
            String description,
            String type,
            String url,
            String more,
            String body,
            boolean bilingual) {
        String address = bilingual ? url + "?lang=" + language.getLanguage() : url;
        String feeds = issues.portal() + "/feeds/newsletter/" + source.slug();
        var alternates = new StringBuilder();
        var switches = new StringBuilder();
        if (bilingual) {
            for (Locale locale : Translations.LOCALES) {
                String other = text(url + "?lang=" + locale.getLanguage());
                alternates
                        .append("<link rel=\"alternate\" hreflang=\"")
                        .append(locale.getLanguage())
                        .append("\" href=\"")
                        .append(other)
                        .append("\">");
                if (!locale.equals(language)) {
                    switches.append("<a href=\"")
                            .append(other)
                            .append("\" lang=\"")
                            .append(locale.getLanguage())
                            .append("\">")
                            .append(locale.getDisplayLanguage(locale))
                            .append("</a>");
                }
            }
        }
        String html = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · %s</title>
                <meta name="description" content="%s">
                <link rel="canonical" href="%s">%s
                <meta property="og:type" content="%s"><meta property="og:title" content="%s">
                <meta property="og:description" content="%s"><meta property="og:url" content="%s">
                <meta property="og:site_name" content="%s"><meta property="og:locale" content="%s">
                <meta property="og:image" content="%s/convive/newsletter-valley.png">%s
                <link rel="alternate" type="application/atom+xml" href="%s.atom" title="Atom">
                <link rel="alternate" type="application/feed+json" href="%s.json" title="JSON Feed">
                <link rel="icon" href="/convive/favicon.svg"><link rel="stylesheet" href="/convive/public-letters.css">
                </head><body><header><a href="/clusters/%s">%s</a><nav>%s</nav></header><main>%s<p><a class="join" href="/links/letters/join/%s">%s</a></p></main></body></html>
                """.formatted(
                        language.getLanguage(),
                        text(title),
                        text(source.name()),
                        text(description),
                        text(address),
                        alternates,
                        type,
                        text(title),
                        text(description),
                        text(address),
                        text(source.name()),
                        language.getLanguage().equals("fr") ? "fr_FR" : "en_GB",
                        issues.portal(),
                        more,
                        text(feeds),
                        text(feeds),
                        text(source.slug()),
                        text(source.name()),
                        switches,
                        body,
                        text(source.slug()),
                        text(texts.text(source.locale(), "newsletter.public.join")));
        return FeedAnswer.of(html, "text", "html");
    }

    private String above(Source source, Issue issue) {
        IssueSummary summary = issue.summary();
        return texts.text(
                source.locale(),
                "newsletter.letter-of",
                summary.number(),
                Dates.of(source.locale(), ZoneOffset.UTC).date(summary.at()));
    }

    private static Locale language(Optional<String> asked, Locale browser) {
        return Translations.nearest(asked.map(Locale::of).orElse(browser));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
