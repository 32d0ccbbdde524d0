package org.convive.means;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shares, describes and withdraws means; deeds of the owner's manager or an animator. */
@Service
public class MeansService {
    private final JdbcClient jdbc;
    private final BookingTransactions transactions;
    private final MeansQueries queries;
    private final LendingTerms terms;
    private final Offers offers;
    private final AuditTrail audit;
    private final Clock clock;

    MeansService(
            JdbcClient jdbc,
            BookingTransactions transactions,
            MeansQueries queries,
            LendingTerms terms,
            Offers offers,
            AuditTrail audit,
            Clock clock) {
        this.terms = terms;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.queries = queries;
        this.offers = offers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidInput with all that is wrong with a description */
    public void check(MeansDraft draft) {
        MeansChecks.require(draft);
    }

    /** Offers a means of an organisation to the cluster. */
    @Transactional
    public MeansId share(Actor actor, OrganisationId owner, MeansDraft draft) {
        actor.requireVoiceOf(owner);
        requireHere(actor, owner);
        MeansChecks.require(draft);
        requirePicture(actor, draft);
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO means (cluster_id, organisation_id, kind, name, description, picture_id, place, price,
                                           time_zone, opening_hours, set_up_minutes, tear_down_minutes, min_minutes,
                                           max_minutes, notice_minutes, horizon_days, slot_minutes, holidays,
                                           exceptions, free_busy, chosen_only, certificate, approval, answer_minutes,
                                           hold_minutes, quota_minutes, cancel_minutes, deposit, terms_asked, contact,
                                           capacity, latitude, longitude, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                                ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(owner.value())
                .params(columns(draft))
                .param(Utc.column(clock.instant()))
                .update(key, "id");
        var id = new MeansId(Objects.requireNonNull(key.getKey()).longValue());
        writeUnits(id, draft.units());
        writeCapabilities(id, draft.capabilities());
        var unused = terms.write(actor, id, draft);
        audit.record(actor, "means.shared", "means:" + id, draft.name());
        return id;
    }

    /**
     * Changes what is said of a means, its rules and its units. Bookings made under the old rules stay as they are.
     *
     * @param version the one that was read
     * @throws StaleEdit when somebody else changed it since
     * @throws InvalidInput also when a unit with bookings ahead would go
     */
    public void change(Actor actor, MeansId id, MeansDraft draft, int version) {
        MeansDetail before = queries.get(actor, id);
        actor.requireVoiceOf(before.means().owner());
        MeansChecks.require(draft);
        requirePicture(actor, draft);
        transactions.run(
                () -> {
                    write(actor, id, draft, version);
                    retireMissing(before.means().units(), draft.units());
                    writeUnits(id, draft.units());
                    jdbc.sql("DELETE FROM means_capability WHERE means_id = ?")
                            .param(id.value())
                            .update();
                    writeCapabilities(id, draft.capabilities());
                    int number = terms.write(actor, id, draft);
                    audit.record(actor, "means.changed", "means:" + id, draft.name());
                    if (number > 0) {
                        audit.record(actor, "means.terms", "means:" + id, String.valueOf(number));
                    }
                    // More units, or shorter pauses, may be what somebody waits for.
                    offers.ofAllAhead(actor.cluster(), id);
                    return true;
                },
                done -> true);
    }

    /** Takes a means off the list, or puts it back; its bookings stay. */
    public void withdraw(Actor actor, MeansId id, boolean withdrawn) {
        MeansDetail before = queries.get(actor, id);
        actor.requireVoiceOf(before.means().owner());
        transactions.run(
                () -> {
                    jdbc.sql("""
                                    UPDATE means SET booking_seq = booking_seq + 1, withdrawn = ?, version = version + 1
                                    WHERE id = ? AND cluster_id = ?""")
                            .params(withdrawn, id.value(), actor.cluster().value())
                            .update();
                    audit.record(
                            actor,
                            withdrawn ? "means.withdrawn" : "means.returned",
                            "means:" + id,
                            before.means().name());
                    if (!withdrawn) {
                        offers.ofAllAhead(actor.cluster(), id);
                    }
                    return true;
                },
                done -> true);
    }

    /** First statement of the transaction: the sequence row, as every writer of occupancy does. */
    private void write(Actor actor, MeansId id, MeansDraft draft, int version) {
        int written = jdbc.sql("""
                        UPDATE means SET booking_seq = booking_seq + 1, version = version + 1, kind = ?, name = ?,
                               description = ?, picture_id = ?, place = ?, price = ?, time_zone = ?, opening_hours = ?,
                               set_up_minutes = ?, tear_down_minutes = ?, min_minutes = ?, max_minutes = ?,
                               notice_minutes = ?, horizon_days = ?, slot_minutes = ?, holidays = ?, exceptions = ?,
                               free_busy = ?, chosen_only = ?, certificate = ?, approval = ?, answer_minutes = ?,
                               hold_minutes = ?, quota_minutes = ?, cancel_minutes = ?, deposit = ?, terms_asked = ?,
                               contact = ?, capacity = ?, latitude = ?, longitude = ?
                        WHERE id = ? AND cluster_id = ? AND version = ?""")
                .params(columns(draft))
                .param(id.value())
                .param(actor.cluster().value())
                .param(version)
                .update();
        if (written == 0) {
            throw new StaleEdit("means");
        }
    }

    /** In the order of both statements. */
    private static List<@Nullable Object> columns(MeansDraft draft) {
        BookingRules rules = draft.rules();
        Lending lending = draft.lending();
        return Arrays.asList(
                draft.kind().name(),
                draft.name().strip(),
                draft.description(),
                draft.picture(),
                draft.place().strip(),
                draft.price().strip(),
                rules.zone().getId(),
                rules.hours().write(),
                rules.setUp().toMinutes(),
                rules.tearDown().toMinutes(),
                rules.shortest().toMinutes(),
                rules.longest().toMinutes(),
                rules.notice().toMinutes(),
                rules.horizonDays(),
                rules.slot().toMinutes(),
                rules.closures().holidays(),
                rules.closures().write(),
                lending.freeBusy(),
                lending.chosenOnly(),
                lending.certificate().strip(),
                lending.approval(),
                lending.answerWithin().toMinutes(),
                lending.holdFor().toMinutes(),
                lending.quota() == null ? null : lending.quota().toMinutes(),
                lending.freeCancelling().toMinutes(),
                lending.deposit().strip(),
                !draft.terms().isBlank(),
                draft.contact().strip(),
                draft.capacity(),
                draft.at() == null ? null : draft.at().latitude(),
                draft.at() == null ? null : draft.at().longitude());
    }

    private void retireMissing(List<Unit> before, List<UnitDraft> after) {
        Set<Long> kept =
                after.stream().map(UnitDraft::id).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Unit unit : before) {
            if (!kept.contains(unit.id())) {
                retire(unit);
            }
        }
    }

    private void retire(Unit unit) {
        boolean promised = jdbc.sql("SELECT EXISTS (SELECT 1 FROM occupancy WHERE unit_id = ? AND ends > ?)")
                .params(unit.id(), Utc.column(clock.instant()))
                .query(Boolean.class)
                .single();
        if (promised) {
            throw new InvalidInput("units", Message.of("means.error.unit-promised", unit.name()));
        }
        jdbc.sql("UPDATE means_unit SET retired = 1 WHERE id = ?")
                .param(unit.id())
                .update();
    }

    private void writeUnits(MeansId id, List<UnitDraft> units) {
        int position = 0;
        for (UnitDraft unit : units) {
            position++;
            if (unit.id() == null) {
                jdbc.sql("INSERT INTO means_unit (means_id, position, name) VALUES (?, ?, ?)")
                        .params(id.value(), position, unit.name().strip())
                        .update();
            } else {
                jdbc.sql("UPDATE means_unit SET position = ?, name = ? WHERE id = ? AND means_id = ?")
                        .params(position, unit.name().strip(), unit.id(), id.value())
                        .update();
            }
        }
    }

    private void writeCapabilities(MeansId id, List<String> labels) {
        for (String label : labels) {
            jdbc.sql("INSERT IGNORE INTO means_capability (means_id, label) VALUES (?, ?)")
                    .params(id.value(), label.strip())
                    .update();
        }
    }

    private void requireHere(Actor actor, OrganisationId owner) {
        boolean here = jdbc.sql("SELECT EXISTS (SELECT 1 FROM organisation WHERE id = ? AND cluster_id = ?)")
                .params(owner.value(), actor.cluster().value())
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new NotFoundException("organisation");
        }
    }

    private void requirePicture(Actor actor, MeansDraft draft) {
        if (draft.picture() == null) {
            return;
        }
        boolean here = jdbc.sql("SELECT EXISTS (SELECT 1 FROM picture WHERE id = ? AND cluster_id = ?)")
                .params(draft.picture(), actor.cluster().value())
                .query(Boolean.class)
                .single();
        InvalidInput.check()
                .that(here, "picture", Message.of("means.error.picture"))
                .orThrow();
    }
}
