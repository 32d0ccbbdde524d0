package org.convive.meetings.desk;

import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.meetings.AnswerLinks;
import org.convive.meetings.Meeting;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What an organiser writes to those whom a meeting concerns; each copy has its own link to the answer. */
@Component
class DeskLetters {
    private final Outbox outbox;
    private final AnswerLinks links;

    DeskLetters(Outbox outbox, AnswerLinks links) {
        this.outbox = outbox;
        this.links = links;
    }

    void message(Actor sender, Meeting meeting, List<DeskRow> rows, String subject, String words) {
        // What is typed must not be taken for a variable of the letter.
        String safe = words.replace("{{", "{ {");
        String title = HtmlUtils.htmlEscape(meeting.title().replace("{{", "{ {"), "UTF-8");
        String html = "<!doctype html><html><head><meta charset=\"utf-8\"></head>"
                + "<body style=\"font:16px/1.5 system-ui,sans-serif;max-width:36em\"><p>"
                + HtmlUtils.htmlEscape(safe, "UTF-8").replace("\n", "<br>")
                + "</p><p><a href=\"{{link}}\">" + title + "</a></p></body></html>";
        var unused = outbox.post(new Letter(
                meeting.cluster(),
                "meeting.message",
                "meeting:" + meeting.id(),
                sender.name() + " · " + sender.clusterName(),
                sender.email().value(),
                subject.replace("{{", "{ {"),
                safe + "\n\n" + meeting.title().replace("{{", "{ {") + "\n{{link}}\n",
                html,
                null,
                Map.of(),
                rows.stream()
                        .map(row -> new Letter.Recipient(
                                row.email().value(),
                                row.name(),
                                Map.of("link", links.address(meeting.id(), row.person()))))
                        .toList()));
    }
}
