package org.convive.meetings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Gathers the paragraphs of one letter, as text and as HTML. */
final class LetterPen {
    /** What every pen needs. */
    record Kit(Translations texts, MeetingEntries entries, LetterLinks links) {}

    private final Kit kit;
    private final Actor sender;
    private final Meeting meeting;
    private final Reader reader;
    private final List<String> text = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();

    LetterPen(Kit kit, Actor sender, Meeting meeting, Reader reader) {
        this.kit = kit;
        this.sender = sender;
        this.meeting = meeting;
        this.reader = reader;
        say("meetings.mail.hello", reader.name());
    }

    Locale locale() {
        return reader.locale();
    }

    Dates dates() {
        return Dates.of(locale(), meeting.zone());
    }

    String when(Meeting of) {
        String range = Dates.of(locale(), of.zone()).range(of.from(), of.to());
        ZoneId usual = sender.zone();
        return of.zone().equals(usual) ? range : range + " (" + of.zone().getId() + ")";
    }

    void say(String key, Object... args) {
        paragraph(kit.texts().text(locale(), key, args));
    }

    void facts() {
        String when = meeting.isDated() ? when(meeting) : kit.texts().text(locale(), "meetings.no-date-yet");
        String where = MeetingEntries.where(meeting);
        text.add(meeting.title() + "\n" + when + (where.isEmpty() ? "" : "\n" + where));
        html.append("<p><strong style=\"font-size:18px\">")
                .append(escaped(meeting.title()))
                .append("</strong><br>")
                .append(escaped(when));
        if (!where.isEmpty()) {
            html.append("<br>").append(escaped(where));
        }
        html.append("</p>");
    }

    void lines(List<String> lines) {
        text.add(String.join("\n", lines));
        html.append("<p>");
        lines.forEach(line -> html.append(escaped(line)).append("<br>"));
        html.append("</p>");
    }

    void description() {
        if (!meeting.description().isBlank()) {
            text.add(Markdown.text(meeting.description()));
            html.append(Markdown.html(meeting.description()));
        }
    }

    void quote(String words) {
        text.add("“" + words + "”");
        html.append("<blockquote>").append(escaped(words)).append("</blockquote>");
    }

    /** The page in the portal; for who has no account, the page behind their signed link. */
    void link(String key) {
        anchor(key, reader.guest() ? signed() : kit.entries().address(sender.slug(), meeting.id()));
    }

    /** A way to answer in this letter, without signing in. */
    void answer(String key, String query) {
        anchor(key, signed() + query);
    }

    private String signed() {
        return kit.links().address(meeting.id(), reader.person());
    }

    private void anchor(String key, String address) {
        String label = kit.texts().text(locale(), key);
        text.add(label + "\n" + address);
        html.append("<p><a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(label))
                .append("</a></p>");
    }

    private void paragraph(String words) {
        text.add(words);
        html.append("<p>").append(escaped(words)).append("</p>");
    }

    private String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    Letter letter(String kind, Letter.@Nullable CalendarPart calendar) {
        String subject = kit.texts().text(locale(), "meetings.mail." + kind + ".subject", meeting.title());
        String page = "<!doctype html><html lang=\"" + locale().getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<title>" + escaped(subject) + "</title></head>"
                + "<body style=\"font:16px/1.5 system-ui,sans-serif;max-width:36em\">" + html + "</body></html>";
        return new Letter(
                meeting.cluster(),
                "meeting." + kind,
                "meeting:" + meeting.id(),
                sender.name() + " · " + sender.clusterName(),
                kit.entries().replyAddress(meeting, reader),
                subject,
                String.join("\n\n", text) + "\n",
                page,
                calendar,
                Map.of(),
                List.of(Letter.Recipient.of(reader.email().value(), reader.name())));
    }
}
