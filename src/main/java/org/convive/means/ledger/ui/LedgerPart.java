package org.convive.means.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.convive.means.MeansDetail;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.ui.MeansPart;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** What it costs, on the page of a means; what it came to, on the page of a booking. */
@org.springframework.stereotype.Component
class LedgerPart implements MeansPart {
    private static final int ORDER = 20;

    private final Tariffs tariffs;
    private final LedgerQueries ledger;

    LedgerPart(Tariffs tariffs, LedgerQueries ledger) {
        this.tariffs = tariffs;
        this.ledger = ledger;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Component> ofMeans(Actor actor, MeansDetail detail, Runnable changed) {
        Tariff tariff = tariffs.of(actor, detail.means().id());
        boolean owner = actor.maySpeakFor(detail.means().owner());
        if (tariff.version() == 0 && !owner) {
            return List.of();
        }
        Pane pane = new Pane(text("means.ledger.costs"));
        pane.add(tariff.isFree() ? new Paragraph(text("means.ledger.tariff.free")) : facts(actor, tariff));
        if (owner) {
            pane.aside(Links.more(LedgerPath.tariff(actor, detail.means().id()), text("means.ledger.tariff.change")));
        }
        return List.of(pane);
    }

    private static Facts facts(Actor actor, Tariff tariff) {
        Facts facts = new Facts();
        record Part(String key, long minor) {}
        for (Part part : List.of(
                new Part("perHour", tariff.perHour()),
                new Part("perDay", tariff.perDay()),
                new Part("perMeter", tariff.perMeter()),
                new Part("perUse", tariff.perUse()))) {
            if (part.minor() > 0) {
                facts.with(
                        CvIcon.TAG,
                        text(
                                "means.ledger.says." + part.key(),
                                Purse.text(actor, org.convive.shared.Money.of(part.minor(), tariff.currency()))));
            }
        }
        if (tariff.favourUpTo() > 0) {
            facts.with(
                    CvIcon.HANDSHAKE,
                    text(
                            "means.ledger.says.favourUpTo",
                            Purse.text(actor, org.convive.shared.Money.of(tariff.favourUpTo(), tariff.currency()))));
        }
        return facts;
    }

    @Override
    public List<Component> ofBooking(Actor actor, BookingLine booking, Runnable changed) {
        boolean concerned = actor.isAnimator()
                || booking.owner().equals(actor.organisation())
                || booking.organisation().equals(actor.organisation());
        if (!concerned || booking.blackout() || booking.owner().equals(booking.organisation())) {
            return List.of();
        }
        List<LedgerLine> lines = ledger.ofBooking(actor, booking.id());
        var content = new ArrayList<Component>();
        lines.forEach(line -> content.add(Links.to(
                LedgerPath.line(actor, line.id()),
                line.isFree()
                        ? text("means.ledger.tariff.free")
                        : text(
                                "means.ledger.booking.line",
                                Purse.text(actor, line.amount()),
                                text("means.ledger.account." + line.account())))));
        Tariff tariff = tariffs.of(actor, booking.means());
        if (lines.isEmpty() && !tariff.isFree() && booking.status() == BookingStatus.CONFIRMED) {
            int minutes = (int) Duration.between(booking.from(), booking.to()).toMinutes();
            content.add(new Paragraph(text(
                    "means.ledger.booking.expected", Purse.text(actor, tariff.price(minutes, booking.units(), null)))));
        }
        return content.isEmpty()
                ? List.of()
                : List.of(new Pane(text("means.ledger.costs"), content.toArray(Component[]::new)));
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
