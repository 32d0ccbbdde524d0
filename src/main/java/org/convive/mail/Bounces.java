package org.convive.mail;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.convive.shared.EmailAddress;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes in the ledger what mail servers report back, and suppresses addresses by {@link BouncePolicy}. */
@Component
class Bounces {
    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final Clock clock;

    Bounces(JdbcClient jdbc, Suppressions suppressions, Clock clock) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * Notes one report; the same report again changes nothing.
     *
     * @return whether it is about a message of ours
     */
    @Transactional
    public boolean note(DeliveryReport report) {
        Optional<Row> found = row(report);
        found.ifPresent(row -> {
            if (report.outcome() == DeliveryReport.Outcome.FAILED) {
                failed(row, report);
            }
        });
        return found.isPresent();
    }

    private void failed(Row row, DeliveryReport report) {
        boolean hard = BouncePolicy.isHard(report.status());
        LocalDateTime now = Utc.column(clock.instant());
        int fresh = jdbc.sql("""
                        INSERT IGNORE INTO mail_bounce (delivery_id, hard, address, status, diagnostic, reported_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        row.id(),
                        hard,
                        row.address(),
                        Ledger.cut(report.status(), 20),
                        Ledger.cut(report.diagnostic(), 500),
                        now)
                .update();
        // Uncertain, or still on the line as far as we know: the mail server had taken it, and nobody sends it again.
        jdbc.sql("""
                        UPDATE mail_delivery SET state = 'BOUNCED', error = ?, changed_at = ?, claim = NULL,
                               claimed_by = NULL, lease_until = NULL
                        WHERE id = ? AND state IN ('SENT', 'UNCERTAIN', 'CLAIMED')""")
                .params(Ledger.cut(report.status() + " " + report.diagnostic(), 500), now, row.id())
                .update();
        if (fresh == 0) {
            return;
        }
        int soft = jdbc.sql("SELECT COUNT(*) FROM mail_bounce WHERE address = ? AND NOT hard AND reported_at > ?")
                .params(row.address(), Utc.column(clock.instant().minus(BouncePolicy.SOFT_WINDOW)))
                .query(Integer.class)
                .single();
        if (BouncePolicy.suppresses(hard, soft) && EmailAddress.isValid(row.address())) {
            suppressions.add(
                    new EmailAddress(row.address()),
                    hard ? Suppressions.Reason.HARD_BOUNCE : Suppressions.Reason.SOFT_BOUNCES,
                    report.status() + " " + report.diagnostic());
        }
    }

    /** By the return path first; where the mail server knows no plus, by the Message-ID of what came back. */
    private Optional<Row> row(DeliveryReport report) {
        return report.returnPath()
                .flatMap(path -> find("id = ?", path.delivery()).filter(row -> path.isOf(row.messageId())))
                .or(() -> report.messageId().isEmpty() ? Optional.empty() : find("message_id = ?", report.messageId()));
    }

    private Optional<Row> find(String where, Object value) {
        return jdbc.sql("SELECT id, address, message_id FROM mail_delivery WHERE " + where)
                .param(value)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("address"), row.getString("message_id")))
                .optional();
    }

    private record Row(long id, String address, String messageId) {}
}
