package org.convive.means.ledger;

import java.util.Locale;
import org.convive.shared.Money;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;

/** Amounts in words: money as people of the language write it, credits as credits. */
public final class Amounts {
    private Amounts() {}

    public static String text(Money money, Dates dates, Translations texts, Locale locale) {
        return money.currency().equals(Tariff.CREDITS)
                ? texts.text(locale, "means.ledger.credits", money.minor())
                : dates.money(money.minor(), money.currency());
    }
}
