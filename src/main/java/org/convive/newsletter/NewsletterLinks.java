package org.convive.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.LinkPages;
import org.convive.identity.SignedLinks;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
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
    private final Readers readers;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Translations texts;

    NewsletterLinks(
            SignedLinks links, LinkPages pages, Readers readers, JdbcClient jdbc, Translations texts, Clock clock) {
        this.links = links;
        this.pages = pages;
        this.readers = readers;
        this.clock = clock;
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
        known(token).ifPresent(known -> {
            readers.choose(known.cluster(), known.reader().id(), wanted, true);
            if (wanted) {
                jdbc.sql("DELETE FROM newsletter_departure WHERE issue_id = ? AND reader = ?")
                        .params(known.issue(), known.reader().id().code())
                        .update();
            } else if (known.issue() > 0) {
                jdbc.sql("""
                                INSERT IGNORE INTO newsletter_departure (issue_id, reader, left_at)
                                SELECT id, ?, ? FROM newsletter_issue WHERE id = ? AND state = 'PUBLISHED'""")
                        .params(known.reader().id().code(), Utc.column(clock.instant()), known.issue())
                        .update();
            }
        });
    }

    private ResponseEntity<String> page(String token, Locale browser, String sentence, String action, String deed) {
        return known(token)
                .map(known -> {
                    Locale locale = known.reader().preferences().language();
                    return pages.page(locale, texts.text(locale, "newsletter.unsubscribe.title"))
                            .paragraph(texts.text(
                                    locale,
                                    sentence,
                                    known.clusterName(),
                                    known.reader().email()))
                            .button(action + token, texts.text(locale, deed))
                            .link(
                                    links.url(
                                            "letters/choices",
                                            links.token(
                                                    Purposes.CHOICES,
                                                    Long.toString(
                                                            known.cluster().value()),
                                                    known.reader().id().code(),
                                                    null)),
                                    texts.text(locale, "newsletter.unsubscribe.less"))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(links.read(Purposes.UNSUBSCRIBE, token), browser));
    }

    private Optional<Known> known(String token) {
        return links.good(Purposes.UNSUBSCRIBE, token).flatMap(good -> {
            var cluster = new ClusterId(good.subjectId());
            String[] parts = good.payload().split("\\.", 2);
            return ReaderId.read(parts[0])
                    .flatMap(id -> readers.get(cluster, id))
                    .map(reader -> new Known(cluster, name(cluster), reader, Long.parseLong(parts[1])));
        });
    }

    private String name(ClusterId cluster) {
        return jdbc.sql("SELECT name FROM cluster WHERE id = ?")
                .param(cluster.value())
                .query(String.class)
                .single();
    }

    private record Known(ClusterId cluster, String clusterName, Reader reader, long issue) {}
}
