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

/** What each means would cost for the time that is looked for, one unit, without what a meter adds. */
class FindPrices {
    private final Map<MeansId, Tariff> tariffs;
    private final int minutes;
    private final Dates words;

    FindPrices(Map<MeansId, Tariff> tariffs, Duration length, Locale locale) {
        this.tariffs = tariffs;
        this.minutes = (int) length.toMinutes();
        this.words = Dates.of(locale, ZoneOffset.UTC);
    }

    /** @param most in whole units of its currency; null for any price */
    boolean isWithin(Means means, @Nullable Integer most) {
        return most == null || price(means).minor() <= most * 100L;
    }

    /** In words; the owner's own where no tariff says it. */
    String of(Means means) {
        Tariff tariff = tariffs.get(means.id());
        if (tariff == null || tariff.isFree() || tariff.currency().equals(Tariff.CREDITS)) {
            return means.price();
        }
        Money price = price(means);
        return words.money(price.minor(), tariff.currency());
    }

    private Money price(Means means) {
        return tariffs.getOrDefault(means.id(), Tariff.FREE).price(minutes, 1, null);
    }
}
