package org.convive.newsletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Issues and blocks as rows. Knows nothing of who may; its callers do. */
@Repository
class IssueRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    IssueRows(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Holds the issue until the end of the transaction. To be called before anything else is read: what a transaction
     * reads first decides what it sees of others.
     *
     * @return its version now
     */
    int lock(ClusterId cluster, long issue) {
        return jdbc.sql("SELECT version FROM newsletter_issue WHERE id = ? AND cluster_id = ? FOR UPDATE")
                .params(issue, cluster.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("issue"));
    }

    /**
     * The number of the letter that this transaction publishes. Another publication in the cluster waits until this one
     * ends, so that there are no gaps and no doubles; nothing else waits.
     */
    int nextNumber(ClusterId cluster) {
        jdbc.sql(
                        "INSERT INTO newsletter_number (cluster_id, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1")
                .param(cluster.value())
                .update();
        return jdbc.sql("SELECT last FROM newsletter_number WHERE cluster_id = ? FOR UPDATE")
                .param(cluster.value())
                .query(Integer.class)
                .single();
    }

    /** Writes a draft over the version that was read; false when there is another one meanwhile. */
    boolean store(ClusterId cluster, long issue, Draft draft, int version) {
        int updated = jdbc.sql("""
                        UPDATE newsletter_issue SET title = ?, introduction = ?, other_title = ?, other_introduction = ?,
                               language = ?, words = ?, plain = ?, changed_at = ?, version = version + 1
                        WHERE id = ? AND cluster_id = ? AND state = 'DRAFT' AND version = ?""")
                .params(
                        draft.title().strip(),
                        draft.introduction(),
                        draft.translated().title().strip(),
                        draft.translated().introduction(),
                        Translations.nearest(draft.language()).getLanguage(),
                        draft.words(),
                        draft.plain(),
                        Utc.column(clock.instant()),
                        issue,
                        cluster.value(),
                        version)
                .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql("DELETE FROM newsletter_block WHERE issue_id = ?").param(issue).update();
        List<Object[]> rows = new ArrayList<>();
        for (Block block : draft.blocks()) {
            rows.add(row(issue, rows.size(), block));
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    INSERT INTO newsletter_block (issue_id, position, block_id, kind, title, body, more, alt, decorative,
                           link, thing_id, picture_id, answers, other_title, other_body, other_more, other_alt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        }
        return true;
    }

    List<Block> blocks(long issue) {
        return jdbc.sql("SELECT * FROM newsletter_block WHERE issue_id = ? ORDER BY position")
                .param(issue)
                .query((row, n) -> block(row))
                .list();
    }

    /** The blocks of several issues, in one statement. */
    Map<Long, List<Block>> blocks(List<Long> issues) {
        Map<Long, List<Block>> all = new HashMap<>();
        if (!issues.isEmpty()) {
            jdbc.sql("SELECT * FROM newsletter_block WHERE issue_id IN (:issues) ORDER BY issue_id, position")
                    .param("issues", issues)
                    .query(row -> {
                        all.computeIfAbsent(row.getLong("issue_id"), issue -> new ArrayList<>())
                                .add(block(row));
                    });
        }
        return all;
    }

    static Draft draft(ResultSet row, List<Block> blocks) throws SQLException {
        return new Draft(
                row.getString("title"),
                row.getString("introduction"),
                Locale.of(row.getString("language")),
                blocks,
                new Draft.Opening(row.getString("other_title"), row.getString("other_introduction")));
    }

    private static Object[] row(long issue, int position, Block block) {
        return new Object[] {
            issue,
            position,
            block.id(),
            block.kind().name(),
            block.title().strip(),
            block.body(),
            block.more(),
            block.alt().strip(),
            block.decorative(),
            block.link().strip(),
            block.thing(),
            block.picture(),
            block.answers().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
            block.translated().title().strip(),
            block.translated().body(),
            block.translated().more(),
            block.translated().alt().strip()
        };
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(
                row.getString("block_id"),
                Block.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                row.getString("more"),
                row.getString("alt"),
                row.getBoolean("decorative"),
                row.getString("link"),
                row.getObject("thing_id", Long.class),
                row.getObject("picture_id", Long.class),
                answers(row.getString("answers")),
                new Block.Words(
                        row.getString("other_title"),
                        row.getString("other_body"),
                        row.getString("other_more"),
                        row.getString("other_alt")));
    }

    private static Set<Block.Answer> answers(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Block.Answer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
