package org.convive.means.ledger.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LineState;
import org.convive.shared.Money;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Badges;
import org.convive.uikit.Dates;

/** A line in a list: what, with whom, when, how much. */
final class LineRow {
    private LineRow() {}

    static ListItem of(Actor actor, OrganisationId company, LedgerLine line, Locale locale) {
        Dates dates = Dates.of(locale, actor.zone());
        Money amount = line.seenBy(company);
        String what = line.meansName().isEmpty() ? text("means.ledger.kind." + line.kind()) : line.meansName();
        Div words = new Div(
                new Anchor(LedgerPath.line(actor, line.id()), what),
                new Paragraph(text(
                        "means.ledger.row",
                        text("means.ledger.kind." + line.kind()),
                        line.partnerOf(company),
                        dates.date(line.posted()))));
        words.addClassName("cv-grow");
        ListItem item = new ListItem(words);
        if (line.state() == LineState.DISPUTED) {
            item.add(Badges.hot(text("means.ledger.state.DISPUTED")));
        } else if (line.account() == Account.FAVOUR && !line.isFree()) {
            item.add(Badges.quiet(text("means.ledger.account.FAVOUR")));
        }
        Span sum = new Span(
                line.isFree()
                        ? text("means.ledger.free")
                        : (amount.isNegative() ? "−" : "+")
                                + Purse.text(actor, amount.isNegative() ? amount.negated() : amount));
        sum.addClassNames("cv-num", "cv-strong");
        item.add(sum);
        return item;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
