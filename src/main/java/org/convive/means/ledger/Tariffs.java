package org.convive.means.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What using each means costs; every version stays. */
@Service
public class Tariffs {
    private final JdbcClient jdbc;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Tariffs(JdbcClient jdbc, MeansQueries queries, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** What using a means costs now. */
    public Tariff of(Actor actor, MeansId means) {
        return at(queries.get(actor, means).means().id(), clock.instant());
    }

    /** What using each means of the cluster costs now, read at once; a means without a tariff is not in it. */
    public Map<MeansId, Tariff> current(Actor actor) {
        var all = new HashMap<MeansId, Tariff>();
        jdbc.sql("SELECT means_id, version, currency, per_hour, per_day, per_meter, per_use, favour_up_to FROM tariff"
                        + " WHERE cluster_id = ? AND valid_from <= ? ORDER BY means_id, version")
                .params(actor.cluster().value(), Utc.column(clock.instant()))
                .query(row -> {
                    all.put(
                            new MeansId(row.getLong("means_id")),
                            new Tariff(
                                    row.getInt("version"),
                                    row.getString("currency"),
                                    row.getLong("per_hour"),
                                    row.getLong("per_day"),
                                    row.getLong("per_meter"),
                                    row.getLong("per_use"),
                                    row.getLong("favour_up_to")));
                });
        return all;
    }

    /** What it cost at a moment. */
    Tariff at(MeansId means, Instant moment) {
        return jdbc.sql(
                        "SELECT version, currency, per_hour, per_day, per_meter, per_use, favour_up_to, no_show FROM tariff"
                                + " WHERE means_id = ? AND valid_from <= ? ORDER BY version DESC LIMIT 1")
                .params(means.value(), Utc.column(moment))
                .query((row, n) -> new Tariff(
                        row.getInt("version"),
                        row.getString("currency"),
                        row.getLong("per_hour"),
                        row.getLong("per_day"),
                        row.getLong("per_meter"),
                        row.getLong("per_use"),
                        row.getLong("favour_up_to"),
                        row.getBoolean("no_show")))
                .optional()
                .orElse(Tariff.FREE);
    }

    /**
     * Sets what using a means costs from now on; a deed of its owner. Bookings made before keep the price of their time.
     *
     * @throws StaleEdit when somebody else changed it since
     */
    @Transactional
    public void set(Actor actor, MeansId id, Tariff tariff) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        tariff.require();
        int written = jdbc.sql("""
                        INSERT IGNORE INTO tariff (cluster_id, means_id, version, currency, per_hour, per_day, per_meter,
                                                   per_use, favour_up_to, no_show, valid_from, person_id)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL
                        WHERE (SELECT COALESCE(MAX(version), 0) FROM tariff WHERE means_id = ?) = ?""")
                .params(
                        actor.cluster().value(),
                        id.value(),
                        tariff.version() + 1,
                        tariff.currency(),
                        tariff.perHour(),
                        tariff.perDay(),
                        tariff.perMeter(),
                        tariff.perUse(),
                        tariff.favourUpTo(),
                        tariff.noShow(),
                        Utc.column(clock.instant()),
                        actor.person().value(),
                        id.value(),
                        tariff.version())
                .update();
        if (written == 0) {
            throw new StaleEdit("tariff");
        }
        audit.record(actor, "means.tariff", "means:" + id, means.name());
    }
}
