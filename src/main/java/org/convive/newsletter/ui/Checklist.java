package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.nio.charset.StandardCharsets;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries.Audience;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;

/** What to look at before a letter leaves, and the button that lets it go. */
class Checklist extends Pane {
    /** Beyond this, a large mail service cuts the letter off. */
    private static final int MOST_BYTES = 102 * 1024;

    private final UnorderedList list = new UnorderedList();
    private final Audience audience;
    private final Button test;

    Checklist(Audience audience, Runnable sendTest, Runnable publish) {
        this.audience = audience;
        setTitle(new H2(getTranslation("newsletter.checks")));
        list.addClassName("cv-nl-checks");
        list.getElement().setAttribute("role", "list");
        test = Buttons.plain(getTranslation("newsletter.test"), CvIcon.MAIL, sendTest);
        Button send = Buttons.primary(getTranslation("newsletter.publish", audience.readers()), CvIcon.SEND, publish);
        Div deeds = new Div(test, send);
        deeds.addClassName("cv-stack");
        add(list, deeds);
    }

    void check(Draft draft, String html, boolean tested) {
        long undescribed = draft.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.IMAGE && block.alt().isBlank())
                .count();
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        list.removeAll();
        list.add(item(
                true,
                getTranslation("newsletter.checks.readers", audience.readers(), audience.organisations()),
                audience.leftOut() == 0 ? "" : getTranslation("newsletter.checks.left-out", audience.leftOut())));
        list.add(item(!draft.title().isBlank(), getTranslation("newsletter.checks.title"), ""));
        list.add(item(
                true,
                getTranslation("newsletter.checks.unsubscribe"),
                getTranslation("newsletter.checks.unsubscribe.where")));
        list.add(item(
                undescribed == 0,
                undescribed == 0
                        ? getTranslation("newsletter.checks.pictures")
                        : getTranslation("newsletter.checks.undescribed", undescribed),
                ""));
        list.add(item(
                bytes < MOST_BYTES,
                getTranslation("newsletter.checks.size", Math.max(1, bytes / 1024)),
                bytes < MOST_BYTES ? "" : getTranslation("newsletter.checks.too-large")));
        list.add(item(tested, getTranslation(tested ? "newsletter.checks.tested" : "newsletter.checks.untested"), ""));
    }

    private ListItem item(boolean good, String words, String more) {
        Component icon = (good ? CvIcon.CIRCLE_CHECK : CvIcon.TRIANGLE_ALERT)
                .named(getTranslation(good ? "newsletter.checks.good" : "newsletter.checks.look"));
        Span main = new Span(words);
        main.addClassName("cv-strong");
        Div text = new Div(main);
        text.addClassName("cv-nl-row-words");
        if (!more.isBlank()) {
            Span second = new Span(more);
            second.addClassNames("cv-q", "cv-small");
            text.add(second);
        }
        ListItem item = new ListItem(icon, text);
        item.addClassName(good ? "cv-good" : "cv-look");
        return item;
    }
}
