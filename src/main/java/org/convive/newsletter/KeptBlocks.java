package org.convive.newsletter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blocks that a cluster's animators keep to use them again in other letters. */
@Service
public class KeptBlocks {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final DraftJson json;
    private final Clock clock;

    KeptBlocks(JdbcClient jdbc, DraftJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a copy of a block under its first words. */
    @Transactional
    public void keep(Actor animator, Block block) {
        animator.requireAnimator();
        String name = block.title().isBlank() ? block.body().isBlank() ? block.alt() : block.body() : block.title();
        String line = name.strip().lines().findFirst().orElse("");
        jdbc.sql("""
                        INSERT INTO newsletter_kept_block (cluster_id, name, document, person_id, kept_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        animator.cluster().value(),
                        line.length() > 200 ? line.substring(0, line.offsetByCodePoints(0, 100)) : line,
                        json.write(block),
                        animator.person().value(),
                        Utc.column(clock.instant()))
                .update();
    }

    /** What the cluster keeps, the newest first. */
    public List<Kept> all(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql("""
                        SELECT id, name, document, kept_at FROM newsletter_kept_block WHERE cluster_id = ?
                        ORDER BY id DESC LIMIT ?""")
                .params(animator.cluster().value(), MOST)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        row.getString("name"),
                        json.block(row.getString("document")),
                        Utc.moment(row.getObject("kept_at", LocalDateTime.class))))
                .list();
    }

    /** Does not keep it any longer; letters that use it stay as they are. */
    @Transactional
    public void forget(Actor animator, long id) {
        animator.requireAnimator();
        int deleted = jdbc.sql("DELETE FROM newsletter_kept_block WHERE id = ? AND cluster_id = ?")
                .params(id, animator.cluster().value())
                .update();
        if (deleted == 0) {
            throw new NotFoundException("block");
        }
    }

    /** A block that is kept. */
    public record Kept(long id, String name, Block block, java.time.Instant at) {}
}
