package org.convive.calendar.ui;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Component;

/** The clocks that a person reads where no cluster is chosen: those of the first cluster they belong to. */
@Component
class ReaderZone {
    private final Memberships memberships;
    private final Actors actors;

    ReaderZone(Memberships memberships, Actors actors) {
        this.memberships = memberships;
        this.actors = actors;
    }

    ZoneId of(PersonId person) {
        return memberships.of(person).stream()
                .map(membership -> actors.member(person, membership.cluster()))
                .flatMap(Optional::stream)
                .map(Actor::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
