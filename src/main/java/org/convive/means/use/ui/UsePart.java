package org.convive.means.use.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.MeansDetail;
import org.convive.means.ui.MeansPart;
import org.convive.means.use.Damage;
import org.convive.means.use.DamageService;
import org.convive.means.use.UseService;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.Pane;

/** What using adds to the pages of a means and of a booking. */
@org.springframework.stereotype.Component
class UsePart implements MeansPart {
    private static final int ORDER = 10;

    private final UseService uses;
    private final DamageService damages;
    private final HitDeeds deeds;
    private final Pictures pictures;
    private final Clock clock;

    UsePart(UseService uses, DamageService damages, HitDeeds deeds, Pictures pictures, Clock clock) {
        this.uses = uses;
        this.damages = damages;
        this.deeds = deeds;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Component> ofBooking(Actor actor, BookingLine booking, Runnable changed) {
        var panes = new ArrayList<Component>();
        damages.hitting(actor, booking).ifPresent(hit -> panes.add(hit(actor, hit, changed)));
        panes.add(new UsePane(actor, booking, uses, pictures, clock, changed));
        return panes;
    }

    /** The unit is damaged: what is offered, and where the booking could go. */
    private Component hit(Actor actor, DamageService.HitBy hit, Runnable changed) {
        Damage damage = hit.damage();
        BookingId booking = hit.hit().booking().id();
        Pane pane = new Pane(
                text("means.use.damage.yours", damage.unitName()),
                new Paragraph(
                        hit.hit().offer() == null
                                ? text("means.use.damage.yours.sentence")
                                : text(
                                        "means.use.damage.yours.offered",
                                        hit.hit().booking().ownerName())),
                new HitOptions(actor, damage, hit.hit(), deeds, stands -> {
                    if (stands.equals(booking)) {
                        changed.run();
                    } else {
                        UI.getCurrent().navigate(UsePath.booking(actor, stands));
                    }
                }),
                Links.more(UsePath.damage(actor, damage.id()), text("means.use.damage.see")));
        return pane.hot();
    }

    @Override
    public List<Component> ofMeans(Actor actor, MeansDetail detail, Runnable changed) {
        var parts = new ArrayList<Component>();
        Locale locale = UI.getCurrent().getLocale();
        Dates dates = Dates.of(locale, actor.zone());
        List<Damage> open = damages.of(actor, detail.means().id()).stream()
                .filter(Damage::open)
                .toList();
        if (!open.isEmpty()) {
            Div lines = new Div();
            lines.addClassName("cv-stack");
            open.forEach(one -> lines.add(new Div(
                    new Paragraph(text(
                            one.blocked() ? "means.use.damage.blocked" : "means.use.damage.open",
                            one.unitName(),
                            dates.day(one.reported()))),
                    Links.more(UsePath.damage(actor, one.id()), text("means.use.damage.see")))));
            parts.add(Notice.hot(lines));
        }
        boolean owner = actor.maySpeakFor(detail.means().owner());
        Div links = new Div();
        links.addClassName("cv-row");
        links.add(
                Links.button(UsePath.here(actor, detail.means().id()), text("means.use.here"), CvIcon.SCAN),
                Links.button(
                        UsePath.report(actor, detail.means().id()),
                        text("means.use.damage.report"),
                        CvIcon.TRIANGLE_ALERT));
        if (owner) {
            links.add(
                    Links.button(
                            UsePath.maintenance(actor, detail.means().id()),
                            text("means.use.maintenance"),
                            CvIcon.REPEAT),
                    Links.button(UsePath.rules(actor, detail.means().id()), text("means.use.rules"), CvIcon.HANDSHAKE));
        }
        parts.add(new Pane(text("means.use.on-the-spot"), links));
        return parts;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
