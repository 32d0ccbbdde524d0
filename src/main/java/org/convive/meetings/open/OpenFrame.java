package org.convive.meetings.open;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What all public pages of meetings have around them: head, languages, and what a browser may do with them. */
@Component
class OpenFrame {
    private final String publicUrl;

    OpenFrame(@Value("${convive.public-url}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The portal's address, without a slash at its end. */
    String publicUrl() {
        return publicUrl;
    }

    /**
     * The whole page.
     *
     * @param description one sentence for search engines and those who share a link
     * @param address of this page, absolute, without the language
     * @param more HTML for the head
     * @param body HTML
     */
    ResponseEntity<String> page(
            HttpStatus status,
            Locale locale,
            String slug,
            String clusterName,
            String title,
            String description,
            String address,
            String more,
            String body) {
        var alternates = new StringBuilder();
        var switches = new StringBuilder();
        for (Locale other : Translations.LOCALES) {
            String there = text(address + "?lang=" + other.getLanguage());
            alternates
                    .append("<link rel=\"alternate\" hreflang=\"")
                    .append(other.getLanguage())
                    .append("\" href=\"")
                    .append(there)
                    .append("\">");
            if (!other.equals(locale)) {
                switches.append("<a href=\"?lang=")
                        .append(other.getLanguage())
                        .append("\" lang=\"")
                        .append(other.getLanguage())
                        .append("\">")
                        .append(text(capital(other.getDisplayLanguage(other))))
                        .append("</a>");
            }
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("lang", locale.getLanguage());
        parts.put("title", text(title));
        parts.put("cluster", text(clusterName));
        parts.put("slug", text(slug));
        parts.put("description", text(description));
        parts.put("address", text(address));
        parts.put("alternates", alternates.toString());
        parts.put("locale", locale.getLanguage().equals("fr") ? "fr_FR" : "en_GB");
        parts.put("portal", text(publicUrl));
        parts.put("more", more);
        parts.put("switches", switches.toString());
        parts.put("body", body);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'")
                .body(filled(parts));
    }

    private static String filled(Map<String, String> parts) {
        String page = """
                <!DOCTYPE html>
                <html lang="{lang}"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{title} · {cluster}</title>
                <meta name="description" content="{description}">
                <link rel="canonical" href="{address}">{alternates}
                <meta property="og:type" content="website"><meta property="og:title" content="{title}">
                <meta property="og:description" content="{description}"><meta property="og:url" content="{address}">
                <meta property="og:site_name" content="{cluster}"><meta property="og:locale" content="{locale}">
                <meta property="og:image" content="{portal}/convive/newsletter-valley.png">
                <meta name="twitter:card" content="summary">
                <link rel="icon" href="/convive/favicon.svg"><link rel="stylesheet" href="/convive/public-meetings.css">
                {more}</head><body><header><a href="/clusters/{slug}">{cluster}</a><nav>{switches}</nav></header>
                <main>{body}</main></body></html>
                """;
        var written = new StringBuilder();
        int at = 0;
        while (at < page.length()) {
            int open = page.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = page.indexOf('}', open);
            written.append(page, at, open).append(parts.get(page.substring(open + 1, close)));
            at = close + 1;
        }
        return written.append(page.substring(at)).toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
