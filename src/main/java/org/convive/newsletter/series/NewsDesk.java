package org.convive.newsletter.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members send for the next letter, and how it becomes blocks. */
@Service
public class NewsDesk {
    private static final String NEWS = """
            SELECT n.*, p.name, COALESCE(o.name, '') AS organisation FROM newsletter_news n
            JOIN person p ON p.id = n.person_id
            LEFT JOIN membership m ON m.cluster_id = n.cluster_id AND m.person_id = n.person_id
            LEFT JOIN organisation o ON o.id = m.organisation_id
            WHERE n.cluster_id = ? AND n.withdrawn_at IS NULL\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    NewsDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A member sends news; the same key sends it once.
     *
     * @param onceKey chosen by the page when it is opened
     */
    @Transactional
    public void send(Actor member, Draft draft, String onceKey) {
        Long picture = draft.picture();
        InvalidInput.check()
                .required(draft.title(), 200, "title")
                .required(draft.words(), 10_000, "words")
                .atMost(draft.alt(), 500, "alt")
                .that(picture == null || !draft.alt().isBlank(), "alt", Message.of("newsletter.error.alt"))
                .that(
                        picture == null || isOurs(member, picture),
                        "picture",
                        Message.of("newsletter.error.picture-gone"))
                .that(onceKey.matches("[a-z0-9-]{1,60}"), "title", Message.of("newsletter.error.same-block"))
                .orThrow();
        jdbc.sql("""
                        INSERT IGNORE INTO newsletter_news (cluster_id, person_id, title, words, picture_id, alt, language,
                               sent_at, once_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(member.cluster().value())
                .param(member.person().value())
                .param(draft.title().strip())
                .param(draft.words().strip())
                .param(picture)
                .param(draft.alt().strip())
                .param(Translations.nearest(member.locale()).getLanguage())
                .param(Utc.column(clock.instant()))
                .param(onceKey)
                .update();
    }

    /** What the member sent, the newest first. */
    public List<News> mine(Actor member) {
        return jdbc.sql(NEWS + "AND n.person_id = ? ORDER BY n.id DESC LIMIT 50")
                .params(member.cluster().value(), member.person().value())
                .query(NewsDesk::news)
                .list();
    }

    /** What waits for a letter, the oldest first; for animators. */
    public List<News> waiting(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql(NEWS + "AND n.issue_id IS NULL ORDER BY n.id LIMIT 100")
                .param(animator.cluster().value())
                .query(NewsDesk::news)
                .list();
    }

    /** Takes it back, by who sent it or an animator, as long as it stands in no letter. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        change(actor, id, Utc.column(clock.instant()));
    }

    /** It was not meant so. */
    @Transactional
    public void restore(Actor actor, long id) {
        change(actor, id, null);
    }

    private void change(Actor actor, long id, @Nullable LocalDateTime withdrawn) {
        int changed = jdbc.sql("""
                        UPDATE newsletter_news SET withdrawn_at = ?
                        WHERE id = ? AND cluster_id = ? AND issue_id IS NULL AND (? OR person_id = ?)""")
                .param(withdrawn)
                .param(id)
                .param(actor.cluster().value())
                .param(actor.isAnimator())
                .param(actor.person().value())
                .update();
        if (changed == 0) {
            throw new NotFoundException("news");
        }
    }

    /** The news are in this issue now. */
    void use(Actor animator, List<News> news, long issue) {
        news.forEach(one -> jdbc.sql("UPDATE newsletter_news SET issue_id = ? WHERE id = ? AND cluster_id = ?")
                .params(issue, one.id(), animator.cluster().value())
                .update());
    }

    private boolean isOurs(Actor member, long picture) {
        return jdbc.sql("SELECT COUNT(*) FROM picture WHERE id = ? AND cluster_id = ?")
                        .params(picture, member.cluster().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static News news(ResultSet row, int number) throws SQLException {
        return new News(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                row.getString("name"),
                row.getString("organisation"),
                new Draft(
                        row.getString("title"),
                        row.getString("words"),
                        row.getObject("picture_id", Long.class),
                        row.getString("alt")),
                Locale.of(row.getString("language")),
                Utc.moment(row.getObject("sent_at", LocalDateTime.class)),
                row.getObject("issue_id", Long.class));
    }

    /**
     * What a member writes.
     *
     * @param words Markdown
     * @param alt what the picture shows
     */
    public record Draft(
            String title, String words, @Nullable Long picture, String alt) {}

    /** @param issue in which it stands; null while it waits */
    public record News(
            long id,
            PersonId person,
            String name,
            String organisation,
            Draft content,
            Locale language,
            Instant at,
            @Nullable Long issue) {

        /** The blocks it becomes: the picture, and the words with who wrote them. */
        public List<Block> blocks(Locale first) {
            String by = organisation.isBlank() ? name : name + ", " + organisation;
            Block.Words words = new Block.Words(content.title(), content.words() + "\n\n*" + by + "*", "", "");
            Block text = Block.empty(Block.Kind.TEXT).with(words);
            if (!language.getLanguage().equals(first.getLanguage())) {
                // Written in the second language: it stands there too, and is translated by who edits the letter.
                text = text.translated(words);
            }
            Long picture = content.picture();
            return picture == null ? List.of(text) : List.of(text, Block.image(picture, content.alt(), ""));
        }
    }
}
