package org.convive.means.use.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingLine;
import org.convive.means.MeansDetail;
import org.convive.means.ui.MeansPart;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;

/** Who did what when, on every means and booking, for those concerned. */
@org.springframework.stereotype.Component
class TrailPart implements MeansPart {
    private static final int ORDER = 100;

    private final AuditTrail audit;
    private final Translations translations;

    TrailPart(AuditTrail audit, Translations translations) {
        this.audit = audit;
        this.translations = translations;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Component> ofMeans(Actor actor, MeansDetail detail, Runnable changed) {
        boolean concerned = actor.isAnimator() || detail.means().owner().equals(actor.organisation());
        return concerned ? List.of(trail(actor, "means:" + detail.means().id(), null)) : List.of();
    }

    @Override
    public List<Component> ofBooking(Actor actor, BookingLine booking, Runnable changed) {
        boolean concerned = actor.isAnimator()
                || booking.owner().equals(actor.organisation())
                || booking.organisation().equals(actor.organisation());
        if (!concerned) {
            return List.of();
        }
        ListItem made = item(text("means.trail.made", booking.personName(), booking.organisationName()), "");
        return List.of(trail(actor, "booking:" + booking.id(), made));
    }

    private Component trail(Actor actor, String subject, @org.jspecify.annotations.Nullable ListItem first) {
        Locale locale = UI.getCurrent().getLocale();
        Dates dates = Dates.of(locale, actor.zone());
        OrderedList list = new OrderedList();
        list.addClassName("cv-trail");
        for (AuditTrail.Entry entry : audit.of(actor, subject)) {
            String who = entry.person() == null ? text("means.trail.portal") : entry.name();
            list.add(item(
                    text("means.trail.line", deed(entry.deed()), who, dates.dayAndTime(entry.at())), entry.detail()));
        }
        if (first != null) {
            list.add(first);
        }
        if (list.getComponentCount() == 0) {
            list.add(item(text("means.trail.none"), ""));
        }
        Details details = new Details(text("means.trail.title"), list);
        details.addClassName("cv-trail-pane");
        return details;
    }

    private static ListItem item(String line, String detail) {
        ListItem item = new ListItem(new Span(line));
        if (!detail.isBlank()) {
            Span more = new Span(detail);
            more.addClassName("cv-q");
            item.add(more);
        }
        return item;
    }

    /** The deed in words; one that a newer part of the portal wrote is shown as it stands. */
    private String deed(String deed) {
        String key = "means.deed." + deed;
        return translations.knows(key) ? text(key) : deed;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
