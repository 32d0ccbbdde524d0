package org.convive.means.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.means.BookingId;
import org.convive.shared.ClusterId;
import org.convive.shared.Money;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of the ledger. There is none that edits or deletes a line. */
@Component
class LedgerRows {
    static final String LINE = """
            SELECT l.*, g.name AS giver_name, t.name AS taker_name, COALESCE(m.name, '') AS means_name,
                   COALESCE(p.name, '') AS person_name,
                   (SELECT w.kind FROM ledger_word w WHERE w.line_id = l.id ORDER BY w.id DESC LIMIT 1) AS last_word,
                   (SELECT w.words FROM ledger_word w WHERE w.line_id = l.id ORDER BY w.id DESC LIMIT 1) AS said
            FROM ledger_line l JOIN organisation g ON g.id = l.giver_id JOIN organisation t ON t.id = l.taker_id
            LEFT JOIN means m ON m.id = l.means_id LEFT JOIN person p ON p.id = l.person_id
            WHERE l.cluster_id = ?\s""";

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line to be written. */
    record Entry(
            ClusterId cluster,
            LineKind kind,
            OrganisationId giver,
            OrganisationId taker,
            Account account,
            Money amount,
            @Nullable Long booking,
            @Nullable Long means,
            @Nullable Long corrects,
            String words,
            @Nullable Integer usedMinutes,
            @Nullable BigDecimal meter,
            @Nullable PersonId person,
            String once) {}

    /** The first statement of every transaction that writes between two companies. */
    void lock(ClusterId cluster, OrganisationId one, OrganisationId other) {
        long low = Math.min(one.value(), other.value());
        long high = Math.max(one.value(), other.value());
        jdbc.sql("INSERT INTO ledger_pair (cluster_id, low_id, high_id, seq) VALUES (?, ?, ?, 1)"
                        + " ON DUPLICATE KEY UPDATE seq = seq + 1")
                .params(cluster.value(), low, high)
                .update();
    }

    /**
     * Writes a line and its two sides.
     *
     * @return its number; empty when a line with this key was written before
     */
    Optional<Long> write(Entry entry, Instant now) {
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO ledger_line (cluster_id, kind, giver_id, taker_id, account, amount, currency,
                                   booking_id, means_id, corrects_id, words, used_minutes, meter, person_id, posted_at,
                                   once_key)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(entry.cluster().value())
                    .param(entry.kind().name())
                    .param(entry.giver().value())
                    .param(entry.taker().value())
                    .param(entry.account().name())
                    .param(entry.amount().minor())
                    .param(entry.amount().currency())
                    .param(entry.booking())
                    .param(entry.means())
                    .param(entry.corrects())
                    .param(entry.words())
                    .param(entry.usedMinutes())
                    .param(entry.meter())
                    .param(entry.person() == null ? null : entry.person().value())
                    .param(Utc.column(now))
                    .param(entry.once())
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        long id = Objects.requireNonNull(key.getKey()).longValue();
        side(id, entry, entry.giver(), entry.taker(), entry.amount().minor(), now);
        side(
                id,
                entry,
                entry.taker(),
                entry.giver(),
                Math.negateExact(entry.amount().minor()),
                now);
        return Optional.of(id);
    }

    private void side(
            long line, Entry entry, OrganisationId company, OrganisationId partner, long amount, Instant now) {
        jdbc.sql("""
                        INSERT INTO ledger_posting (line_id, organisation_id, partner_id, cluster_id, account, currency,
                                                    amount, posted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        line,
                        company.value(),
                        partner.value(),
                        entry.cluster().value(),
                        entry.account().name(),
                        entry.amount().currency(),
                        amount,
                        Utc.column(now))
                .update();
    }

    /** What the partner owes the company on one account, as it stands under the lock, whatever was read before. */
    long balance(OrganisationId company, OrganisationId partner, Account account, String currency) {
        return jdbc.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE organisation_id = ?"
                        + " AND partner_id = ? AND account = ? AND currency = ? LOCK IN SHARE MODE")
                .params(company.value(), partner.value(), account.name(), currency)
                .query(Long.class)
                .single();
    }

    void word(long line, String kind, OrganisationId side, PersonId person, String words, Instant now) {
        jdbc.sql("INSERT INTO ledger_word (line_id, kind, organisation_id, person_id, at, words)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(line, kind, side.value(), person.value(), Utc.column(now), words)
                .update();
    }

    /** What corrections left of a line. */
    long left(long line) {
        return jdbc.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_line WHERE id = ? OR corrects_id = ?")
                .params(line, line)
                .query(Long.class)
                .single();
    }

    static LedgerLine line(ResultSet row, int number) throws SQLException {
        long booking = row.getLong("booking_id");
        long corrects = row.getLong("corrects_id");
        int minutes = row.getInt("used_minutes");
        boolean unknown = row.wasNull();
        String last = row.getString("last_word");
        LineState state =
                last == null ? LineState.OPEN : last.equals("DISPUTED") ? LineState.DISPUTED : LineState.CLEARED;
        String said = row.getString("said");
        return new LedgerLine(
                row.getLong("id"),
                LineKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getLong("giver_id")),
                row.getString("giver_name"),
                new OrganisationId(row.getLong("taker_id")),
                row.getString("taker_name"),
                Account.valueOf(row.getString("account")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                booking == 0 ? null : new BookingId(booking),
                row.getString("means_name"),
                corrects == 0 ? null : corrects,
                row.getString("words"),
                unknown ? null : minutes,
                row.getBigDecimal("meter"),
                row.getString("person_name"),
                Utc.moment(row.getObject("posted_at", LocalDateTime.class)),
                state,
                said == null ? "" : said);
    }

    List<LedgerLine> lines(String where, Object... args) {
        return jdbc.sql(LINE + where).params(args).query(LedgerRows::line).list();
    }
}
