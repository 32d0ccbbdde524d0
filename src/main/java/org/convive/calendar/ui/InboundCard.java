package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.convive.calendar.inbound.InboundItem;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** One message that came by mail: who wrote, about what, what it says, and why nobody counted it. */
final class InboundCard extends Pane {
    private final transient InboundItem item;
    private final transient Dates dates;
    private final Div deeds = new Div();

    InboundCard(InboundItem item, Instant now) {
        this.item = item;
        dates = Dates.of(getLocale(), item.zone());
        addClassName("cv-pane-small");
        setTitle(new H3(name()));
        Div content = new Div();
        content.addClassName("cv-stack");
        content.add(quiet(
                getTranslation("calendar.inbound.kind." + item.kind()) + " · " + dates.relative(item.received(), now)));
        if (!item.about().isEmpty()) {
            content.add(new Div(Links.to(item.page(), item.about())));
        }
        says(content);
        if (!item.reason().isEmpty()) {
            content.add(quiet(getTranslation("calendar.inbound.reason." + item.reason(), nobodyless())));
        }
        if (!item.words().isBlank()) {
            Paragraph words = new Paragraph(item.words());
            words.addClassName("cv-said");
            content.add(words);
        }
        if (!item.sender().isEmpty() && !item.sender().equals(name())) {
            content.add(new Div(new Anchor("mailto:" + item.sender(), item.sender())));
        }
        deeds.addClassName("cv-row");
        content.add(deeds);
        add(content);
    }

    /** What one may do about it. */
    Div deeds() {
        return deeds;
    }

    private String name() {
        if (!item.senderName().isBlank()) {
            return item.senderName();
        }
        if (!item.sender().isBlank()) {
            return item.sender();
        }
        return getTranslation("calendar.inbound.nobody");
    }

    private String nobodyless() {
        return item.personName() == null ? getTranslation("calendar.inbound.nobody") : item.personName();
    }

    private void says(Div content) {
        Instant from = item.proposedFrom();
        Instant to = item.proposedTo();
        if (from != null) {
            String when = to != null && to.isAfter(from) ? dates.range(from, to) : dates.dayAndTime(from);
            content.add(new Paragraph(getTranslation("calendar.inbound.proposes", when)));
        }
        if (item.delegatedTo() != null) {
            content.add(new Paragraph(getTranslation("calendar.inbound.delegated-to", item.delegatedTo())));
        }
        if (item.countable()) {
            content.add(new Paragraph(getTranslation("calendar.inbound.says." + item.participation(), nobodyless())));
        }
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
