package org.convive.api.means;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.convive.api.Named;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LineKind;
import org.convive.means.ledger.LineState;
import org.jspecify.annotations.Nullable;

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
        @Nullable Integer usedMinutes,

        @Schema(description = "What the meter counted") @Nullable
        BigDecimal meter,

        @Schema(description = "What was said last when it was disputed or cleared")
        String dispute,

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
                line.usedMinutes(),
                line.meter(),
                line.dispute(),
                Times.at(actor, line.posted()));
    }
}
