package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.convive.api.Items;
import org.convive.api.Language;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.Balance;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.means.ledger.Statement;
import org.convive.means.ledger.StatementPaper;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What companies gave and took, read by their own people and the animators. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Give and take")
class LedgerController {
    private static final String COMPANY = "For animators; the own one when left out";

    private final Actors actors;
    private final LedgerQueries queries;
    private final LedgerService ledger;
    private final StatementPaper paper;

    LedgerController(Actors actors, LedgerQueries queries, LedgerService ledger, StatementPaper paper) {
        this.actors = actors;
        this.queries = queries;
        this.ledger = ledger;
        this.paper = paper;
    }

    /** How a company stands with a partner; positive is owed to it. */
    record BalanceBody(Named partner, Account account, Amount amount) {
        static BalanceBody of(Balance one) {
            return new BalanceBody(
                    new Named(one.partner().value(), one.partnerName()), one.account(), Amount.of(one.amount()));
        }
    }

    @GetMapping("/give-and-take/balances")
    @Operation(summary = "How a company stands with each partner, netted")
    Items<BalanceBody> balances(
            @PathVariable String slug,
            @Parameter(description = COMPANY) @RequestParam(required = false) @Nullable Long company) {
        Actor actor = actors.in(slug);
        return Items.of(queries.balances(actor, company(actor, company)), BalanceBody::of);
    }

    @GetMapping("/give-and-take/lines")
    @Operation(summary = "The lines of a company, newest first; with one partner or all")
    Items<LineBody> lines(
            @PathVariable String slug,
            @Parameter(description = COMPANY) @RequestParam(required = false) @Nullable Long company,
            @RequestParam(required = false) @Nullable Long partner,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        InvalidInput.check()
                .that(offset >= 0, "offset", Message.of("api.error.number"))
                .orThrow();
        return Items.of(
                queries.lines(
                        actor,
                        company(actor, company),
                        partner == null ? null : new OrganisationId(partner),
                        offset,
                        Window.limit(limit)),
                one -> LineBody.of(actor, one));
    }

    @GetMapping("/give-and-take/lines/{id}")
    @Operation(summary = "One line")
    LineBody line(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return LineBody.of(actor, ledger.line(actor, id));
    }

    @GetMapping("/bookings/{id}/lines")
    @Operation(summary = "What a booking came to, counter-entries included")
    Items<LineBody> ofBooking(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(queries.ofBooking(actor, new BookingId(id)), one -> LineBody.of(actor, one));
    }

    @GetMapping("/give-and-take/statements/{month:[0-9]{4}-[0-9]{2}}")
    @Operation(summary = "A company's month, e.g. 2026-03: what stood before, what came, what stands, all lines")
    StatementBody statement(
            @PathVariable String slug,
            @PathVariable String month,
            @Parameter(description = COMPANY) @RequestParam(required = false) @Nullable Long company) {
        Actor actor = actors.in(slug);
        return StatementBody.of(actor, read(actor, month, company));
    }

    @GetMapping("/give-and-take/statements/{month:[0-9]{4}-[0-9]{2}}.pdf")
    @Operation(summary = "The same on paper, in the language of Accept-Language")
    ResponseEntity<byte[]> onPaper(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String month,
            @Parameter(description = COMPANY) @RequestParam(required = false) @Nullable Long company) {
        Actor actor = actors.in(slug);
        return FilesController.file(
                "application/pdf",
                "statement-" + month + ".pdf",
                paper.pdf(read(actor, month, company), Language.of(request), actor.zone(), actor.clusterName()));
    }

    @GetMapping("/give-and-take/statements/{month:[0-9]{4}-[0-9]{2}}.csv")
    @Operation(summary = "The lines of a month for the accounts")
    ResponseEntity<byte[]> asTable(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String month,
            @Parameter(description = COMPANY) @RequestParam(required = false) @Nullable Long company) {
        Actor actor = actors.in(slug);
        return FilesController.file(
                "text/csv;charset=UTF-8",
                "statement-" + month + ".csv",
                paper.csv(read(actor, month, company), Language.of(request), actor.zone()));
    }

    private Statement read(Actor actor, String month, @Nullable Long company) {
        try {
            return queries.statement(actor, company(actor, company), YearMonth.parse(month));
        } catch (DateTimeException e) {
            throw new NotFoundException("month");
        }
    }

    private static OrganisationId company(Actor actor, @Nullable Long asked) {
        return asked == null ? actor.requireOrganisation() : new OrganisationId(asked);
    }
}
