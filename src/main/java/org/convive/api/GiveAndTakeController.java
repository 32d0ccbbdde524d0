package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.MeansId;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.Balance;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.means.ledger.LineKind;
import org.convive.means.ledger.LineState;
import org.convive.means.ledger.Statement;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.watch.UnmetDemand;
import org.convive.means.watch.Utilisation;
import org.convive.means.watch.UtilisationQueries;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What using costs, what companies gave and took, and how much the means are used. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Give and take")
class GiveAndTakeController {
    private static final int MOST = 200;

    private final Actors actors;
    private final LedgerQueries queries;
    private final LedgerService ledger;
    private final Tariffs tariffs;
    private final UtilisationQueries utilisation;
    private final UnmetDemand demand;

    GiveAndTakeController(
            Actors actors,
            LedgerQueries queries,
            LedgerService ledger,
            Tariffs tariffs,
            UtilisationQueries utilisation,
            UnmetDemand demand) {
        this.actors = actors;
        this.queries = queries;
        this.ledger = ledger;
        this.tariffs = tariffs;
        this.utilisation = utilisation;
        this.demand = demand;
    }

    /** An amount in minor units of a currency (ISO 4217; XXX for credits). */
    record Amount(long minor, String currency) {
        static Amount of(Money money) {
            return new Amount(money.minor(), money.currency());
        }
    }

    /** How a company stands with a partner; positive is owed to it. */
    record BalanceBody(Named partner, Account account, Amount amount) {
        static BalanceBody of(Balance one) {
            return new BalanceBody(
                    new Named(one.partner().value(), one.partnerName()), one.account(), Amount.of(one.amount()));
        }
    }

    /** A line; what the taker owes the giver, negative in counter-entries and payments. */
    record LineBody(
            long id,
            LineKind kind,
            Named giver,
            Named taker,
            Account account,
            Amount amount,
            @Nullable Long booking,
            String means,

            @Schema(description = "The line that this one corrects") @Nullable
            Long corrects,

            LineState state,
            String words,
            OffsetDateTime posted) {

        static LineBody of(Actor actor, LedgerLine line) {
            return new LineBody(
                    line.id(),
                    line.kind(),
                    new Named(line.giver().value(), line.giverName()),
                    new Named(line.taker().value(), line.takerName()),
                    line.account(),
                    Amount.of(line.amount()),
                    line.booking() == null ? null : line.booking().value(),
                    line.meansName(),
                    line.corrects(),
                    line.state(),
                    line.words(),
                    Times.at(actor, line.posted()));
        }
    }

    /** A month with one partner; amounts as the company sees them. */
    record StatementRow(
            Named partner, Account account, Amount before, Amount given, Amount taken, Amount paid, Amount after) {
        static StatementRow of(Statement.Row row) {
            return new StatementRow(
                    new Named(row.partner().value(), row.partnerName()),
                    row.account(),
                    Amount.of(row.before()),
                    Amount.of(row.given()),
                    Amount.of(row.taken()),
                    Amount.of(row.paid()),
                    Amount.of(row.after()));
        }
    }

    /** A company's month. */
    record StatementBody(Named company, String month, List<StatementRow> partners, List<LineBody> lines) {}

    /** A word about a line. */
    @Schema(requiredProperties = "words")
    record Word(@Nullable String words) {
        String text() {
            return words == null ? "" : words;
        }
    }

    /** A counter-entry: how much less is owed. */
    @Schema(requiredProperties = {"less", "words"})
    record NewCorrection(
            @Schema(description = "In minor units") @Nullable
            Long less,

            @Nullable String words) {}

    /** What was due was paid to the own company. */
    @Schema(requiredProperties = {"payerId", "currency"})
    record NewPayment(@Nullable Long payerId, @Nullable String currency) {}

    /** What using one unit costs, in minor units. */
    record TariffBody(
            int version, String currency, long perHour, long perDay, long perMeter, long perUse, long favourUpTo) {
        static TariffBody of(Tariff one) {
            return new TariffBody(
                    one.version(),
                    one.currency(),
                    one.perHour(),
                    one.perDay(),
                    one.perMeter(),
                    one.perUse(),
                    one.favourUpTo());
        }

        Tariff tariff() {
            return new Tariff(version, currency, perHour, perDay, perMeter, perUse, favourUpTo);
        }
    }

    /** How much of its open hours a means was used. */
    record UtilisationBody(Named means, Named owner, long usedMinutes, long openMinutes, int percent) {
        static UtilisationBody of(Utilisation one) {
            return new UtilisationBody(
                    new Named(one.means().value(), one.name()),
                    new Named(one.owner().value(), one.ownerName()),
                    one.usedMinutes(),
                    one.openMinutes(),
                    one.percent());
        }
    }

    /** Searches that found nothing; nobody is named. */
    record UnmetBody(String wish, int searches, int companies, long hours) {}

    @GetMapping("/means/{id}/tariff")
    @Operation(summary = "What using a means costs")
    TariffBody tariff(@PathVariable String slug, @PathVariable long id) {
        return TariffBody.of(tariffs.of(actors.in(slug), new MeansId(id)));
    }

