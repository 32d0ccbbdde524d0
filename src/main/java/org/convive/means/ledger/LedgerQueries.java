package org.convive.means.ledger;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.shared.Money;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a company gave and took; read by its own people and by the animators. */
@Service
public class LedgerQueries {
    private final JdbcClient jdbc;
    private final LedgerRows rows;

    LedgerQueries(JdbcClient jdbc, LedgerRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @throws NotFoundException when the actor may not know, or there is no such company here */
    private String requireReader(Actor actor, OrganisationId company) {
        if (!actor.isAnimator() && !company.equals(actor.organisation())) {
            throw new NotFoundException("organisation");
        }
        return jdbc.sql("SELECT name FROM organisation WHERE id = ? AND cluster_id = ?")
                .params(company.value(), actor.cluster().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("organisation"));
    }

    /** How a company stands with each partner, netted; what is even is left out. */
    public List<Balance> balances(Actor actor, OrganisationId company) {
        requireReader(actor, company);
        return jdbc.sql("""
                        SELECT p.partner_id, o.name, p.account, p.currency, SUM(p.amount) AS amount
                        FROM ledger_posting p JOIN organisation o ON o.id = p.partner_id
                        WHERE p.organisation_id = ? GROUP BY p.partner_id, o.name, p.account, p.currency
                        HAVING SUM(p.amount) <> 0 ORDER BY o.name, p.account, p.currency""")
                .param(company.value())
                .query((row, n) -> new Balance(
                        new OrganisationId(row.getLong("partner_id")),
                        row.getString("name"),
                        Account.valueOf(row.getString("account")),
                        Money.of(row.getLong("amount"), row.getString("currency"))))
                .list();
    }

    /** The newest lines of a company, with one partner or all. */
    public List<LedgerLine> lines(
            Actor actor, OrganisationId company, @Nullable OrganisationId partner, int offset, int limit) {
        requireReader(actor, company);
        var args = new ArrayList<Object>(List.of(actor.cluster().value(), company.value(), company.value()));
        String where = "AND (l.giver_id = ? OR l.taker_id = ?) ";
        if (partner != null) {
            where += "AND (l.giver_id = ? OR l.taker_id = ?) ";
            args.add(partner.value());
            args.add(partner.value());
        }
        args.add(limit);
        args.add(offset);
        return rows.lines(where + "ORDER BY l.id DESC LIMIT ? OFFSET ?", args.toArray());
    }

    /** What a booking came to, counter-entries included. */
    public List<LedgerLine> ofBooking(Actor actor, BookingId booking) {
        return rows.lines("AND l.booking_id = ? ORDER BY l.id", actor.cluster().value(), booking.value()).stream()
                .filter(one -> actor.isAnimator() || one.concerns(actor.organisation()))
                .toList();
    }

    /** The counter-entries of a line, in order. */
    public List<LedgerLine> corrections(Actor actor, long line) {
        return rows.lines("AND l.corrects_id = ? ORDER BY l.id", actor.cluster().value(), line).stream()
                .filter(one -> actor.isAnimator() || one.concerns(actor.organisation()))
                .toList();
    }

    /** A company's month, in the cluster's time zone. */
    public Statement statement(Actor actor, OrganisationId company, YearMonth month) {
        String name = requireReader(actor, company);
        ZoneId zone = actor.zone();
        LocalDateTime from = Utc.column(month.atDay(1).atStartOfDay(zone).toInstant());
        LocalDateTime to =
                Utc.column(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        List<Statement.Row> partners = jdbc.sql("""
                        SELECT p.partner_id, o.name, p.account, p.currency,
                               SUM(IF(p.posted_at < :from, p.amount, 0)) AS opening,
                               SUM(IF(p.posted_at >= :from AND l.kind <> 'PAYMENT' AND l.giver_id = :company, p.amount, 0))
                                   AS given,
                               SUM(IF(p.posted_at >= :from AND l.kind <> 'PAYMENT' AND l.taker_id = :company, p.amount, 0))
                                   AS taken,
                               SUM(IF(p.posted_at >= :from AND l.kind = 'PAYMENT', p.amount, 0)) AS paid,
                               SUM(p.amount) AS closing
                        FROM ledger_posting p JOIN ledger_line l ON l.id = p.line_id
                        JOIN organisation o ON o.id = p.partner_id
                        WHERE p.organisation_id = :company AND p.posted_at < :to
                        GROUP BY p.partner_id, o.name, p.account, p.currency
                        HAVING opening <> 0 OR given <> 0 OR taken <> 0 OR paid <> 0
                        ORDER BY o.name, p.account, p.currency""")
                .param("company", company.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> {
                    String currency = row.getString("currency");
                    return new Statement.Row(
                            new OrganisationId(row.getLong("partner_id")),
                            row.getString("name"),
                            Account.valueOf(row.getString("account")),
                            Money.of(row.getLong("opening"), currency),
                            Money.of(row.getLong("given"), currency),
                            Money.of(row.getLong("taken"), currency),
                            Money.of(row.getLong("paid"), currency),
                            Money.of(row.getLong("closing"), currency));
                })
                .list();
        List<LedgerLine> lines = rows.lines(
                "AND (l.giver_id = ? OR l.taker_id = ?) AND l.posted_at >= ? AND l.posted_at < ? ORDER BY l.id LIMIT 5000",
                actor.cluster().value(),
                company.value(),
                company.value(),
                from,
                to);
        return new Statement(company, name, month, partners, lines);
    }
}
