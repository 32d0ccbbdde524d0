package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BookingJourneyTest extends Journey {
    private static final Pattern BOOK = Pattern.compile("^Book .*");

    @Test
    void onAPhoneNadiaBooksAMeansInTwoTapsAndGivesItBack() {
        var nadia = visitorWithPhone().signIn("nadia", ORSENNE + "/means");
        long before = bookings();

        Locator card = nadia.page()
                .locator(".cv-means-card")
                .filter(new Locator.FilterOptions().setHas(nadia.page().locator(".cv-means-times vaadin-button")));
        card.first().locator(".cv-means-times vaadin-button").last().click();
        book(nadia).click();

        assertThat(nadia.text("Booked.")).isVisible();
        assertThat(bookings()).isEqualTo(before + 1);

        nadia.button("Undo").click();
        nadia.calm();
        assertThat(stage.number("SELECT COUNT(*) FROM booking WHERE status <> 'CANCELLED'"))
                .isEqualTo(before);
        assertThat(nadia.errors()).isEmpty();
    }

    @Test
    void whoComesSecondIsRefusedWithAlternativesAndTakesOneOfThem() {
        String wish = ORSENNE + "/means/" + single() + "?day=" + farTuesday() + "&from=10:00&to=12:00";
        var marc = visitor().signIn("marc", wish);
        var nadia = visitor().signIn("nadia", wish);
        book(marc).waitFor();

        book(nadia).click();
        assertThat(nadia.text("Booked.")).isVisible();
        book(marc).click();

        Locator offers = marc.page().locator(".cv-means-offer");
        assertThat(offers.first()).isVisible();
        assertThat(marc.page().locator(".cv-means-panel").getByText("is taken").first())
                .isVisible();
        long before = bookings();
        book(marc).click();
        assertThat(marc.text("Booked.")).isVisible();
        assertThat(bookings()).isEqualTo(before + 1);
        assertThat(stage.number("""
                SELECT COUNT(*) FROM occupancy a JOIN occupancy b ON a.unit_id = b.unit_id AND a.id < b.id
                 AND a.starts < b.ends AND b.starts < a.ends""")).isZero();
    }

    private static Locator book(Visitor visitor) {
        return visitor.page()
                .locator(".cv-means-foot vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(BOOK));
    }

    private long bookings() {
        return stage.number("SELECT COUNT(*) FROM booking WHERE status <> 'CANCELLED'");
    }

    /** A machine of which there is one, with another of its kind beside it. */
    private long single() {
        return stage.number("""
                SELECT m.id FROM means m JOIN cluster c ON c.id = m.cluster_id AND c.slug = 'verre-d-orsenne'
                WHERE NOT m.withdrawn AND m.min_minutes <= 120 AND m.max_minutes >= 120
                  AND (SELECT COUNT(*) FROM means_unit u WHERE u.means_id = m.id AND NOT u.retired) = 1
                ORDER BY m.id LIMIT 1""");
    }

    /** Beyond what the demo world booked, within the horizon of every means. */
    private static LocalDate farTuesday() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).plusWeeks(10).with(DayOfWeek.TUESDAY);
    }
}
