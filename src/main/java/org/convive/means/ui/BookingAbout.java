package org.convive.means.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** How a booking stands, for whom it is, of what, and under which terms. */
class BookingAbout extends Pane {

    /** @param freeUntil until when it can be given back without it being late; null where nothing is said of that */
    BookingAbout(Actor actor, BookingLine booking, @Nullable Instant freeUntil) {
        Dates dates = Dates.of(getLocale(), actor.zone());
        Facts facts = new Facts()
                .with(
                        CvIcon.BUILDING,
                        getTranslation("means.booking.by", booking.personName(), booking.organisationName()))
                .with(CvIcon.BOX, Links.to(MeansPath.of(actor, booking.means()), booking.meansName()))
                .with(CvIcon.HANDSHAKE, getTranslation("means.booking.owner", booking.ownerName()));
        fact(facts, CvIcon.TAG, booking.unitNames());
        fact(facts, CvIcon.MAP_PIN, booking.place());
        fact(facts, CvIcon.BRIEFCASE, booking.costCode());
        fact(facts, CvIcon.MESSAGE_CIRCLE, booking.word());
        if (freeUntil != null) {
            facts.with(CvIcon.UNDO, getTranslation("means.late.free-until", dates.dayAndTime(freeUntil)));
        }
        if (booking.terms() != null) {
            Anchor terms = Links.to(MeansPath.terms(actor, booking.terms()), getTranslation("means.terms.of-booking"));
            terms.setRouterIgnore(true);
            facts.with(CvIcon.TEXT, terms);
        }
        add(Answering.status(booking, dates), facts);
        if (!booking.purpose().isEmpty()) {
            add(new Paragraph(booking.purpose()));
        }
    }

    private static void fact(Facts facts, CvIcon icon, String text) {
        if (!text.isBlank()) {
            facts.with(icon, text);
        }
    }
}
