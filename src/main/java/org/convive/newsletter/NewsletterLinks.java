package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.newsletter.SignedLinks.Purpose;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The links in letters: unsubscribing with one click (RFC 8058: POST does it, GET only shows a page, because programs
 * that check mail follow every link), and pictures for those who read mail without being signed in.
 */
@RestController
class NewsletterLinks {
    private final SignedLinks links;
    private final NewsletterService newsletter;
    private final JdbcClient jdbc;
    private final Translations texts;

    NewsletterLinks(SignedLinks links, NewsletterService newsletter, JdbcClient jdbc, Translations texts) {
        this.links = links;
        this.newsletter = newsletter;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @GetMapping("/links/unsubscribe/{token}")
    ResponseEntity<String> ask(@PathVariable String token, Locale browser) {
        return page(token, browser, "newsletter.unsubscribe.ask", "/links/unsubscribe/", "newsletter.unsubscribe.deed");
    }

    @PostMapping("/links/unsubscribe/{token}")
    ResponseEntity<String> unsubscribe(@PathVariable String token, Locale browser) {
        choose(token, false);
        return page(token, browser, "newsletter.unsubscribe.done", "/links/subscribe/", "newsletter.unsubscribe.undo");
    }

    @PostMapping("/links/subscribe/{token}")
    ResponseEntity<String> subscribe(@PathVariable String token, Locale browser) {
        choose(token, true);
        return page(
                token, browser, "newsletter.unsubscribe.back", "/links/unsubscribe/", "newsletter.unsubscribe.deed");
    }

    /** Pictures of issues never change, so they may be kept. */
    @GetMapping("/links/pictures/{token}")
    ResponseEntity<byte[]> picture(@PathVariable String token) {
        return links.read(Purpose.PICTURE, token)
                .flatMap(numbers -> jdbc.sql("SELECT media_type, bytes FROM picture WHERE id = ?")
                        .param(numbers.getFirst())
                        .query((row, n) -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(row.getString("media_type")))
                                .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(30))
                                        .cachePublic()
                                        .immutable())
                                .header("X-Content-Type-Options", "nosniff")
                                .header("Content-Security-Policy", "default-src 'none'")
                                .body(row.getBytes("bytes")))
                        .optional())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private void choose(String token, boolean wanted) {
        links.read(Purpose.UNSUBSCRIBE, token)
                .ifPresent(numbers -> newsletter.subscribe(
                        new ClusterId(numbers.getFirst()), new PersonId(numbers.getLast()), wanted));
    }

    private ResponseEntity<String> page(String token, Locale browser, String sentence, String action, String deed) {
        Optional<Reader> reader = links.read(Purpose.UNSUBSCRIBE, token).flatMap(this::reader);
        Locale locale = reader.map(Reader::language)
                .filter(language -> !language.isEmpty())
                .map(Locale::of)
                .orElse(browser);
        String title = texts.text(locale, "newsletter.unsubscribe.title");
        String body = reader.map(known -> "<p>"
                        + escape(texts.text(locale, sentence, known.cluster(), known.email()))
                        + "</p><form method=\"post\" action=\"" + action + escape(token) + "\"><button>"
                        + escape(texts.text(locale, deed)) + "</button></form>")
                .orElseGet(() -> "<p>" + escape(texts.text(locale, "newsletter.unsubscribe.unknown")) + "</p>");
        String page = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
                <title>%s</title><link rel="stylesheet" href="/convive/newsletter-link.css"></head>
                <body><main><h1>%s</h1>%s</main></body></html>
                """.formatted(Translations.nearest(locale).getLanguage(), escape(title), escape(title), body);
        return ResponseEntity.status(reader.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .body(page);
    }

    private Optional<Reader> reader(List<Long> numbers) {
        return jdbc.sql("SELECT c.name, p.email, COALESCE(p.language, '') AS language FROM cluster c, person p"
                        + " WHERE c.id = ? AND p.id = ?")
                .params(numbers.getFirst(), numbers.getLast())
                .query((row, n) -> new Reader(row.getString("name"), row.getString("email"), row.getString("language")))
                .optional();
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private record Reader(String cluster, String email, String language) {}
}
