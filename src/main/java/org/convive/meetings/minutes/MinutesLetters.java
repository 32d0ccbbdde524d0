package org.convive.meetings.minutes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.meetings.MeetingAccess;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is written to people about minutes: please correct them; here they are. */
@Component
class MinutesLetters {
    private final Outbox outbox;
    private final Translations translations;
    private final String publicUrl;

    MinutesLetters(Outbox outbox, Translations translations, @Value("${convive.public-url}") String publicUrl) {
        this.outbox = outbox;
        this.translations = translations;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void toCorrect(Actor actor, MeetingAccess.Seen meeting, List<MinutesRows.Addressee> people) {
        for (Locale locale : Translations.LOCALES) {
            post(actor, meeting, "correct", locale, people, "");
        }
    }

    int released(Actor actor, MeetingAccess.Seen meeting, List<Entry> entries, List<MinutesRows.Addressee> people) {
        int told = 0;
        for (Locale locale : Translations.LOCALES) {
            var words = new StringBuilder();
            section(words, locale, entries, Entry.Kind.DECISION);
            section(words, locale, entries, Entry.Kind.ACTION);
            told += post(actor, meeting, "released", locale, people, words.toString());
        }
        return told;
    }

    private void section(StringBuilder words, Locale locale, List<Entry> entries, Entry.Kind kind) {
        List<Entry> some =
                entries.stream().filter(entry -> entry.kind() == kind).toList();
        if (some.isEmpty()) {
            return;
        }
        words.append(translations.text(locale, "meetings.minutes.mail." + kind)).append("\n");
        for (Entry entry : some) {
            words.append("- ").append(entry.words());
            if (entry.owner() != null) {
                words.append(" (").append(entry.ownerName());
                if (entry.due() != null) {
                    words.append(", ").append(Dates.date(entry.due(), locale));
                }
                words.append(")");
            }
            words.append("\n");
        }
        words.append("\n");
    }

    private int post(
            Actor actor,
            MeetingAccess.Seen meeting,
            String what,
            Locale locale,
            List<MinutesRows.Addressee> people,
            String words) {
        List<Letter.Recipient> recipients = people.stream()
                .filter(one -> one.locale().equals(locale))
                .filter(one -> !what.equals("correct")
                        || !one.email().equals(actor.email().value()))
                .map(one -> Letter.Recipient.of(one.email(), one.name()))
                .toList();
        if (recipients.isEmpty()) {
            return 0;
        }
        String key = "meetings.minutes.mail." + what;
        String address = publicUrl + "/c/" + actor.slug() + "/meetings/" + meeting.id() + "/minutes";
        String text = translations.text(locale, key + ".intro", actor.name(), meeting.title()) + "\n\n" + words
                + address + "\n";
        outbox.post(new Letter(
                actor.cluster(),
                "meeting.minutes",
                "meeting:" + meeting.id(),
                actor.clusterName(),
                actor.email().value(),
                plain(translations.text(locale, key + ".subject", meeting.title())),
                plain(text),
                null,
                null,
                Map.of(),
                recipients));
        return recipients.size();
    }

    /** What people type is no template. */
    private static String plain(String text) {
        return text.replace("{{", "{ {");
    }
}
