package org.convive.api.means;

import java.util.List;
import org.convive.api.Named;
import org.convive.identity.Actor;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.Statement;

/** A company's month. */
record StatementBody(Named company, String month, List<StatementRow> partners, List<LineBody> lines) {

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

    static StatementBody of(Actor actor, Statement one) {
        return new StatementBody(
                new Named(one.company().value(), one.companyName()),
                one.month().toString(),
                one.partners().stream().map(StatementRow::of).toList(),
                one.lines().stream().map(line -> LineBody.of(actor, line)).toList());
    }
}
