package org.convive.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the mailbox was read, and which node reads it now. */
@Component
class InboxRows {
    static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InboxRows(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // As those who handle mail want it: what others did meanwhile is seen.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** All of it in one transaction, or nothing of it. */
    void together(Runnable deed) {
        transaction.executeWithoutResult(status -> deed.run());
    }

    /** @return whether this node is the one that reads the mailbox for the next minutes */
    boolean hold(String mailbox, String node) {
        jdbc.sql("INSERT IGNORE INTO mail_inbox (mailbox) VALUES (?)")
                .param(mailbox)
                .update();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                        UPDATE mail_inbox SET holder = :node, lease_until = :until
                        WHERE mailbox = :mailbox
                          AND (holder IS NULL OR holder = :node OR lease_until IS NULL OR lease_until < :now)""")
                        .param("node", node)
                        .param("until", Utc.column(now.plus(LEASE)))
                        .param("mailbox", mailbox)
                        .param("now", Utc.column(now))
                        .update()
                == 1;
    }

    /** Another node may read at once. */
    void release(String mailbox, String node) {
        jdbc.sql("UPDATE mail_inbox SET lease_until = NULL, holder = NULL WHERE mailbox = ? AND holder = ?")
                .params(mailbox, node)
                .update();
    }

    /** The last message that was handled; 0 when the server numbers its messages anew. */
    long lastRead(String mailbox, long validity) {
        jdbc.sql("UPDATE mail_inbox SET validity = ?, last_uid = 0, attempts = 0 WHERE mailbox = ? AND validity <> ?")
                .params(validity, mailbox, validity)
                .update();
        return jdbc.sql("SELECT last_uid FROM mail_inbox WHERE mailbox = ?")
                .param(mailbox)
                .query(Long.class)
                .single();
    }

    void read(String mailbox, long uid) {
        jdbc.sql("UPDATE mail_inbox SET last_uid = ?, attempts = 0 WHERE mailbox = ? AND last_uid < ?")
                .params(uid, mailbox, uid)
                .update();
    }

    /** @return how often the next message has failed, this time included */
    int failed(String mailbox) {
        jdbc.sql("UPDATE mail_inbox SET attempts = attempts + 1 WHERE mailbox = ?")
                .param(mailbox)
                .update();
        return jdbc.sql("SELECT attempts FROM mail_inbox WHERE mailbox = ?")
                .param(mailbox)
                .query(Integer.class)
                .single();
    }
}
