package org.convive.means.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.uikit.CvIcon;
import org.jspecify.annotations.Nullable;

/** Addresses and icons of the pages of shared means. */
final class MeansPath {
    private MeansPath() {}

    static String all(Actor actor) {
        return "c/" + actor.slug() + "/means";
    }

    static String of(Actor actor, MeansId means) {
        return all(actor) + "/" + means;
    }

    static String edit(Actor actor, MeansId means) {
        return of(actor, means) + "/edit";
    }

    static String share(Actor actor) {
        return all(actor) + "/new";
    }

    static String bookings(Actor actor) {
        return "c/" + actor.slug() + "/bookings";
    }

    static String booking(Actor actor, BookingId booking) {
        return bookings(actor) + "/" + booking;
    }

    static String plan(Actor actor) {
        return all(actor) + "/plan";
    }

    static String repeat(Actor actor, MeansId means) {
        return of(actor, means) + "/repeat";
    }

    static String find(Actor actor) {
        return all(actor) + "/find";
    }

    static String terms(Actor actor, long terms) {
        return all(actor) + "/terms/" + terms + ".pdf";
    }

    static @Nullable String picture(Actor actor, @Nullable Long picture) {
        return picture == null ? null : "c/" + actor.slug() + "/pictures/" + picture;
    }

    static CvIcon icon(MeansKind kind) {
        return switch (kind) {
            case MACHINE -> CvIcon.COG;
            case TEST_BENCH -> CvIcon.MICROSCOPE;
            case LABORATORY -> CvIcon.FLASK;
            case ROOM -> CvIcon.DOOR;
            case VEHICLE -> CvIcon.TRUCK;
            case TOOL -> CvIcon.WRENCH;
            case TRAINER -> CvIcon.GRADUATION_CAP;
            case SERVICE -> CvIcon.HANDSHAKE;
        };
    }

    /** The word for several of a kind. */
    static String kind(MeansKind kind) {
        return "means.kind." + kind.name();
    }

    /** The word for one of a kind. */
    static String oneOf(MeansKind kind) {
        return "means.kind.one." + kind.name();
    }

    /** The page of all means at those hours, with this means' panel open. */
    static String book(Actor actor, BookingRequest request) {
        ZonedDateTime from = request.from().atZone(actor.zone());
        ZonedDateTime to = request.to().atZone(actor.zone());
        boolean midnight = to.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate last = midnight ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        return all(actor) + "?day=" + from.toLocalDate() + "&from=" + from.toLocalTime() + "&to=" + to.toLocalTime()
                + (last.isAfter(from.toLocalDate()) ? "&until=" + last : "") + "&means=" + request.means();
    }

    static boolean isSameDay(Instant from, Instant to, ZoneId zone) {
        return from.atZone(zone)
                .toLocalDate()
                .equals(to.minusNanos(1).atZone(zone).toLocalDate());
    }
}
