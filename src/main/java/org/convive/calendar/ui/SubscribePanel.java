package org.convive.calendar.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** An address of a calendar: a way into each calendar program in one tap, and in words for all others. */
final class SubscribePanel extends Pane {
    /** Of a new address, which is told only this once. */
    static SubscribePanel once(String address) {
        return new SubscribePanel(address, true);
    }

    /** Of an address that everybody may know. */
    static SubscribePanel open(String address) {
        return new SubscribePanel(address, false);
    }

    private SubscribePanel(String address, boolean once) {
        setTitle(new H2(getTranslation("calendar.subscribe.title")));
        cut();
        TextField field = new TextField(getTranslation(once ? "calendar.feed.address" : "calendar.public.address"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        if (once) {
            field.setHelperText(getTranslation("calendar.feed.once"));
        }
        String webcal = address.replaceFirst("^https?:", "webcal:");
        Div ways = new Div(
                way(webcal, "calendar.subscribe.here"),
                way(getTranslation("calendar.subscribe.google.address", encoded(webcal)), "calendar.subscribe.google"),
                way(
                        getTranslation("calendar.subscribe.outlook.address", encoded(address)),
                        "calendar.subscribe.outlook"),
                Buttons.plain(getTranslation("calendar.subscribe.copy"), CvIcon.COPY, () -> {
                    UI.getCurrent().getPage().executeJs("navigator.clipboard.writeText($0)", address);
                    Toasts.say(getTranslation("calendar.subscribe.copied"));
                }));
        ways.addClassName("cv-row");
        Div content = new Div(new Paragraph(getTranslation("calendar.subscribe.sentence")), ways, field);
        content.addClassName("cv-stack");
        Paragraph other = new Paragraph(getTranslation("calendar.subscribe.other"));
        other.addClassName("cv-q");
        content.add(other);
        if (once) {
            content.add(times(address));
        }
        add(content);
    }

    private Details times(String address) {
        TextField field = new TextField(getTranslation("calendar.subscribe.times.address"));
        field.setValue(address.replaceFirst("\\.ics$", ".ifb"));
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        Paragraph sentence = new Paragraph(getTranslation("calendar.subscribe.times.sentence"));
        sentence.addClassName("cv-q");
        Div content = new Div(sentence, field);
        content.addClassName("cv-stack");
        return new Details(getTranslation("calendar.subscribe.times"), content);
    }

    private Anchor way(String address, String key) {
        Anchor link = Links.button("", getTranslation(key), CvIcon.CALENDAR_PLUS);
        // Not known to the framework, but to every calendar program: webcal.
        link.setUnsafeHref(address);
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
