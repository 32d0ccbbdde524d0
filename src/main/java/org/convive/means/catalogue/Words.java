package org.convive.means.catalogue;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words for what means can do: those that the animators proposed first, then what people used freely. Owners choose
 * from them, or write their own.
 */
@Service
public class Words {
    private final JdbcClient jdbc;

    Words(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param proposed by an animator, else used freely */
    public record Word(String label, boolean proposed, int used) {}

    /** All words of the cluster, in order of the alphabet. */
    public List<Word> all(Actor actor) {
        return jdbc.sql("""
                        SELECT label, MAX(proposed) AS proposed, SUM(used) AS used FROM (
                          SELECT label, 1 AS proposed, 0 AS used FROM means_word WHERE cluster_id = ?
                          UNION ALL
                          SELECT c.label, 0, 1 FROM means_capability c JOIN means m ON m.id = c.means_id
                          WHERE m.cluster_id = ? AND m.withdrawn = 0) word
                        GROUP BY label ORDER BY label LIMIT 1000""")
                .params(actor.cluster().value(), actor.cluster().value())
                .query((row, n) -> new Word(row.getString("label"), row.getBoolean("proposed"), row.getInt("used")))
                .list();
    }

    /** Proposes a word to everybody; an animator's deed. */
    @Transactional
    public void propose(Actor actor, String label) {
        actor.requireAnimator();
        InvalidInput.check().required(label, 100, "word").orThrow();
        jdbc.sql("INSERT IGNORE INTO means_word (cluster_id, label) VALUES (?, ?)")
                .params(actor.cluster().value(), label.strip())
                .update();
    }

    /** Proposes a word no longer; means that use it keep it. */
    @Transactional
    public void withdraw(Actor actor, String label) {
        actor.requireAnimator();
        jdbc.sql("DELETE FROM means_word WHERE cluster_id = ? AND label = ?")
                .params(actor.cluster().value(), label)
                .update();
    }
}
