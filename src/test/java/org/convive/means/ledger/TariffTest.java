package org.convive.means.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.convive.shared.InvalidInput;
import org.convive.shared.Money;
import org.junit.jupiter.api.Test;

class TariffTest {
    @Test
    void hoursAreCountedToTheMinute() {
        assertThat(tariff(4_500, 0, 0, 0).price(90, 1, null)).isEqualTo(Money.of(6_750, "EUR"));
        assertThat(tariff(1_000, 0, 0, 0).price(20, 1, null)).isEqualTo(Money.of(333, "EUR"));
    }

    @Test
    void theHoursOfABegunDayNeverCostMoreThanTheDay() {
        Tariff tariff = tariff(4_500, 20_000, 0, 0);
        assertThat(tariff.price(10 * 60, 1, null).minor()).isEqualTo(20_000);
        assertThat(tariff.price(25 * 60, 1, null).minor()).isEqualTo(24_500);
    }

    @Test
    void aBegunDayCountsWholeWhereThereIsNoHour() {
        assertThat(tariff(0, 20_000, 0, 0).price(25 * 60, 1, null).minor()).isEqualTo(40_000);
        assertThat(tariff(0, 20_000, 0, 0).price(48 * 60, 1, null).minor()).isEqualTo(40_000);
    }

    @Test
    void usesAndMetersAddUpAndEachUnitCounts() {
        assertThat(tariff(0, 0, 45, 1_000).price(60, 2, new BigDecimal("100.5")).minor())
                .isEqualTo(2_000 + 4_523);
    }

    @Test
    void amountsAreNeverNegativeNorAbsurd() {
        assertThatThrownBy(() -> tariff(-1, 0, 0, 0).require())
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("perHour"));
        assertThatThrownBy(() -> new Tariff(0, "???", 0, 0, 0, 0, 0).require()).isInstanceOf(InvalidInput.class);
    }

    private static Tariff tariff(long hour, long day, long meter, long use) {
        return new Tariff(0, "EUR", hour, day, meter, use, 0);
    }
}
