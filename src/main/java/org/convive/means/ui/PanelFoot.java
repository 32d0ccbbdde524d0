package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.convive.means.MeansDetail;
import org.convive.means.Unit;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;

/** The deeds of the booking panel: one button names what will be booked, the rarer ways stand below. */
class PanelFoot extends Div {

    /** What the buttons do. */
    record Deeds(Runnable book, Runnable hold, Runnable blackOut) {}

    PanelFoot(Actor actor, MeansDetail detail, BookingRequest request, boolean asks, Deeds deeds) {
        addClassName("cv-stack");
        Button book = Buttons.primary(
                getTranslation(
                        asks ? "means.panel.ask" : "means.panel.book",
                        name(detail, request),
                        hours(actor, detail, request)),
                deeds.book());
        book.setDisableOnClick(true);
        Div more = new Div();
        more.addClassName("cv-means-more");
        if (!detail.means().lending().holdFor().isZero()) {
            more.add(Buttons.quiet(getTranslation("means.panel.hold"), deeds.hold()));
        }
        if (actor.maySpeakFor(detail.means().owner())) {
            more.add(Buttons.quiet(getTranslation("means.panel.black-out"), deeds.blackOut()));
        }
        more.add(
                Links.to(new PlanItems(List.of(request)).address(actor), getTranslation("means.panel.with-others")),
                Links.to(RepeatState.address(actor, request), getTranslation("means.panel.repeat")));
        add(guarantee());
        cancelling(actor, detail, request);
        add(book, more);
    }

    /** Until when it can be given back freely, where the owner has a term. */
    private void cancelling(Actor actor, MeansDetail detail, BookingRequest request) {
        Duration term = detail.means().lending().freeCancelling();
        if (!term.isZero() && !detail.means().owner().equals(actor.organisation())) {
            Dates dates = Dates.of(actor.locale(), detail.means().rules().zone());
            Paragraph words = new Paragraph(getTranslation(
                    "means.late.free-until", dates.dayAndTime(request.from().minus(term))));
            words.addClassName("cv-q");
            add(words);
        }
    }

    private Component guarantee() {
        Span promise = new Span(getTranslation("means.panel.promise"));
        promise.addClassName("cv-strong");
        Paragraph guarantee = new Paragraph(promise, new Span(" " + getTranslation("means.panel.guarantee")));
        Div row = new Div(CvIcon.SHIELD_CHECK.create(), guarantee);
        row.addClassName("cv-means-guarantee");
        return row;
    }

    private static String name(MeansDetail detail, BookingRequest request) {
        return detail.means().units().stream()
                .filter(unit -> request.unit() != null && unit.id() == request.unit())
                .findFirst()
                .map(Unit::name)
                .orElse(detail.means().name());
    }

    private static String hours(Actor actor, MeansDetail detail, BookingRequest request) {
        var zone = detail.means().rules().zone();
        Dates dates = Dates.of(actor.locale(), zone);
        return MeansPath.isSameDay(request.from(), request.to(), zone)
                ? dates.hours(request.from(), request.to())
                : dates.range(request.from(), request.to());
    }
}
