package org.convive.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.convive.shared.Translations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The small pages behind signed links: no script, no session, readable everywhere. A feature's controller below
 * {@code /links/} shows one on GET and records on the POST of its form. Every text is escaped here.
 */
@Component
public class LinkPages {
    private final Translations texts;

    LinkPages(Translations texts) {
        this.texts = texts;
    }

    /** A page with this heading, to which its parts are added. */
    public Page page(Locale locale, String title) {
        return new Page(Translations.nearest(locale), title);
    }

    /** What is said to a token that is not {@link SignedLinks.Good}: that its time is over, or that it is not complete. */
    public ResponseEntity<String> refusal(SignedLinks.Reading reading, Locale locale) {
        boolean expired = reading instanceof SignedLinks.Expired;
        String key = expired ? "identity.link.expired" : "identity.link.unknown";
        return page(locale, texts.text(locale, key))
                .paragraph(texts.text(locale, key + ".sentence"))
                .answer(expired ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
    }

    /** One page being written. */
    public static final class Page {
        private final Locale locale;
        private final String title;
        private final StringBuilder body = new StringBuilder();

        private Page(Locale locale, String title) {
            this.locale = locale;
            this.title = title;
        }

        public Page paragraph(String text) {
            body.append("<p>").append(escape(text)).append("</p>");
            return this;
        }

        /** Lines that belong together, e.g. what, when and where; the first one stands out. */
        public Page card(String first, Iterable<String> lines) {
            body.append("<div class=\"card\"><strong>").append(escape(first)).append("</strong>");
            lines.forEach(line -> body.append("<br>").append(escape(line)));
            body.append("</div>");
            return this;
        }

        /** A sentence that something was wrong or done, announced to screen readers. */
        public Page status(String text) {
            body.append("<p role=\"status\" class=\"status\">")
                    .append(escape(text))
                    .append("</p>");
            return this;
        }

        public Page link(String url, String text) {
            body.append("<p><a href=\"")
                    .append(escape(url))
                    .append("\">")
                    .append(escape(text))
                    .append("</a></p>");
            return this;
        }

        /** A form of one button that posts to this path. */
        public Page button(String action, String deed) {
            return form(action, "", deed);
        }

        /**
         * A form that posts to this path.
         *
         * @param fields HTML made with {@link Fields}
         * @param deed what its button says
         */
        public Page form(String action, Fields fields, String deed) {
            return form(action, fields.html.toString(), deed);
        }

        private Page form(String action, String fields, String deed) {
            body.append("<form method=\"post\" action=\"")
                    .append(escape(action))
                    .append("\">")
                    .append(fields)
                    .append("<button>")
                    .append(escape(deed))
                    .append("</button></form>");
            return this;
        }

        public ResponseEntity<String> answer(HttpStatus status) {
            String page = """
                    <!DOCTYPE html>
                    <html lang="%s"><head><meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
                    <title>%s</title><link rel="stylesheet" href="/convive/link.css"></head>
                    <body><main><h1>%s</h1>%s</main></body></html>
                    """.formatted(locale.getLanguage(), escape(title), escape(title), body);
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noStore())
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self';"
                                    + " base-uri 'none'; frame-ancestors 'none'")
                    .body(page);
        }

        public ResponseEntity<String> ok() {
            return answer(HttpStatus.OK);
        }
    }

    /** The fields of a form on such a page. */
    public static final class Fields {
        private final StringBuilder html = new StringBuilder();

        /** One choice of several; the chosen value comes with the POST under this name. */
        public Fields choices(String name, String legend, Iterable<Choice> choices) {
            html.append("<fieldset><legend>").append(escape(legend)).append("</legend>");
            choices.forEach(choice -> tick("radio", name, choice));
            html.append("</fieldset>");
            return this;
        }

        /** Any number of several. */
        public Fields ticks(String name, String legend, Iterable<Choice> choices) {
            html.append("<fieldset><legend>").append(escape(legend)).append("</legend>");
            choices.forEach(choice -> tick("checkbox", name, choice));
            html.append("</fieldset>");
            return this;
        }

        /** A line of text. */
        public Fields text(String name, String label, String value, int max) {
            return input("text", name, label, value, max);
        }

        /** An e-mail address. */
        public Fields email(String name, String label, String value) {
            return input("email", name, label, value, 254);
        }

        /** A day and a time, as the clocks show them; comes as {@code 2027-03-28T09:00}. */
        public Fields moment(String name, String label, String value) {
            return input("datetime-local", name, label, value, 16);
        }

        /** A few lines of text. */
        public Fields lines(String name, String label, String value, int max) {
            html.append("<label class=\"field\"><span>")
                    .append(escape(label))
                    .append("</span><textarea rows=\"3\" name=\"")
                    .append(escape(name))
                    .append("\" maxlength=\"")
                    .append(max)
                    .append("\">")
                    .append(escape(value))
                    .append("</textarea></label>");
            return this;
        }

        private Fields input(String type, String name, String label, String value, int max) {
            html.append("<label class=\"field\"><span>")
                    .append(escape(label))
                    .append("</span><input type=\"")
                    .append(type)
                    .append("\" name=\"")
                    .append(escape(name))
                    .append("\" maxlength=\"")
                    .append(max)
                    .append("\" value=\"")
                    .append(escape(value))
                    .append("\"></label>");
            return this;
        }

        private void tick(String type, String name, Choice choice) {
            html.append("<label class=\"tick\"><input type=\"")
                    .append(type)
                    .append("\" name=\"")
                    .append(escape(name))
                    .append("\" value=\"")
                    .append(escape(choice.value()))
                    .append('"')
                    .append(choice.chosen() ? " checked" : "")
                    .append("><span>")
                    .append(escape(choice.label()))
                    .append("</span></label>");
        }

        /** @param chosen whether it is ticked already */
        public record Choice(String value, String label, boolean chosen) {}
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
