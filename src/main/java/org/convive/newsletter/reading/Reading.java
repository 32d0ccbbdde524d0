package org.convive.newsletter.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.newsletter.Issue;
import org.convive.newsletter.NewsletterQueries;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Thanking, keeping and answering a letter. Who has read it is told as a number only; who thanks is seen. */
@Service
public class Reading {
    private static final int LONGEST = 5_000;
    private static final int FACES = 6;

    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final Outbox outbox;
    private final Translations texts;
    private final Clock clock;
    private final String publicUrl;

    Reading(
            JdbcClient jdbc,
            NewsletterQueries queries,
            Outbox outbox,
            Translations texts,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** How the letter stands with its readers, and with the actor. */
    public Standing of(Actor actor, long issue) {
        queries.issue(actor, issue);
        List<Thanks> faces = jdbc.sql("""
                        SELECT p.name, p.picture_id FROM newsletter_thanks t JOIN person p ON p.id = t.person_id
                        WHERE t.issue_id = ? ORDER BY t.at, t.person_id LIMIT ?""")
                .params(issue, FACES)
                .query((row, n) -> new Thanks(row.getString("name"), row.getObject("picture_id", Long.class)))
                .list();
        long me = actor.person().value();
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM newsletter_read WHERE issue_id = ?) AS readers,
                               (SELECT COUNT(*) FROM newsletter_thanks WHERE issue_id = ?) AS thanks,
                               EXISTS (SELECT 1 FROM newsletter_thanks WHERE issue_id = ? AND person_id = ?) AS thanked,
                               EXISTS (SELECT 1 FROM newsletter_bookmark WHERE issue_id = ? AND person_id = ?) AS kept""")
                .params(issue, issue, issue, me, issue, me)
                .query((row, n) -> new Standing(
                        row.getInt("readers"),
                        row.getInt("thanks"),
                        faces,
                        row.getBoolean("thanked"),
                        row.getBoolean("kept")))
                .single();
    }

    /** The reader thanks for the letter, or takes that back. */
    @Transactional
    public void thank(Actor actor, long issue, boolean thanks) {
        mark("newsletter_thanks", actor, issue, thanks);
    }

    /** The reader keeps the letter for later, or not any longer. */
    @Transactional
    public void keep(Actor actor, long issue, boolean keeps) {
        mark("newsletter_bookmark", actor, issue, keeps);
    }

    private void mark(String table, Actor actor, long issue, boolean on) {
        queries.issue(actor, issue);
        if (on) {
            jdbc.sql("INSERT IGNORE INTO " + table + " (issue_id, person_id, at) VALUES (?, ?, ?)")
                    .params(issue, actor.person().value(), Utc.column(clock.instant()))
                    .update();
        } else {
            jdbc.sql("DELETE FROM " + table + " WHERE issue_id = ? AND person_id = ?")
                    .params(issue, actor.person().value())
                    .update();
        }
    }

    /**
     * The reader writes back to who wrote the letter: by mail, which is answered by mail, and kept for the animators.
     *
     * @param onceKey chosen by the page when the words were begun; the same key sends once
     */
    @Transactional
    public void reply(Actor actor, long issueId, String words, String onceKey) {
        Issue issue = queries.issue(actor, issueId);
        InvalidInput.check()
                .required(words, LONGEST, "words")
                .that(onceKey.matches("[a-z0-9-]{1,60}"), "words", Message.of("newsletter.error.same-block"))
                .orThrow();
        int written = jdbc.sql("""
                        INSERT IGNORE INTO newsletter_reply (issue_id, person_id, words, at, once_key)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(issueId, actor.person().value(), words.strip(), Utc.column(clock.instant()), onceKey)
                .update();
        if (written == 1) {
            outbox.post(letter(actor, issue, words.strip()));
        }
    }

    private Letter letter(Actor actor, Issue issue, String words) {
        Author author = jdbc.sql("SELECT name, email, COALESCE(language, 'en') AS language FROM person WHERE id = ?")
                .param(issue.summary().author().value())
                .query((row, n) ->
                        new Author(row.getString("name"), row.getString("email"), Locale.of(row.getString("language"))))
                .single();
        String page = publicUrl + "/c/" + actor.slug() + "/newsletter/" + issue.id();
        return new Letter(
                actor.cluster(),
                "newsletter.reply",
                "newsletter:" + issue.id() + ":reply",
                texts.text(author.language, "newsletter.mail.from", actor.name(), actor.clusterName()),
                actor.email().value(),
                texts.text(
                        author.language,
                        "newsletter.reply.subject",
                        issue.content().title()),
                // A person's own words: nothing in them is a place that the mail fills.
                texts.text(author.language, "newsletter.reply.text", actor.name(), words.replace("{{", "{ {"), page),
                null,
                null,
                Map.of(),
                List.of(Letter.Recipient.of(author.email, author.name)));
    }

    /** What readers wrote back, the newest first; for animators. */
    public List<Reply> replies(Actor animator, long issue) {
        queries.forWriting(animator, issue);
        return jdbc.sql("""
                        SELECT p.name, r.words, r.at FROM newsletter_reply r JOIN person p ON p.id = r.person_id
                        WHERE r.issue_id = ? ORDER BY r.id DESC LIMIT 200""")
                .param(issue)
                .query((row, n) -> new Reply(
                        row.getString("name"),
                        row.getString("words"),
                        Utc.moment(row.getObject("at", LocalDateTime.class))))
                .list();
    }

    private record Author(String name, String email, Locale language) {}

    /**
     * How a letter stands.
     *
     * @param readers how many opened it in the portal
     * @param faces the first of those who thanked
     */
    public record Standing(int readers, int thanks, List<Thanks> faces, boolean thanked, boolean kept) {}

    /** Somebody who thanked. */
    public record Thanks(String name, @Nullable Long picture) {}

    /** What a reader wrote back. */
    public record Reply(String name, String words, Instant at) {}
}
