package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.MeansWorld;
import org.convive.means.Unit;
import org.junit.jupiter.api.Test;

class SeriesJourneyTest extends MeansJourney {
    @Test
    void aSeriesWithTwoConflictsIsAnsweredOneByOneAndBookedAsAWhole() {
        MeansId kiln = share(plain(named("Kiln"), "K1", "K2"));
        Unit first = unit(kiln, 0);
        Unit second = unit(kiln, 1);
        book(marc, hours(kiln, AHEAD + 7, 8).on(first.id()));
        BookingRequest later = hours(kiln, AHEAD + 14, 8);
        book(marc, new BookingRequest(kiln, later.from(), later.to(), 2, "", null));
        Instant from = MeansWorld.in(AHEAD, 8);

        var visitor = visitor()
                .signIn(
                        "nadia",
                        ORSENNE + "/means/" + kiln + "/repeat?first=" + kiln + "~" + from + "~"
                                + from.plusSeconds(7200) + "~1~" + first.id() + "&each=weekly&until="
                                + LocalDate.now(MeansWorld.PARIS).plusDays(AHEAD + 22));
        assertThat(visitor.text("4 times, 2 of them not free")).isVisible();
        visitor.button("K2, same time").click();
        assertThat(visitor.text("One time needs your decision")).isVisible();
        visitor.button("Leave it out").first().click();
        visitor.button("Book all 3 times").click();

        visitor.expectPath(ORSENNE + "/bookings");
        assertThat(visitor.text("Kiln ").first()).isVisible();
        assertThat(stage.number(
                        "SELECT COUNT(DISTINCT plan_id) FROM booking WHERE means_id = ? AND person_id = ?",
                        kiln.value(),
                        nadia.person().value()))
                .isEqualTo(1);
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM occupancy x JOIN booking b ON b.id = x.booking_id"
                                + " WHERE x.unit_id = ? AND b.person_id = ?",
                        second.id(),
                        nadia.person().value()))
                .isEqualTo(1);
        assertThat(visitor.errors()).isEmpty();
    }
}
