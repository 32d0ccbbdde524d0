package org.convive.means;

import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A booking as lists and its page show it.
 *
 * @param unitNames the units it holds, empty when cancelled
 * @param blackout the owner took the units out of use
 * @param purpose empty unless the reader may know it
 * @param costCode for the booker's company; empty unless the reader is of it
 * @param word what the owner said to the request
 * @param expires when a hold, a request or a proposal lapses
 * @param approved when the owner agreed, or the booker to the owner's proposal
 * @param terms the version of rules and terms that it was made under
 * @param plan what it was booked together with
 * @param late given back after the owner's term for giving back freely
 */
public record BookingLine(
        BookingId id,
        MeansId means,
        String meansName,
        MeansKind kind,
        String place,
        String price,
        OrganisationId owner,
        String ownerName,
        PersonId person,
        String personName,
        OrganisationId organisation,
        String organisationName,
        Instant from,
        Instant to,
        int units,
        String unitNames,
        boolean blackout,
        String purpose,
        BookingStatus status,
        Instant changed,
        int version,
        String costCode,
        String word,
        @Nullable Instant expires,
        @Nullable Instant approved,
        @Nullable Long terms,
        @Nullable Long plan,
        boolean late) {

    /** The booker's company, the owner and the animators may cancel and restore; a blackout is the owner's. */
    public boolean mayChange(Actor actor) {
        return actor.maySpeakFor(owner) || !blackout && organisation.equals(actor.organisation());
    }

    /** Whether the actor is told what it is for and what happened with it. */
    public boolean mayKnow(Actor actor) {
        return isOf(actor) || MeansRows.mayKnow(actor, owner, organisation);
    }

    public boolean isOf(Actor actor) {
        return person.equals(actor.person());
    }
}
