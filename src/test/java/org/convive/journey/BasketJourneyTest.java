package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.junit.jupiter.api.Test;

class BasketJourneyTest extends MeansJourney {
    @Test
    void twoThingsAreBookedTogetherOrNotAtAll() {
        MeansId robot = share(plain(named("Robot"), "R1"));
        MeansId van = share(plain(named("Van"), "V1"));
        var visitor = visitor()
                .signIn(
                        "nadia",
                        ORSENNE + "/means/plan?item=" + item(hours(robot, AHEAD, 8)) + "&item="
                                + item(hours(van, AHEAD, 8)));
        visitor.button("Book all 2").waitFor();
        book(marc, hours(van, AHEAD, 9));

        visitor.button("Book all 2").click();
        assertThat(visitor.text("Nothing was booked")).isVisible();
        assertThat(standing(robot)).isZero();
        assertThat(visitor.text("One line is not free")).isVisible();

        visitor.page().locator(".cv-means-times vaadin-button").first().click();
        visitor.button("Book all 2").click();
        visitor.expectPath(ORSENNE + "/bookings");
        assertThat(visitor.text("Robot ").first()).isVisible();
        assertThat(standing(robot)).isEqualTo(1);
        assertThat(standing(van)).isEqualTo(2);

        visitor.button("Undo").click();
        visitor.button("Book all 2").waitFor();
        assertThat(standing(robot)).isZero();
        assertThat(standing(van)).isEqualTo(1);
        assertThat(visitor.errors()).isEmpty();
    }

    private static String item(BookingRequest line) {
        return line.means() + "~" + line.from() + "~" + line.to() + "~1";
    }
}
