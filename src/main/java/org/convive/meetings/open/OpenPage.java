package org.convive.meetings.open;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the public pages of meetings: whole without scripts, for people, search engines and those who share a link. */
@Component
class OpenPage {
    private final Translations texts;
    private final Clock clock;
    private final OpenFrame frame;

    OpenPage(Translations texts, Clock clock, OpenFrame frame) {
        this.texts = texts;
        this.clock = clock;
        this.frame = frame;
    }

    /** What the form holds when it is shown again. */
    record Form(
            String name,
            String email,
            String company,
            @Nullable InvalidInput error) {
        static final Form EMPTY = new Form("", "", "", null);
    }

    ResponseEntity<String> one(OpenMeeting meeting, Locale locale, Form form) {
        var body = new StringBuilder("<article>");
        body.append(paragraph("above", say(locale, "meetings.open.above", meeting.clusterName())))
                .append("<h1>")
                .append(text(meeting.title()))
                .append("</h1>");
        if (meeting.cancelled()) {
            body.append(paragraph("status", say(locale, "meetings.open.cancelled")));
        }
        facts(body, meeting, locale);
        body.append("<div class=\"words\">")
                .append(Markdown.html(meeting.description()))
                .append("</div></article>");
        if (meeting.takesAnswers(clock.instant())) {
            form(body, meeting, locale, form);
        } else if (!meeting.cancelled()) {
            body.append(paragraph("status", say(locale, closedBecause(meeting))));
        }
        body.append(all(meeting.slug(), locale));
        return frame.page(
                form.error() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                locale,
                meeting.slug(),
                meeting.clusterName(),
                meeting.title(),
                description(meeting, locale),
                meeting.address(),
                EventData.script(meeting, frame.publicUrl()),
                body.toString());
    }

    private String closedBecause(OpenMeeting meeting) {
        return clock.instant().isBefore(meeting.from()) ? "meetings.open.closed" : "meetings.open.over";
    }

    /** The same answer for everybody who left an address. */
    ResponseEntity<String> asked(OpenMeeting meeting, Locale locale) {
        String body = "<h1>" + text(say(locale, "meetings.open.asked")) + "</h1>"
                + paragraph("status", say(locale, "meetings.open.asked.sentence"))
                + "<p><a href=\"" + text(meeting.address()) + "\">" + text(meeting.title()) + "</a></p>";
        return frame.page(
                HttpStatus.OK,
                locale,
                meeting.slug(),
                meeting.clusterName(),
                meeting.title(),
                description(meeting, locale),
                meeting.address(),
                "",
                body);
    }

    ResponseEntity<String> list(OpenMeetings.PublicCluster cluster, List<OpenMeeting> meetings, Locale locale) {
        String title = say(locale, "meetings.open.list", cluster.name());
        var body = new StringBuilder("<h1>").append(text(title)).append("</h1>");
        if (meetings.isEmpty()) {
            body.append(paragraph("", say(locale, "meetings.open.none")));
        } else {
            body.append("<ul class=\"meetings\">");
            for (OpenMeeting meeting : meetings) {
                body.append("<li><a href=\"")
                        .append(text(meeting.address()))
                        .append("\"><strong>")
                        .append(text(meeting.title()))
                        .append("</strong></a>")
                        .append(paragraph("quiet", description(meeting, locale)))
                        .append("</li>");
            }
            body.append("</ul>");
        }
        return frame.page(
                HttpStatus.OK,
                locale,
                cluster.slug(),
                cluster.name(),
                title,
                say(locale, "meetings.open.list.sentence", cluster.name()),
                cluster.address(),
                "",
                body.toString());
    }

