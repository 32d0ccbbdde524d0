package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The versions of a means' rules and terms. Each change of either makes a new version; a booking names the one it was
 * made under, so what was agreed can be read and printed for ever.
 */
@Service
public class LendingTerms {
    /** The rules as data, copied from the means by the database itself. */
    private static final String SNAPSHOT = """
            JSON_OBJECT('time_zone', m.time_zone, 'opening_hours', m.opening_hours, 'set_up_minutes', m.set_up_minutes,
                        'tear_down_minutes', m.tear_down_minutes, 'min_minutes', m.min_minutes,
                        'max_minutes', m.max_minutes, 'notice_minutes', m.notice_minutes,
                        'horizon_days', m.horizon_days, 'slot_minutes', m.slot_minutes, 'holidays', m.holidays,
                        'exceptions', m.exceptions, 'free_busy', m.free_busy, 'chosen_only', m.chosen_only,
                        'certificate', m.certificate, 'approval', m.approval, 'answer_minutes', m.answer_minutes,
                        'hold_minutes', m.hold_minutes, 'quota_minutes', COALESCE(m.quota_minutes, 0),
                        'cancel_minutes', m.cancel_minutes, 'deposit', m.deposit, 'price', m.price,
                        'chosen', (SELECT GROUP_CONCAT(c.organisation_id ORDER BY c.organisation_id) FROM means_company c
                                   WHERE c.means_id = m.id AND c.may_book = 1),
                        'trusted', (SELECT GROUP_CONCAT(c.organisation_id ORDER BY c.organisation_id)
                                    FROM means_company c WHERE c.means_id = m.id AND c.trusted = 1))""";

    private static final String READ = "SELECT t.id, t.number, t.terms, t.created_at, p.name AS person_name,"
            + " m.id AS means_id, m.name AS means_name, o.name AS owner_name,"
            + List.of(
                            "time_zone",
                            "opening_hours",
                            "set_up_minutes",
                            "tear_down_minutes",
                            "min_minutes",
                            "max_minutes",
                            "notice_minutes",
                            "horizon_days",
                            "slot_minutes",
                            "holidays",
                            "exceptions",
                            "free_busy",
                            "chosen_only",
                            "certificate",
                            "approval",
                            "answer_minutes",
                            "hold_minutes",
                            "quota_minutes",
                            "cancel_minutes",
                            "deposit",
                            "price",
                            "chosen",
                            "trusted")
                    .stream()
                    .map(name -> " JSON_VALUE(t.rules, '$." + name + "') AS " + name)
                    .collect(Collectors.joining(","))
            + " FROM means_terms t JOIN means m ON m.id = t.means_id JOIN organisation o ON o.id = m.organisation_id"
            + " JOIN person p ON p.id = t.person_id WHERE m.cluster_id = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    LendingTerms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param number counts from 1 within the means
     * @param text Markdown, empty when the owner has no terms
     */
    public record Version(
            long id,
            int number,
            MeansId means,
            String meansName,
            String ownerName,
            String personName,
            Instant at,
            BookingRules rules,
            Lending lending,
            String price,
            String text) {}

    /**
     * Within the transaction that wrote the means: its companies, and a new version when anything changed.
     *
     * @return the number of the new version; 0 when nothing changed
     */
    int write(Actor actor, MeansId id, MeansDraft draft) {
        writeCompanies(actor, id, draft.lending());
        Optional<Integer> last = jdbc.sql("SELECT MAX(number) FROM means_terms WHERE means_id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional();
        int number = last.orElse(0);
        boolean same = number > 0
                && jdbc.sql(
                                "SELECT EXISTS (SELECT 1 FROM means m JOIN means_terms t ON t.means_id = m.id AND t.number = ?"
                                        + " WHERE m.id = ? AND t.terms = ? AND JSON_EQUALS(t.rules, " + SNAPSHOT + "))")
                        .params(number, id.value(), draft.terms().strip())
                        .query(Boolean.class)
                        .single();
        if (same) {
            return 0;
        }
        jdbc.sql("INSERT INTO means_terms (means_id, number, rules, terms, person_id, created_at) SELECT m.id, ?, "
                        + SNAPSHOT + ", ?, ?, ? FROM means m WHERE m.id = ?")
                .params(
                        number + 1,
                        draft.terms().strip(),
                        actor.person().value(),
                        Utc.column(clock.instant()),
                        id.value())
                .update();
        jdbc.sql("UPDATE means SET terms_id = LAST_INSERT_ID() WHERE id = ?")
                .param(id.value())
                .update();
        return number + 1;
    }

    private void writeCompanies(Actor actor, MeansId id, Lending lending) {
        jdbc.sql("DELETE FROM means_company WHERE means_id = ?")
                .param(id.value())
                .update();
        var all = new TreeSet<Long>();
        lending.chosen().forEach(one -> all.add(one.value()));
        lending.trusted().forEach(one -> all.add(one.value()));
        for (long company : all) {
            int written = jdbc.sql("INSERT INTO means_company (means_id, organisation_id, may_book, trusted)"
                            + " SELECT ?, o.id, ?, ? FROM organisation o WHERE o.id = ? AND o.cluster_id = ?")
                    .params(
                            id.value(),
                            lending.chosen().contains(new OrganisationId(company)),
                            lending.trusted().contains(new OrganisationId(company)),
                            company,
                            actor.cluster().value())
                    .update();
            if (written == 0) {
                throw new InvalidInput("chosen", Message.of("means.error.company"));
            }
        }
    }

    /**
     * A version by its id.
     *
     * @throws NotFoundException when it is not of a means of the actor's cluster
     */
    public Version get(Actor actor, long id) {
        return jdbc.sql(READ + "AND t.id = ?")
                .params(actor.cluster().value(), id)
                .query(LendingTerms::version)
                .optional()
                .orElseThrow(() -> new NotFoundException("terms"));
    }

    /** All versions of a means, newest first. */
    public List<Version> of(Actor actor, MeansId means) {
        return jdbc.sql(READ + "AND t.means_id = ? ORDER BY t.number DESC LIMIT 100")
                .params(actor.cluster().value(), means.value())
                .query(LendingTerms::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getInt("number"),
                new MeansId(row.getLong("means_id")),
                row.getString("means_name"),
                row.getString("owner_name"),
                row.getString("person_name"),
                Utc.moment(row.getObject("created_at", LocalDateTime.class)),
                Bookable.rules(row),
                Bookable.lending(row),
                Objects.requireNonNullElse(row.getString("price"), ""),
                row.getString("terms"));
    }
}
