package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Set;
import org.convive.means.BookingId;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.junit.jupiter.api.Test;

class RequestsJourneyTest extends MeansJourney {
    @Test
    void theOwnerLendsOneRequestAndRefusesTheOtherWithAWord() {
        String name = named("Polariscope");
        MeansId bench = share(plain(name, "P1").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
        var booker = visitor().signIn("nadia", pageOf(bench, "08:00", "10:00"));
        book(booker).click();
        assertThat(booker.text("Booked.")).isVisible();
        BookingId second = book(nadia, hours(bench, AHEAD, 13));

        var owner = visitor().signIn("helene", ORSENNE + "/bookings?of=requests");
        Locator rows = owner.page().locator(".cv-drow").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(rows).hasCount(2);
        rows.first().locator("vaadin-button").filter(has("Lend it")).click();
        assertThat(rows).hasCount(1);
        rows.first().locator("vaadin-button").filter(has("Say no")).click();
        owner.page().getByLabel("A word to the booker, if you like").fill("We need it that day");
        owner.button("Say no").last().click();
        assertThat(rows).hasCount(0);
        assertThat(standing(bench)).isEqualTo(1);
        assertThat(owner.errors()).isEmpty();

        booker.open(ORSENNE + "/bookings/" + second);
        assertThat(booker.text("We need it that day").first()).isVisible();
        assertThat(booker.text("said no").first()).isVisible();
        assertThat(booker.errors()).isEmpty();
    }

    @Test
    void whatIsGivenBackIsOfferedToWhoWaitsAndAccepted() {
        MeansId saw = share(plain(named("Diamond saw"), "S1"));
        BookingId hers = book(nadia, hours(saw, AHEAD, 8));
        var waiting = visitor().signIn("marc", pageOf(saw, "08:00", "10:00"));
        waiting.button("Tell me when it becomes free").click();
        assertThat(waiting.text("You are on the waiting list.")).isVisible();

        var giving = visitor().signIn("nadia", ORSENNE + "/bookings/" + hers);
        giving.button("Give back").click();
        assertThat(giving.button("Undo")).isVisible();

        waiting.open(ORSENNE + "/bookings");
        assertThat(waiting.text("It is free now, and kept for you").first()).isVisible();
        waiting.link("Take it").first().click();
        waiting.button("Book it").click();
        waiting.calm();
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM booking WHERE means_id = ? AND person_id = ? AND status = 'CONFIRMED'",
                        saw.value(),
                        marc.person().value()))
                .isEqualTo(1);
        assertThat(waiting.errors()).isEmpty();
    }

    private static Locator.FilterOptions has(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