    private void facts(StringBuilder body, OpenMeeting meeting, Locale locale) {
        body.append("<dl>");
        fact(
                body,
                say(locale, "meetings.open.when"),
                "<time datetime=\"" + EventData.moment(meeting.from(), meeting) + "\">" + text(when(meeting, locale))
                        + "</time> <span class=\"quiet\">"
                        + text(meeting.zone().getId()) + "</span>");
        fact(body, say(locale, "meetings.open.where"), text(where(meeting, locale)));
        Integer free = meeting.free();
        Instant until = meeting.answerBy();
        if (meeting.takesAnswers(clock.instant())) {
            if (free != null) {
                fact(body, say(locale, "meetings.open.seats"), text(say(locale, "meetings.open.free", free)));
            }
            if (until != null) {
                fact(
                        body,
                        say(locale, "meetings.open.until"),
                        text(Dates.of(locale, meeting.zone()).dayAndTime(until)));
            }
        }
        body.append("</dl>");
    }

    private static void fact(StringBuilder body, String term, String html) {
        body.append("<div><dt>")
                .append(text(term))
                .append("</dt><dd>")
                .append(html)
                .append("</dd></div>");
    }

    private void form(StringBuilder body, OpenMeeting meeting, Locale locale, Form form) {
        body.append("<section class=\"come\" id=\"come\"><h2>")
                .append(text(say(locale, "meetings.open.come")))
                .append("</h2>")
                .append(paragraph("quiet", say(locale, "meetings.open.come.sentence")));
        InvalidInput error = form.error();
        Map<String, Message> wrong = error == null ? Map.of() : error.fields();
        body.append("<form method=\"post\" action=\"/public/meetings/")
                .append(text(meeting.slug()))
                .append('/')
                .append(meeting.id())
                .append("#come\"><input type=\"hidden\" name=\"lang\" value=\"")
                .append(locale.getLanguage())
                .append("\">");
        field(body, locale, "name", "text", "name", form.name(), true, wrong);
        field(body, locale, "email", "email", "email", form.email(), true, wrong);
        field(body, locale, "company", "text", "organization", form.company(), false, wrong);
        // People do not see this field; programs that fill in every field betray themselves by it.
        body.append("<p class=\"trap\" aria-hidden=\"true\"><label>Website <input name=\"website\" tabindex=\"-1\""
                        + " autocomplete=\"off\"></label></p><button>")
                .append(text(say(locale, "meetings.open.come.deed")))
                .append("</button></form></section>");
    }

    private void field(
            StringBuilder body,
            Locale locale,
            String name,
            String type,
            String complete,
            String value,
            boolean required,
            Map<String, Message> wrong) {
        Message error = wrong.get(name);
        body.append("<label class=\"field\"><span>")
                .append(text(say(locale, "meetings.open.field." + name)))
                .append("</span><input type=\"")
                .append(type)
                .append("\" name=\"")
                .append(name)
                .append("\" maxlength=\"254\" autocomplete=\"")
                .append(complete)
                .append("\" value=\"")
                .append(text(value))
                .append('"')
                .append(required ? " required" : "");
        if (error != null) {
            body.append(" aria-invalid=\"true\" aria-describedby=\"")
                    .append(name)
                    .append("-error\"");
        }
        body.append('>');
        if (error != null) {
            body.append("<span class=\"error\" role=\"alert\" id=\"")
                    .append(name)
                    .append("-error\">")
                    .append(text(texts.text(locale, error)))
                    .append("</span>");
        }
        body.append("</label>");
    }

    private String all(String slug, Locale locale) {
        return "<p class=\"all\"><a href=\"/public/meetings/" + text(slug) + "\">"
                + text(say(locale, "meetings.open.all")) + "</a></p>";
    }

    private String description(OpenMeeting meeting, Locale locale) {
        String facts = when(meeting, locale) + " · " + where(meeting, locale);
        return meeting.cancelled() ? say(locale, "meetings.open.cancelled") + " " + facts : facts;
    }

    private static String when(OpenMeeting meeting, Locale locale) {
        return Dates.of(locale, meeting.zone()).range(meeting.from(), meeting.to());
    }

    private String where(OpenMeeting meeting, Locale locale) {
        return meeting.where().isEmpty() ? say(locale, "meetings.online") : meeting.where();
    }

    private String say(Locale locale, String key, Object... args) {
        return texts.text(locale, key, args);
    }

    private static String paragraph(String style, String words) {
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + text(words) + "</p>";
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
