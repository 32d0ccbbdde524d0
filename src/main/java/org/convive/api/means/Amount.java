package org.convive.api.means;

import org.convive.shared.Money;

/** An amount in minor units of a currency (ISO 4217; XXX for credits). */
record Amount(long minor, String currency) {
    static Amount of(Money money) {
        return new Amount(money.minor(), money.currency());
    }
}
