package org.convive.meetings;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.InvitationWriter;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.calendar.ReplyAddresses;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the letters about a meeting, each in its reader's language and with their own calendar part. */
@Component
class MeetingLetters {
    private static final int DATES_NAMED = 12;

    private final Translations translations;
    private final URI publicUrl;
    private final ReplyAddresses replies;
    private final LetterLinks links;

    MeetingLetters(
            Translations translations,
            @Value("${convive.public-url}") URI publicUrl,
            ReplyAddresses replies,
            LetterLinks links) {
        this.translations = translations;
        this.publicUrl = publicUrl;
        this.replies = replies;
        this.links = links;
    }

    /** What is sent to whoever is invited, at whatever stage: to say who would come, which dates suit, or yes and no. */
    Letter invitation(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, meeting, reader);
        if (!meeting.isDated()) {
            boolean idea = meeting.stage() == Stage.IDEA;
            pen.say(
                    idea ? "meetings.mail.idea.intro" : "meetings.mail.dates.intro",
                    sender.name(),
                    sender.clusterName());
            pen.facts();
            pen.description();
            pen.answer(idea ? "meetings.mail.idea.here" : "meetings.mail.dates.here", "");
            return pen.letter(idea ? "idea" : "dates", null);
        }
        pen.say("meetings.mail.invitation.intro", sender.name(), sender.clusterName());
        pen.facts();
        if (meeting.answerBy() != null) {
            pen.say("meetings.mail.answer-by", pen.dates().dayAndTime(meeting.answerBy()));
        }
        pen.description();
        if (reader.answer() != null) {
            pen.say("meetings.mail.change.said." + reader.answer());
        }
        for (Answer answer : Answer.values()) {
            pen.answer("meetings.answer." + answer, "?answer=" + answer);
        }
        pen.link("meetings.mail.see-here");
        return pen.letter("invitation", request(sender, meeting, reader, stamp));
    }

    /** Several dates of a meeting that repeats, in one letter; calendars get them from the feed or from each page. */
    Letter series(Actor sender, Meeting known, List<Meeting> dates, Reader reader, String kind) {
        Pen pen = new Pen(sender, dates.getFirst(), reader);
        pen.say("meetings.mail." + kind + ".intro", sender.name(), known.title());
        pen.lines(dates.stream().limit(DATES_NAMED).map(pen::when).toList());
        if (dates.size() > DATES_NAMED) {
            pen.say("meetings.mail.series.more", dates.size() - DATES_NAMED);
        }
        if (dates.getFirst().cancelled()) {
            if (!dates.getFirst().farewell().isBlank()) {
                pen.quote(dates.getFirst().farewell());
            }
        } else {
            pen.description();
            pen.answer("meetings.mail.series.here", "");
        }
        pen.link("meetings.mail.see-here");
        return pen.letter(kind, null);
    }

    /** The one gentle reminder. */
    Letter reminder(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, meeting, reader);
        pen.say("meetings.mail.reminder.intro", sender.name());
        pen.facts();
        if (meeting.isDated()) {
            for (Answer answer : Answer.values()) {
                pen.answer("meetings.answer." + answer, "?answer=" + answer);
            }
        } else {
            pen.answer("meetings.mail.dates.here", "");
        }
        pen.say("meetings.mail.reminder.only");
        return pen.letter("reminder", null);
    }

    /** The date is open again: the calendars of those invited drop it. */
    Letter undated(Actor sender, Meeting before, Meeting after, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, after, reader);
        pen.say("meetings.mail.undated.intro", sender.name(), pen.when(before));
        pen.facts();
        boolean idea = after.stage() == Stage.IDEA;
        pen.answer(idea ? "meetings.mail.idea.here" : "meetings.mail.dates.here", "");
        String content = InvitationWriter.cancel(itip(sender, before.withdrawn(after.sequence()), reader, stamp));
        return pen.letter("undated", new Letter.CalendarPart("CANCEL", content));
    }

    Letter change(Actor sender, Meeting before, Meeting after, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, after, reader);
        pen.say("meetings.mail.change.intro", sender.name(), before.title());
        if (!before.title().equals(after.title())) {
            pen.say("meetings.mail.change.title", after.title());
        }
        if (!before.from().equals(after.from())
                || !before.to().equals(after.to())
                || !before.zone().equals(after.zone())) {
            pen.say("meetings.mail.change.when", pen.when(after), pen.when(before));
        }
        if (!before.place().equals(after.place())) {
            pen.say("meetings.mail.change.where", where(after), where(before));
        }
        if (reader.answer() != null) {
            pen.say("meetings.mail.change.said." + reader.answer());
        }
        pen.link("meetings.mail.see-here");
        // Calendars ask again when what was answered is no longer what is asked; the portal keeps the answer meanwhile.
        Reader asked = before.sequence() == after.sequence() ? reader : reader.unanswered();
        return pen.letter("change", request(sender, after, asked, stamp));
    }

    Letter cancellation(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, meeting, reader);
        pen.say("meetings.mail.cancellation.intro", sender.name());
        pen.facts();
        if (!meeting.farewell().isBlank()) {
            pen.quote(meeting.farewell());
        }
        pen.link("meetings.mail.see-here");
        return pen.letter(
                "cancellation",
                meeting.isDated()
                        ? new Letter.CalendarPart(
                                "CANCEL", InvitationWriter.cancel(itip(sender, meeting, reader, stamp)))
                        : null);
    }

    Letter promotion(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        Pen pen = new Pen(sender, meeting, reader);
        pen.say("meetings.mail.promotion.intro");
        pen.facts();
        pen.link("meetings.mail.promotion.here");
        return pen.letter("promotion", request(sender, meeting, reader, stamp));
    }

    /** The meeting as an entry of a calendar. */
    static CalendarEntry entry(Meeting meeting, String address) {
        String words = Markdown.text(meeting.description());
        return new CalendarEntry(
                meeting.uid(),
                meeting.sequence(),
                meeting.from(),
                meeting.to(),
                meeting.zone(),
                meeting.title(),
                words.isEmpty() ? address : words + "\n\n" + address,
                where(meeting),
                address,
                meeting.cancelled(),
                meeting.changed());
    }

    String address(String slug, MeetingId id) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        return base + "/" + path(slug, id);
    }

    static String path(String slug, MeetingId id) {
        return "c/" + slug + "/meetings/" + id;
    }

    private Letter.CalendarPart request(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        return new Letter.CalendarPart("REQUEST", InvitationWriter.request(itip(sender, meeting, reader, stamp)));
    }

    private Invitation itip(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        return new Invitation(
                entry(meeting, address(sender.slug(), meeting.id())),
                stamp,
                new Party(sender.name(), replyAddress(meeting, reader)),
                new Party(reader.name(), reader.email().value()),
                participation(reader.answer(), reader.waiting()));
    }

    /** The portal reads it: what calendars answer, and what people write when they press "Reply". */
    private String replyAddress(Meeting meeting, Reader reader) {
        return replies.of(
                new ReplyAddresses.Ticket(MeetingReplies.KIND, meeting.id().value(), reader.person()));
    }

    private static Participation participation(@Nullable Answer answer, boolean waiting) {
        if (answer == null) {
            return Participation.NEEDS_ACTION;
        }
        return switch (answer) {
            case YES -> waiting ? Participation.TENTATIVE : Participation.ACCEPTED;
            case NO -> Participation.DECLINED;
            case MAYBE, KEEP_POSTED -> Participation.TENTATIVE;
        };
    }

    private static String where(Meeting meeting) {
        String link = meeting.place().link();
        if (meeting.where().isEmpty()) {
            return link;
        }
        return link.isEmpty() ? meeting.where() : meeting.where() + ", " + link;
    }

    /** Gathers the paragraphs of one letter, as text and as HTML. */
    private final class Pen {
        private final Actor sender;
        private final Meeting meeting;
        private final Reader reader;
        private final List<String> text = new ArrayList<>();
        private final StringBuilder html = new StringBuilder();

        Pen(Actor sender, Meeting meeting, Reader reader) {
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
            paragraph(translations.text(locale(), key, args));
        }

        void facts() {
            String when = meeting.isDated() ? when(meeting) : translations.text(locale(), "meetings.no-date-yet");
            String where = where(meeting);
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
            anchor(key, reader.guest() ? signed() : address(sender.slug(), meeting.id()));
        }

        /** A way to answer in this letter, without signing in. */
        void answer(String key, String query) {
            anchor(key, signed() + query);
        }

        private String signed() {
            return links.address(meeting.id(), reader.person());
        }

        private void anchor(String key, String address) {
            String label = translations.text(locale(), key);
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
            String subject = translations.text(locale(), "meetings.mail." + kind + ".subject", meeting.title());
            String page = "<!doctype html><html lang=\"" + locale().getLanguage() + "\"><head><meta charset=\"utf-8\">"
                    + "<title>" + escaped(subject) + "</title></head>"
                    + "<body style=\"font:16px/1.5 system-ui,sans-serif;max-width:36em\">" + html + "</body></html>";
            return new Letter(
                    meeting.cluster(),
                    "meeting." + kind,
                    "meeting:" + meeting.id(),
                    sender.name() + " · " + sender.clusterName(),
                    replyAddress(meeting, reader),
                    subject,
                    String.join("\n\n", text) + "\n",
                    page,
                    calendar,
                    Map.of(),
                    List.of(Letter.Recipient.of(reader.email().value(), reader.name())));
        }
    }
}
