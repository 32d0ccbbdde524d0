package org.convive.newsletter;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.LinkPages;
import org.convive.identity.SignedLinks;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The links in letters: unsubscribing with one click (RFC 8058: POST does it, GET only shows a page, because programs
 * that check mail follow every link), and pictures for those who read mail without being signed in.
 */
@RestController
class NewsletterLinks {
    private final SignedLinks links;
    private final LinkPages pages;
    private final NewsletterService newsletter;
    private final JdbcClient jdbc;
    private final Translations texts;

    NewsletterLinks(
            SignedLinks links, LinkPages pages, NewsletterService newsletter, JdbcClient jdbc, Translations texts) {
        this.links = links;
        this.pages = pages;
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
        return links.good(Purposes.PICTURE, token)
                .flatMap(good -> jdbc.sql("SELECT media_type, bytes FROM picture WHERE id = ?")
                        .param(good.subjectId())
                        .query((row, n) -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(row.getString("media_type")))
                                .cacheControl(CacheControl.maxAge(Duration.ofDays(30))
                                        .cachePublic()
                                        .immutable())
                                .header("X-Content-Type-Options", "nosniff")
                                .header("Content-Security-Policy", "default-src 'none'")
                                .body(row.getBytes("bytes")))
                        .optional())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private void choose(String token, boolean wanted) {
        links.good(Purposes.UNSUBSCRIBE, token)
                .ifPresent(good ->
                        newsletter.subscribe(new ClusterId(good.subjectId()), new PersonId(good.payloadId()), wanted));
    }

    private ResponseEntity<String> page(String token, Locale browser, String sentence, String action, String deed) {
        SignedLinks.Reading reading = links.read(Purposes.UNSUBSCRIBE, token);
        Optional<Reader> found = reading instanceof SignedLinks.Good good
                ? reader(good.subjectId(), good.payloadId())
                : Optional.empty();
        return found.map(reader -> {
                    Locale locale = reader.language().isEmpty() ? browser : Locale.of(reader.language());
                    return pages.page(locale, texts.text(locale, "newsletter.unsubscribe.title"))
                            .paragraph(texts.text(locale, sentence, reader.cluster(), reader.email()))
                            .button(action + token, texts.text(locale, deed))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(reading, browser));
    }

    private Optional<Reader> reader(long cluster, long person) {
        return jdbc.sql("SELECT c.name, p.email, COALESCE(p.language, '') AS language FROM cluster c, person p"
                        + " WHERE c.id = ? AND p.id = ?")
                .params(cluster, person)
                .query((row, n) -> new Reader(row.getString("name"), row.getString("email"), row.getString("language")))
                .optional();
    }

    private record Reader(String cluster, String email, String language) {}
}
