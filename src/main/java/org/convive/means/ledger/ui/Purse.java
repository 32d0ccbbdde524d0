package org.convive.means.ledger.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.ledger.Tariff;
import org.convive.shared.Money;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;

/** Amounts on pages: written as people write them, typed as whole units and cents. */
final class Purse {
    private Purse() {}

    static String text(Actor actor, Money money) {
        Locale locale = UI.getCurrent().getLocale();
        return money.currency().equals(Tariff.CREDITS)
                ? UI.getCurrent().getTranslation("means.ledger.credits", money.minor())
                : Dates.of(locale, actor.zone()).money(money.minor(), money.currency());
    }

    /** What was typed, in minor units; nothing typed is nothing. */
    static long minor(@Nullable BigDecimal typed, String currency) {
        return typed == null
                ? 0
                : typed.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
                        .max(BigDecimal.valueOf(-1))
                        .longValue();
    }

    static BigDecimal typed(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).stripTrailingZeros();
    }

    private static int digits(String currency) {
        return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    }
}
