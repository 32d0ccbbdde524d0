package org.convive.shared;

import java.util.Currency;

/**
 * An amount of money in minor units (cents) of a currency.
 *
 * @param currency ISO 4217, three letters
 */
public record Money(long minor, String currency) {
    /** @throws IllegalArgumentException when there is no such currency */
    public Money {
        Currency.getInstance(currency);
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** @throws ArithmeticException when it does not fit; @throws IllegalArgumentException for another currency */
    public Money plus(Money other) {
        requireSame(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
    }
}
