package org.convive.means.use.ui;

import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.MeansId;

/** Addresses of the pages about using. */
final class UsePath {
    private UsePath() {}

    static String means(Actor actor, MeansId means) {
        return "c/" + actor.slug() + "/means/" + means;
    }

    static String booking(Actor actor, BookingId booking) {
        return "c/" + actor.slug() + "/bookings/" + booking;
    }

    /** Where the code on the machine leads to. */
    static String here(Actor actor, MeansId means) {
        return means(actor, means) + "/here";
    }

    static String rules(Actor actor, MeansId means) {
        return means(actor, means) + "/use";
    }

    static String maintenance(Actor actor, MeansId means) {
        return means(actor, means) + "/maintenance";
    }

    static String report(Actor actor, MeansId means) {
        return means(actor, means) + "/damage";
    }

    static String damage(Actor actor, long damage) {
        return "c/" + actor.slug() + "/damage/" + damage;
    }

    static String picture(Actor actor, long picture) {
        return "c/" + actor.slug() + "/pictures/" + picture;
    }
}
