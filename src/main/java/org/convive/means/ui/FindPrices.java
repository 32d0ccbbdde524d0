package org.convive.means.ui;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.ledger.Tariff;
import org.convive.shared.Money;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;

/** What each means would cost for the time that is looked for, all units that are needed, without what a meter adds. */
class FindPrices {
    private static final String EURO = "EUR";

    private final Map<MeansId, Tariff> tariffs;
    private final int minutes;
    private final Dates words;

    FindPrices(Map<MeansId, Tariff> tariffs, Duration length, Locale locale) {
        this.tariffs = tariffs;
        this.minutes = (int) length.toMinutes();
        this.words = Dates.of(locale, ZoneOffset.UTC);
    }

    /** @param most in whole euros; null for any price. What costs another currency is not within it. */
    boolean isWithin(Means means, int units, @Nullable Integer most) {
        return most == null || tariff(means).isWithin(Money.of(most * 100L, EURO), minutes, units);
    }

    /** In words; the owner's own where no tariff says it. */
    String of(Means means, int units) {
        Tariff tariff = tariff(means);
        if (tariff.isFree() || tariff.currency().equals(Tariff.CREDITS)) {
            return means.price();
        }
        Money price = tariff.price(minutes, units, null);
        return words.money(price.minor(), price.currency());
    }

    private Tariff tariff(Means means) {
        return tariffs.getOrDefault(means.id(), Tariff.FREE);
    }
}
