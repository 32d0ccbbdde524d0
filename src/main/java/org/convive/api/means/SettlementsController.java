package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Disputes, counter-entries and payments: nothing is edited, only added. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/give-and-take")
@Tag(name = "Give and take")
class SettlementsController {
    private final Actors actors;
    private final LedgerQueries queries;
    private final LedgerService ledger;

    SettlementsController(Actors actors, LedgerQueries queries, LedgerService ledger) {
        this.actors = actors;
        this.queries = queries;
        this.ledger = ledger;
    }

    /** A word about a line. */
    @Schema(requiredProperties = "words")
    record Word(@Nullable String words) {}

    /** A counter-entry: how much less is owed. */
    @Schema(requiredProperties = {"less", "words"})
    record NewCorrection(
            @Schema(description = "In minor units") @Nullable
            Long less,

            @Nullable String words) {}

    /** What was due was paid to the own company. */
    @Schema(requiredProperties = {"payerId", "currency"})
    record NewPayment(@Nullable Long payerId, @Nullable String currency) {}

    @PostMapping("/lines/{id}/disputes")
    @Operation(summary = "One side does not agree: the line is left out of netting until that is cleared")
    LineBody dispute(@PathVariable String slug, @PathVariable long id, @RequestBody Word asked) {
        Actor actor = actors.in(slug);
        ledger.dispute(actor, id, Asked.text(asked.words()));
        return LineBody.of(actor, ledger.line(actor, id));
    }

    @PostMapping("/lines/{id}/clearings")
    @Operation(summary = "The dispute is over and the line stands")
    LineBody clear(@PathVariable String slug, @PathVariable long id, @RequestBody Word asked) {
        Actor actor = actors.in(slug);
        ledger.clear(actor, id, Asked.text(asked.words()));
        return LineBody.of(actor, ledger.line(actor, id));
    }

    @PostMapping("/lines/{id}/corrections")
    @Operation(summary = "Takes something off a line by a counter-entry; the line itself stays")
    Items<LineBody> correct(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewCorrection asked) {
        Actor actor = actors.in(slug);
        ledger.correct(actor, id, Asked.or(asked.less(), 0L), Asked.text(asked.words()), keyed(key));
        return Items.of(queries.corrections(actor, id), one -> LineBody.of(actor, one));
    }

    @PostMapping("/payments")
    @Operation(
            summary = "What a partner owed the own company was paid, netted to one amount",
            description = "Disputed lines are left out.")
    Amount paid(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewPayment asked) {
        Actor actor = actors.in(slug);
        long payer = Asked.required(asked.payerId(), "payerId");
        String currency = Asked.text(asked.currency());
        InvalidInput.check()
                .that(currency.matches("[A-Z]{3}"), "currency", Message.of("shared.error.required"))
                .orThrow();
        return Amount.of(
                ledger.paid(actor, actor.requireOrganisation(), new OrganisationId(payer), currency, keyed(key)));
    }

    private static String keyed(@Nullable String key) {
        return key == null ? UUID.randomUUID().toString() : key;
    }
}
