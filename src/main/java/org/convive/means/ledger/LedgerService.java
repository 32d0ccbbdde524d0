package org.convive.means.ledger;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.MeansNotices;
import org.convive.means.ledger.LedgerRows.Entry;
import org.convive.means.telling.Crier;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the lines of give and take. Each transaction first touches the row of the pair of companies, so that what is
 * decided by their balance is decided one after the other; each line has two sides that sum to zero.
 */
@Service
public class LedgerService {
    private static final int ATTEMPTS = 10;

    private final LedgerRows rows;
    private final Crier crier;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerService(
            LedgerRows rows,
            Crier crier,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.crier = crier;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Corrects a line by a counter-entry: a part of it, or all.
     *
     * @param less how much less is owed, in minor units; positive, not more than what is left of the line
     * @param key the same for every repetition of one request
     */
    public void correct(Actor actor, long id, long less, String words, String key) {
        LedgerLine line = line(actor, id);
        actor.require(line.mayCorrect(actor), "only who is owed may correct");
        InvalidInput.check()
                .required(words, 500, "words")
                .required(key, 80, "idempotencyKey")
                .orThrow();
        again(() -> transaction.execute(status -> {
            rows.lock(actor.cluster(), line.giver(), line.taker());
            long left = rows.left(id);
            boolean before = jdbc.sql("SELECT EXISTS (SELECT 1 FROM ledger_line WHERE cluster_id = ? AND once_key = ?)")
                    .params(actor.cluster().value(), once(id, key))
                    .query(Boolean.class)
                    .single();
            if (before) {
                return true;
            }
            InvalidInput.check()
                    .that(less > 0 && less <= left, "amount", Message.of("means.ledger.error.less"))
                    .orThrow();
            var written = rows.write(
                    new Entry(
                            actor.cluster(),
                            LineKind.CORRECTION,
                            line.giver(),
                            line.taker(),
                            line.account(),
                            Money.of(-less, line.amount().currency()),
                            line.booking() == null ? null : line.booking().value(),
                            null,
                            id,
                            words.strip(),
                            null,
                            null,
                            actor.person(),
                            once(id, key)),
                    clock.instant());
            if (written.isPresent()) {
                if (line.state() == LineState.DISPUTED) {
                    rows.word(id, "CLEARED", side(actor, line), actor.person(), words.strip(), clock.instant());
                }
                record(actor, line, "ledger.corrected", words);
                tell(actor, line, "means.ledger.told.corrected", words);
            }
            return true;
        }));
    }

    private static String once(long id, String key) {
        return "correct:" + id + ":" + key.replaceAll("[^A-Za-z0-9-]", "");
    }

    /** One side does not agree; the line is left out of netting until that is cleared. */
    public void dispute(Actor actor, long id, String words) {
        say(actor, id, "DISPUTED", words);
    }

    /** The dispute is over and the line stands as it is. */
    public void clear(Actor actor, long id, String words) {
        say(actor, id, "CLEARED", words);
    }

    private void say(Actor actor, long id, String kind, String words) {
        LedgerLine read = line(actor, id);
        InvalidInput.check().required(words, 500, "words").orThrow();
        again(() -> transaction.execute(status -> {
            rows.lock(actor.cluster(), read.giver(), read.taker());
            LedgerLine line = line(actor, id);
            boolean dispute = kind.equals("DISPUTED");
            if (dispute && line.state() == LineState.DISPUTED || !dispute && line.state() != LineState.DISPUTED) {
                return true;
            }
            actor.require(
                    dispute ? line.mayDispute(actor) : line.mayClear(actor),
                    "only a manager of either side may say so");
            rows.word(id, kind, side(actor, line), actor.person(), words.strip(), clock.instant());
            record(actor, line, dispute ? "ledger.disputed" : "ledger.cleared", words);
            tell(actor, line, dispute ? "means.ledger.told.disputed" : "means.ledger.told.cleared", words);
            return true;
        }));
    }

    /**
     * What is due between two companies was paid: netted to one amount, disputed lines left out. A deed of who received
     * it, or of an animator.
     *
     * @param key the same for every repetition of one request
     * @return what was paid to the actor's company
     * @throws InvalidInput when nothing is due to it
     */
    public Money paid(Actor actor, OrganisationId receiver, OrganisationId payer, String currency, String key) {
        actor.requireVoiceOf(receiver);
        requireHere(actor, receiver);
        requireHere(actor, payer);
        InvalidInput.check().required(key, 80, "idempotencyKey").orThrow();
        String once = "paid:" + receiver + ":" + payer + ":" + key.replaceAll("[^A-Za-z0-9-]", "");
        return again(() -> transaction.execute(status -> {
            rows.lock(actor.cluster(), receiver, payer);
            var before = jdbc.sql("SELECT -amount FROM ledger_line WHERE cluster_id = ? AND once_key = ?")
                    .params(actor.cluster().value(), once)
                    .query(Long.class)
                    .optional();
            if (before.isPresent()) {
                return Money.of(before.get(), currency);
            }
            long due = rows.balance(receiver, payer, Account.DUE, currency) - disputed(receiver, payer, currency);
            InvalidInput.check()
                    .that(due > 0, "amount", Message.of("means.ledger.error.nothing-due"))
                    .orThrow();
            rows.write(
                            new Entry(
                                    actor.cluster(),
                                    LineKind.PAYMENT,
                                    receiver,
                                    payer,
                                    Account.DUE,
                                    Money.of(-due, currency),
                                    null,
                                    null,
                                    null,
                                    "",
                                    null,
                                    null,
                                    actor.person(),
                                    once),
                            clock.instant())
                    .ifPresent(id -> tell(actor, line(actor, id), "means.ledger.told.paid", ""));
            return Money.of(due, currency);
        }));
    }

    /** What is disputed between two companies, as the first one sees it. */
    private long disputed(OrganisationId company, OrganisationId partner, String currency) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(p.amount), 0) FROM ledger_posting p JOIN ledger_line l ON l.id = p.line_id
                        WHERE p.organisation_id = ? AND p.partner_id = ? AND p.account = 'DUE' AND p.currency = ?
                          AND (SELECT w.kind FROM ledger_word w WHERE w.line_id = COALESCE(l.corrects_id, l.id)
                               ORDER BY w.id DESC LIMIT 1) = 'DISPUTED'""")
                .params(company.value(), partner.value(), currency)
                .query(Long.class)
                .single();
    }

    /** @throws NotFoundException when there is none that concerns the actor */
    public LedgerLine line(Actor actor, long id) {
        return rows.lines("AND l.id = ?", actor.cluster().value(), id).stream()
                .filter(line -> actor.isAnimator() || line.concerns(actor.organisation()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("line"));
    }

    /** On the trail of the booking that the line is for. */
    private void record(Actor actor, LedgerLine line, String deed, String words) {
        if (line.booking() != null) {
            audit.record(actor, deed, "booking:" + line.booking(), words);
        }
    }

    private static OrganisationId side(Actor actor, LedgerLine line) {
        return line.taker().equals(actor.organisation()) ? line.taker() : line.giver();
    }

    private void requireHere(Actor actor, OrganisationId company) {
        boolean here = jdbc.sql("SELECT EXISTS (SELECT 1 FROM organisation WHERE id = ? AND cluster_id = ?)")
                .params(company.value(), actor.cluster().value())
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new NotFoundException("organisation");
        }
    }

    private void tell(Actor actor, LedgerLine line, String key, String words) {
        for (var side : Map.of(line.giver(), line.takerName(), line.taker(), line.giverName())
                .entrySet()) {
            if (!side.getKey().equals(actor.organisation())) {
                crier.tell(
                        actor.cluster(),
                        Set.copyOf(crier.voices(actor.cluster(), side.getKey())),
                        actor.person(),
                        MeansNotices.LEDGER,
                        Message.of(
                                key,
                                side.getValue(),
                                line.amount().isNegative() ? line.amount().negated() : line.amount()),
                        "c/" + actor.slug() + "/give-and-take/" + line.id(),
                        notice -> (words.isBlank()
                                        ? notice
                                        : notice.withWords(Message.of("means.use.told.words", words)))
                                .about("ledger:" + line.id()));
            }
        }
    }

    /** Two who write between the same companies at once may be told to try again. */
    private static <T> T again(Supplier<@org.jspecify.annotations.Nullable T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return java.util.Objects.requireNonNull(work.get());
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
