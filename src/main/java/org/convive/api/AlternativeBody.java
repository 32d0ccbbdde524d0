package org.convive.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.convive.identity.Actor;
import org.convive.means.Alternative;

/** What is free instead. */
public record AlternativeBody(
        long meansId,
        String name,
        String owner,
        String place,
        String price,

        @Schema(description = "The means that was asked for, at another time")
        boolean sameMeans,

        OffsetDateTime from,
        OffsetDateTime to) {

    public static AlternativeBody of(Actor actor, Alternative offer) {
        return new AlternativeBody(
                offer.means().value(),
                offer.name(),
                offer.owner(),
                offer.place(),
                offer.price(),
                offer.sameMeans(),
                Times.at(actor, offer.from()),
                Times.at(actor, offer.to()));
    }
}
