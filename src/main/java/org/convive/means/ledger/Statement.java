package org.convive.means.ledger;

import java.time.YearMonth;
import java.util.List;
import org.convive.shared.Money;
import org.convive.shared.OrganisationId;

/**
 * A company's month of give and take. Lines are never edited, so it reads the same for ever once the month is over.
 *
 * @param partners one a partner, account and currency
 * @param lines in order of time
 */
public record Statement(
        OrganisationId company, String companyName, YearMonth month, List<Row> partners, List<LedgerLine> lines) {

    /**
     * One partner: what stood before, what came, what stands, as the company sees it: positive is owed to it.
     *
     * @param given what the company gave in the month
     * @param taken what it took
     * @param paid what payments between them changed
     */
    public record Row(
            OrganisationId partner,
            String partnerName,
            Account account,
            Money before,
            Money given,
            Money taken,
            Money paid,
            Money after) {}
}
