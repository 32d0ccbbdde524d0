package org.convive.meetings;

import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk.Word;
import org.convive.notices.Notice;
import org.convive.notices.Notices;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.springframework.stereotype.Component;

/** Tells an organiser that something came by mail which only they can understand. */
@Component
class ReplyTeller {
    private static final int MOST_WORDS = 400;

    private final Notices notices;

    ReplyTeller(Notices notices) {
        this.notices = notices;
    }

    void tell(PersonId organiser, Appointment about, Word word) {
        if (organiser.equals(word.person())) {
            return;
        }
        Notice notice = Notice.of(about.cluster(), organiser, ReplyNotices.BY_MAIL, title(about, word), about.page())
                .about("meeting:" + about.id())
                .once(word.mark());
        notices.tell(
                word.words().isBlank()
                        ? notice
                        : notice.withWords(Message.of("meetings.notice.by-mail.words", cut(word.words()))));
    }

    private static Message title(Appointment about, Word word) {
        TimeSlot proposed = word.proposed();
        String mailbox = word.delegatedTo();
        return switch (word.kind()) {
            case "COUNTER" ->
                proposed == null
                        ? Message.of("meetings.notice.by-mail.other-time", word.name(), about.title())
                        : Message.of("meetings.notice.by-mail.proposes", word.name(), about.title(), proposed);
            case "DELEGATED" ->
                mailbox == null
                        ? Message.of("meetings.notice.by-mail.passed-on", word.name(), about.title())
                        : Message.of("meetings.notice.by-mail.passed-on-to", word.name(), about.title(), mailbox);
            case "AWAY" -> Message.of("meetings.notice.by-mail.away", word.name(), about.title());
            case "WORDS" -> Message.of("meetings.notice.by-mail.wrote", word.name(), about.title());
            default -> Message.of("meetings.notice.by-mail.unclear", word.name(), about.title());
        };
    }

    private static String cut(String words) {
        int most = Math.min(words.codePointCount(0, words.length()), MOST_WORDS);
        int end = words.offsetByCodePoints(0, most);
        return end == words.length() ? words : words.substring(0, end) + "…";
    }
}