    @PutMapping("/means/{id}/tariff")
    @Operation(
            summary = "Changes what using a means costs, for bookings made from now on; a deed of its owner",
            description = "The version is the one that was read, 0 for the first.")
    TariffBody setTariff(@PathVariable String slug, @PathVariable long id, @RequestBody TariffBody asked) {
        Actor actor = actors.in(slug);
        tariffs.set(actor, new MeansId(id), asked.tariff());
        return TariffBody.of(tariffs.of(actor, new MeansId(id)));
    }

    @GetMapping("/give-and-take/balances")
    @Operation(summary = "How a company stands with each partner")
    Items<BalanceBody> balances(
            @PathVariable String slug,
            @Parameter(description = "For animators; the own one when left out")
                    @RequestParam(required = false)
                    @Nullable
                    Long company) {
        Actor actor = actors.in(slug);
        return Items.of(queries.balances(actor, company(actor, company)), BalanceBody::of);
    }

    @GetMapping("/give-and-take/lines")
    @Operation(summary = "The lines of a company, newest first")
    Items<LineBody> lines(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Long company,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        InvalidInput.check()
                .that(limit >= 1 && limit <= MOST, "limit", Message.of("shared.error.too-long", MOST))
                .that(offset >= 0, "offset", Message.of("shared.error.required"))
                .orThrow();
        return Items.of(
                queries.lines(actor, company(actor, company), null, offset, limit), one -> LineBody.of(actor, one));
    }

    @GetMapping("/give-and-take/statements/{month}")
    @Operation(summary = "A company's month, e.g. 2026-03: what stood before, what came, what stands, all lines")
    StatementBody statement(
            @PathVariable String slug,
            @PathVariable String month,
            @RequestParam(required = false) @Nullable Long company) {
        Actor actor = actors.in(slug);
        try {
            Statement one = queries.statement(actor, company(actor, company), YearMonth.parse(month));
            return new StatementBody(
                    new Named(one.company().value(), one.companyName()),
                    month,
                    one.partners().stream().map(StatementRow::of).toList(),
                    one.lines().stream().map(line -> LineBody.of(actor, line)).toList());
        } catch (DateTimeException e) {
            throw new NotFoundException("month");
        }
    }

    @PostMapping("/give-and-take/lines/{id}/disputes")
    @Operation(summary = "One side does not agree: the line is left out of netting until that is cleared")
    LineBody dispute(@PathVariable String slug, @PathVariable long id, @RequestBody Word asked) {
        Actor actor = actors.in(slug);
        ledger.dispute(actor, id, asked.text());
        return LineBody.of(actor, ledger.line(actor, id));
    }

    @PostMapping("/give-and-take/lines/{id}/clearings")
    @Operation(summary = "The dispute is over and the line stands")
    LineBody clear(@PathVariable String slug, @PathVariable long id, @RequestBody Word asked) {
        Actor actor = actors.in(slug);
        ledger.clear(actor, id, asked.text());
        return LineBody.of(actor, ledger.line(actor, id));
    }

    @PostMapping("/give-and-take/lines/{id}/corrections")
    @Operation(summary = "Takes something off a line by a counter-entry; the line itself stays")
    Items<LineBody> correct(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewCorrection asked) {
        Actor actor = actors.in(slug);
        ledger.correct(
                actor,
                id,
                asked.less() == null ? 0 : asked.less(),
                asked.words() == null ? "" : asked.words(),
                key == null ? UUID.randomUUID().toString() : key);
        return Items.of(queries.corrections(actor, id), one -> LineBody.of(actor, one));
    }

    @PostMapping("/give-and-take/payments")
    @Operation(
            summary = "What a partner owed the own company was paid, netted to one amount",
            description = "Disputed lines are left out.")
    Amount paid(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewPayment asked) {
        Actor actor = actors.in(slug);
        Long payer = asked.payerId();
        String currency = asked.currency();
        InvalidInput.check()
                .that(payer != null, "payerId", Message.of("shared.error.required"))
                .that(currency != null && currency.matches("[A-Z]{3}"), "currency", Message.of("shared.error.required"))
                .orThrow();
        return Amount.of(ledger.paid(
                actor,
                actor.requireOrganisation(),
                new OrganisationId(payer == null ? 0 : payer),
                currency == null ? "" : currency,
                key == null ? UUID.randomUUID().toString() : key));
    }

    @GetMapping("/utilisation")
    @Operation(summary = "How much of their open hours the own means are used; all means for animators")
    Items<UtilisationBody> used(@PathVariable String slug, @RequestParam(defaultValue = "12") int weeks) {
        return Items.of(utilisation.list(actors.in(slug), weeks), UtilisationBody::of);
    }

    @GetMapping("/unmet-demand")
    @Operation(summary = "What was looked for in vain in the last year; for animators")
    Items<UnmetBody> unmet(@PathVariable String slug) {
        return Items.of(
                demand.missing(actors.in(slug)),
                one -> new UnmetBody(one.wish(), one.searches(), one.companies(), one.hours()));
    }

    private static OrganisationId company(Actor actor, @Nullable Long asked) {
        return asked == null ? actor.requireOrganisation() : new OrganisationId(asked);
    }
}
