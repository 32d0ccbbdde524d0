package org.convive.means.ledger.ui;

import java.time.YearMonth;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.shared.OrganisationId;

/** Addresses of the pages of give and take. */
final class LedgerPath {
    private LedgerPath() {}

    static String all(Actor actor) {
        return "c/" + actor.slug() + "/give-and-take";
    }

    static String line(Actor actor, long line) {
        return all(actor) + "/" + line;
    }

    static String file(Actor actor, OrganisationId company, YearMonth month, String type) {
        return all(actor) + "/" + company + "/" + month + "." + type;
    }

    static String tariff(Actor actor, MeansId means) {
        return means(actor, means) + "/tariff";
    }

    static String means(Actor actor, MeansId means) {
        return "c/" + actor.slug() + "/means/" + means;
    }

    static String booking(Actor actor, BookingId booking) {
        return "c/" + actor.slug() + "/bookings/" + booking;
    }
}
