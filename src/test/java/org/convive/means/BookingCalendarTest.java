package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import org.convive.calendar.CalendarEntry;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class BookingCalendarTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingCalendar calendar;

    @Test
    void aBookingStandsInItsPersonsCalendarAndStaysThereWhenCancelled() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        MeansId scanner = share(meansService, sarcelle, draft("Scanner", "ScanArm 1"));
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        CalendarEntry before = calendar.entriesOf(helene.person(), in(0, 0)).getFirst();
        bookings.cancel(helene, hers);
        CalendarEntry after = calendar.entriesOf(helene.person(), in(0, 0)).getFirst();

        assertThat(before.from()).isEqualTo(in(2, 8));
        assertThat(before.url()).endsWith("/c/" + helene.slug() + "/bookings/" + hers);
        assertThat(after.uid()).isEqualTo(before.uid());
        assertThat(after.sequence()).isGreaterThan(before.sequence());
        assertThat(after.cancelled()).isTrue();
        assertThat(calendar.entriesOf(sarcelle.person(), in(0, 0))).isEmpty();
    }
}
