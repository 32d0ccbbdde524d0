package org.convive.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.newsletter.writing.Merge;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing together: keeps what is typed, joins the changes of several writers, remembers what an issue was. */
@Service
public class IssueDesk {
    /** What one writer does within so long is one line of the history. */
    private static final Duration SITTING = Duration.ofMinutes(3);

    private static final Duration PRESENT = Duration.ofSeconds(25);
    private static final int MOST_SITTINGS = 200;

    private final JdbcClient jdbc;
    private final IssueRows rows;
    private final NewsletterQueries queries;
    private final Sources sources;
    private final DraftJson json;
    private final Clock clock;

    IssueDesk(
            JdbcClient jdbc, IssueRows rows, NewsletterQueries queries, Sources sources, DraftJson json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queries = queries;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was written so far. When somebody else wrote meanwhile, both changes are joined.
     *
     * @param base what the writer last had from here
     * @param mine what the writer made of it
     * @param version of the base
     * @throws StaleEdit when the issue was published meanwhile
     * @throws InvalidInput when something is too long, or of another cluster
     */
    @Transactional
    public Kept keep(Actor animator, long issue, Draft base, Draft mine, int version) {
        animator.requireAnimator();
        mine.requireKeepable();
        int now = rows.lock(animator.cluster(), issue);
        Issue stored = requireDraft(animator, issue);
        Merge.Merged merged =
                now == version ? new Merge.Merged(mine, List.of()) : Merge.of(base, mine, stored.content());
        Draft draft = merged.draft();
        if (draft.equals(stored.content())) {
            return new Kept(now, draft, merged.clashes());
        }
        store(animator, stored, draft);
        return new Kept(now + 1, draft, merged.clashes());
    }

    /** Writes over exactly the version that was read, or not at all. */
    int store(Actor animator, long issue, Draft draft, int version) {
        animator.requireAnimator();
        draft.requireKeepable();
        rows.lock(animator.cluster(), issue);
        Issue stored = requireDraft(animator, issue);
        if (stored.version() != version) {
            throw new StaleEdit("issue");
        }
        store(animator, stored, draft);
        return version + 1;
    }

    private void store(Actor animator, Issue stored, Draft draft) {
        draft.requireKeepable();
        requireOurs(animator, draft, stored.content());
        if (!rows.store(animator.cluster(), stored.id(), draft, stored.version())) {
            throw new StaleEdit("issue");
        }
        remember(animator, stored, draft);
    }

    /** What the issue was, the newest first. */
    public List<Sitting> history(Actor animator, long issue) {
        queries.forWriting(animator, issue);
        return jdbc.sql("""
                        SELECT h.id, p.name, h.began_at, h.changed_at FROM newsletter_history h
                        JOIN person p ON p.id = h.person_id WHERE h.issue_id = ? ORDER BY h.id DESC LIMIT ?""")
                .params(issue, MOST_SITTINGS)
                .query((row, n) -> new Sitting(
                        row.getLong("id"),
                        row.getString("name"),
                        Utc.moment(row.getObject("began_at", LocalDateTime.class)),
                        Utc.moment(row.getObject("changed_at", LocalDateTime.class))))
                .list();
    }

    /** The issue as it was at the end of a sitting. */
    public Draft remembered(Actor animator, long issue, long sitting) {
        queries.forWriting(animator, issue);
        return jdbc.sql("SELECT document FROM newsletter_history WHERE id = ? AND issue_id = ?")
                .params(sitting, issue)
                .query(String.class)
                .optional()
                .map(json::draft)
                .orElseThrow(() -> new NotFoundException("sitting"));
    }

    /** Says that the writer has the issue open, and learns what others do. */
    @Transactional
    public Others present(Actor animator, long issue) {
        Issue stored = queries.forWriting(animator, issue);
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO newsletter_writer (issue_id, person_id, seen_at) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)""").params(issue, animator.person().value(), Utc.column(now)).update();
        List<String> names = jdbc.sql("""
                        SELECT p.name FROM newsletter_writer w JOIN person p ON p.id = w.person_id
                        WHERE w.issue_id = ? AND w.person_id <> ? AND w.seen_at > ? ORDER BY p.name""")
                .params(issue, animator.person().value(), Utc.column(now.minus(PRESENT)))
                .query(String.class)
                .list();
        return new Others(stored.version(), stored.isPublished(), names);
    }

    /** The writer closed the issue. */
    @Transactional
    public void left(Actor animator, long issue) {
        jdbc.sql("DELETE FROM newsletter_writer WHERE issue_id = ? AND person_id = ?")
                .params(issue, animator.person().value())
                .update();
    }

    private void remember(Actor animator, Issue stored, Draft draft) {
        Instant now = clock.instant();
        String document = json.write(draft);
        @Nullable
        Last last = jdbc.sql("""
                        SELECT id, person_id, began_at FROM newsletter_history WHERE issue_id = ?
                        ORDER BY id DESC LIMIT 1""")
                .param(stored.id())
                .query((row, n) -> new Last(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        Utc.moment(row.getObject("began_at", LocalDateTime.class))))
                .optional()
                .orElse(null);
        if (last != null
                && last.person == animator.person().value()
                && last.began.plus(SITTING).isAfter(now)) {
            jdbc.sql("UPDATE newsletter_history SET version = ?, changed_at = ?, document = ? WHERE id = ?")
                    .params(stored.version() + 1, Utc.column(now), document, last.id)
                    .update();
            return;
        }
        jdbc.sql("""
                        INSERT INTO newsletter_history (issue_id, version, person_id, began_at, changed_at, document)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        stored.id(),
                        stored.version() + 1,
                        animator.person().value(),
                        Utc.column(now),
                        Utc.column(now),
                        document)
                .update();
    }

    private Issue requireDraft(Actor animator, long id) {
        Issue issue = queries.forWriting(animator, id);
        if (issue.isPublished()) {
            throw new StaleEdit("issue");
        }
        return issue;
    }

    /** Things and pictures of other clusters are not there. What stood there already may have gone since. */
    private void requireOurs(Actor animator, Draft draft, Draft before) {
        var check = InvalidInput.check();
        List<Block> blocks = draft.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block was = before.blocks().stream()
                    .filter(other -> other.id().equals(block.id()) && other.kind() == block.kind())
                    .findFirst()
                    .orElse(null);
            Long thing = block.thing();
            check.that(
                    thing == null
                            || (was != null && Objects.equals(was.thing(), thing))
                            || sources.card(animator.cluster(), block, draft.language())
                                    .isPresent(),
                    "blocks." + i,
                    Message.of("newsletter.error.thing-gone"));
            Long picture = block.picture();
            check.that(
                    picture == null
                            || (was != null && Objects.equals(was.picture(), picture))
                            || isOurs(animator, picture),
                    "blocks." + i,
                    Message.of("newsletter.error.picture-gone"));
        }
        check.orThrow();
    }

    /** @throws InvalidInput when a thing or a picture of the draft is gone */
    void requireWhole(Actor animator, Draft draft) {
        requireOurs(animator, draft, draft.with(List.of()));
    }

    private boolean isOurs(Actor animator, long picture) {
        return jdbc.sql("SELECT COUNT(*) FROM picture WHERE id = ? AND cluster_id = ?")
                        .params(picture, animator.cluster().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private record Last(long id, long person, Instant began) {}

    /**
     * What was kept.
     *
     * @param draft what stands there now: the writer's, joined with what others wrote
     * @param clashes where both changed the same words; the writer's stand
     */
    public record Kept(int version, Draft draft, List<Merge.Clash> clashes) {}

    /** One line of the history. */
    public record Sitting(long id, String writer, Instant began, Instant changed) {}

    /**
     * What others do with an issue.
     *
     * @param version of the issue now
     * @param names who else has it open
     */
    public record Others(int version, boolean published, List<String> names) {}
}
