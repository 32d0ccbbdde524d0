package org.convive.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.notices.Notices.Reader;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes a notice as a letter: one sentence, one link, its calendar part, and the way to hear no more of it. */
@Component
public class NoticeMail {
    private final Outbox outbox;
    private final Sentences sentences;
    private final Translations translations;
    private final SignedLinks links;
    private final String publicUrl;

    NoticeMail(
            Outbox outbox,
            Sentences sentences,
            Translations translations,
            SignedLinks links,
            @Value("${convive.public-url}") String publicUrl) {
        this.outbox = outbox;
        this.sentences = sentences;
        this.translations = translations;
        this.links = links;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Where somebody switches this kind of mail off without signing in; for letters that a feature writes itself. */
    public String switchOffUrl(PersonId person, NoticeKind kind) {
        return links.url("notices", links.token(NoticeLinks.PURPOSE, person.toString(), kind.key(), null));
    }

    /** The headers that let a mail program offer the same (RFC 8058). */
    public Map<String, String> headers(PersonId person, NoticeKind kind) {
        return Map.of(
                "List-Unsubscribe",
                "<" + switchOffUrl(person, kind) + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    void post(Notice notice, Reader reader) {
        String title = say(notice.title(), reader);
        var paragraphs = new ArrayList<String>();
        paragraphs.add(text(reader, "notices.mail.hello", reader.name()));
        paragraphs.add(title);
        if (notice.words() != null) {
            paragraphs.add(say(notice.words(), reader));
        }
        String page = publicUrl + "/" + notice.href();
        String see = text(reader, "notices.mail.see");
        String off = text(reader, "notices.mail.off", text(reader, notice.kind().key()));
        String offUrl = switchOffUrl(notice.person(), notice.kind());
        outbox.post(new Letter(
                notice.cluster(),
                notice.kind().key(),
                notice.about(),
                reader.clusterName(),
                notice.replyTo(),
                title,
                String.join("\n\n", paragraphs) + "\n\n" + see + "\n" + page + "\n\n-- \n" + off + "\n" + offUrl + "\n",
                html(reader, title, paragraphs, link(page, see), link(offUrl, off)),
                notice.calendar(),
                headers(notice.person(), notice.kind()),
                List.of(Letter.Recipient.of(reader.email(), reader.name()))));
    }

    private static String html(Reader reader, String title, List<String> paragraphs, String see, String off) {
        var body = new StringBuilder();
        paragraphs.forEach(words -> body.append("<p>").append(escaped(words)).append("</p>"));
        return "<!doctype html><html lang=\"" + reader.locale().getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<title>" + escaped(title) + "</title></head>"
                + "<body style=\"font:16px/1.5 system-ui,sans-serif;max-width:36em\">" + body + "<p>" + see + "</p>"
                + "<p style=\"font-size:13px;margin-top:2em\">" + off + "</p></body></html>";
    }

    private static String link(String href, String words) {
        return "<a href=\"" + escaped(href) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    private String say(Message message, Reader reader) {
        return sentences.say(message, reader.locale(), reader.zone());
    }

    private String text(Reader reader, String key, Object... args) {
        return translations.text(reader.locale(), key, args);
    }
}
