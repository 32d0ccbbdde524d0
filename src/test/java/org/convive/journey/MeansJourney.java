package org.convive.journey;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.Unit;

/** A journey around something that Hélène's company lends, made for the journey: nobody else books it. */
abstract class MeansJourney extends Journey {
    static final String SLUG = "verre-d-orsenne";
    private static final Pattern BOOK = Pattern.compile("^(Book|Ask for) .*");

    /** The day that everything of a journey is about. */
    static final int AHEAD = 4;

    final Actor helene = stage.actor("helene.aubrac@saulnaye.example", SLUG);
    final Actor marc = stage.actor("marc.delporte@moulin-fauvel.example", SLUG);
    final Actor nadia = stage.actor("nadia.ferhaoui@corvaine.example", SLUG);

    /** A name that nothing else has. */
    static String named(String what) {
        return what + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Open day and night, with an ability that nothing else has: what is offered instead is the thing itself. */
    static MeansDraft plain(String name, String... units) {
        return MeansWorld.draft(name, BookingRules.lenient(MeansWorld.PARIS), List.of(name), units);
    }

    MeansId share(MeansDraft draft) {
        return stage.bean(MeansService.class).share(helene, helene.requireOrganisation(), draft);
    }

    Unit unit(MeansId means, int index) {
        return stage.bean(MeansQueries.class).get(helene, means).means().units().get(index);
    }

    BookingId book(Actor who, BookingRequest request) {
        return stage.bean(BookingService.class).book(who, request);
    }

    /** Two hours of the day at that hour. */
    static BookingRequest hours(MeansId means, int days, int hour) {
        Instant from = MeansWorld.in(days, hour);
        return new BookingRequest(means, from, from.plusSeconds(7200), 1, "", null);
    }

    static String pageOf(MeansId means, String from, String to) {
        LocalDate day = LocalDate.now(MeansWorld.PARIS).plusDays(AHEAD);
        return ORSENNE + "/means/" + means + "?day=" + day + "&from=" + from + "&to=" + to;
    }

    /** The one button of the booking panel. */
    static Locator book(Visitor visitor) {
        return visitor.page()
                .locator(".cv-means-foot vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(BOOK));
    }

    long standing(MeansId means) {
        return stage.number(
                "SELECT COUNT(*) FROM booking WHERE means_id = ? AND kind = 'BOOKING'"
                        + " AND status IN ('HELD', 'PENDING', 'PROPOSED', 'CONFIRMED')",
                means.value());
    }
}
