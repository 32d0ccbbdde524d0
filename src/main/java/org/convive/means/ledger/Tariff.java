package org.convive.means.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What using one unit costs, in minor units of a currency. The parts add up; hours of a begun day never cost more than
 * the day.
 *
 * @param version the one that was read, for editing; 0 before there is one
 * @param currency ISO 4217; {@link #CREDITS} for credits that are not money
 * @param perMeter for each unit of the meter: an hour, a kilometre, a piece
 * @param favourUpTo between partners who stay balanced nothing is due: a use is a favour as long as what one owes the
 *     other in favours is not more than this; 0 for always due
 * @param noShow whether the booked time is charged when nobody came
 */
public record Tariff(
        int version,
        String currency,
        long perHour,
        long perDay,
        long perMeter,
        long perUse,
        long favourUpTo,
        boolean noShow) {
    /** "No currency" of ISO 4217: credits, which are given and taken but not paid. */
    public static final String CREDITS = "XXX";

    /** Free of charge. */
    public static final Tariff FREE = new Tariff(0, "EUR", 0, 0, 0, 0, 0, false);

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final long MOST = 100_000_000;

    /** Nothing is charged when nobody came. */
    public Tariff(
            int version, String currency, long perHour, long perDay, long perMeter, long perUse, long favourUpTo) {
        this(version, currency, perHour, perDay, perMeter, perUse, favourUpTo, false);
    }

    /** The same, and the booked time is charged when nobody came. */
    public Tariff chargingNoShows() {
        return new Tariff(version, currency, perHour, perDay, perMeter, perUse, favourUpTo, true);
    }

    public boolean isFree() {
        return perHour == 0 && perDay == 0 && perMeter == 0 && perUse == 0;
    }

    /** What a use of so many units costs, each for so long; halves of a minor unit round up. */
    public Money price(int minutes, int units, @Nullable BigDecimal metered) {
        long one = Math.addExact(time(minutes), perUse);
        BigDecimal sum = BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(units));
        if (metered != null && perMeter != 0) {
            sum = sum.add(metered.multiply(BigDecimal.valueOf(perMeter)));
        }
        return Money.of(sum.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /** Whether such a use costs no more than this, without what a meter adds; another currency is never compared. */
    public boolean isWithin(Money most, int minutes, int units) {
        Money price = price(minutes, units, null);
        return price.isZero() || price.currency().equals(most.currency()) && price.minor() <= most.minor();
    }

    private long time(int minutes) {
        long hours = BigDecimal.valueOf(minutes)
                .multiply(BigDecimal.valueOf(perHour))
                .divide(BigDecimal.valueOf(HOUR), 0, RoundingMode.HALF_UP)
                .longValueExact();
        if (perDay == 0) {
            return hours;
        }
        long days = minutes / DAY;
        int rest = minutes % DAY;
        if (perHour == 0) {
            return Math.multiplyExact(rest == 0 ? days : days + 1, perDay);
        }
        long begun = BigDecimal.valueOf(rest)
                .multiply(BigDecimal.valueOf(perHour))
                .divide(BigDecimal.valueOf(HOUR), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.addExact(Math.multiplyExact(days, perDay), Math.min(begun, perDay));
    }

    void require() {
        var check =
                InvalidInput.check().that(isCurrency(currency), "currency", Message.of("means.ledger.error.currency"));
        for (var part : Set.of(
                java.util.Map.entry("perHour", perHour),
                java.util.Map.entry("perDay", perDay),
                java.util.Map.entry("perMeter", perMeter),
                java.util.Map.entry("perUse", perUse),
                java.util.Map.entry("favourUpTo", favourUpTo))) {
            check.that(
                    part.getValue() >= 0 && part.getValue() <= MOST,
                    part.getKey(),
                    Message.of("means.ledger.error.amount"));
        }
        check.orThrow();
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }
}
