package org.convive.means.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.shared.Money;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A line of give and take.
 *
 * @param giver whom the amount is owed to
 * @param taker who owes it
 * @param amount what the taker owes the giver; negative in a counter-entry and in a payment
 * @param booking the booking that was used; null for none
 * @param corrects the line that this one corrects; null for none
 * @param person who wrote it; empty when the portal did, as agreed
 * @param dispute what was said when it was disputed; empty otherwise
 */
public record LedgerLine(
        long id,
        LineKind kind,
        OrganisationId giver,
        String giverName,
        OrganisationId taker,
        String takerName,
        Account account,
        Money amount,
        @Nullable BookingId booking,
        String meansName,
        @Nullable Long corrects,
        String words,
        @Nullable Integer usedMinutes,
        @Nullable BigDecimal meter,
        String person,
        Instant posted,
        LineState state,
        String dispute) {

    /** The amount as this company sees it: positive when it is owed to it. */
    public Money seenBy(OrganisationId company) {
        return company.equals(giver) ? amount : amount.negated();
    }

    /** A use that cost nothing. */
    public boolean isFree() {
        return kind == LineKind.USE && amount.isZero();
    }

    public boolean concerns(@Nullable OrganisationId company) {
        return giver.equals(company) || taker.equals(company);
    }

    public String partnerOf(OrganisationId company) {
        return company.equals(giver) ? takerName : giverName;
    }

    /** A manager of either side may disagree with a use or a correction. */
    public boolean mayDispute(Actor actor) {
        return kind != LineKind.PAYMENT && state == LineState.OPEN && speaks(actor);
    }

    /** Who is owed may correct; so may an animator who settles a dispute. */
    public boolean mayCorrect(Actor actor) {
        return (kind == LineKind.USE || kind == LineKind.NO_SHOW) && !amount.isZero() && actor.maySpeakFor(giver);
    }

    public boolean mayClear(Actor actor) {
        return state == LineState.DISPUTED && speaks(actor);
    }

    private boolean speaks(Actor actor) {
        return actor.maySpeakFor(giver) || actor.maySpeakFor(taker);
    }
}
