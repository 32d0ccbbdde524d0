package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Issue;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Links;
import org.convive.uikit.Portrait;
import org.jspecify.annotations.Nullable;

/** The mail as it will arrive: wide, on a phone, in the dark, as plain text. */
class PreviewPane extends Section {
    private final transient Actor actor;
    private final transient Issue issue;
    private final transient NewsletterService newsletter;
    private final MailFrame frame = new MailFrame();
    private final Paragraph subject = new Paragraph();
    private final Map<Look, Button> looks = new EnumMap<>(Look.class);
    private transient @Nullable Shown shown;
    private Look look = Look.WIDE;

    /** How the mail is looked at. */
    enum Look {
        WIDE,
        PHONE,
        DARK,
        TEXT
    }

    private record Shown(Draft draft, Locale language, String marked) {}

    PreviewPane(Actor actor, Issue issue, NewsletterService newsletter) {
        this.actor = actor;
        this.issue = issue;
        this.newsletter = newsletter;
        String author = issue.summary().authorName();
        addClassName("cv-nl-preview");
        getElement().setAttribute("aria-label", getTranslation("newsletter.preview"));
        H2 title = new H2(getTranslation("newsletter.preview"));
        title.addClassName("cv-grow");
        Div tools = new Div(
                title,
                look(Look.WIDE, CvIcon.MONITOR, "newsletter.preview.wide"),
                look(Look.PHONE, CvIcon.SMARTPHONE, "newsletter.preview.phone"),
                look(Look.DARK, CvIcon.MOON, "newsletter.preview.dark"),
                look(Look.TEXT, CvIcon.TEXT, "newsletter.preview.text"));
        tools.addClassNames("cv-row", "cv-nl-preview-tools");
        Span from = new Span(getTranslation("newsletter.mail.from", author, actor.clusterName()));
        from.addClassName("cv-strong");
        subject.addClassName("cv-strong");
        Div head = new Div(new Face(Portrait.of(author), Face.Size.S).decorative(), new Div(from, subject));
        head.addClassNames("cv-row", "cv-nl-mail-head");
        Div box = new Div(head, frame);
        box.addClassName("cv-nl-mail-box");
        add(
                tools,
                box,
                Links.more(Pages.preview(actor, issue.id()), getTranslation("newsletter.preview.side-by-side")));
        choose(Look.WIDE);
    }

    /** @param marked the block that the writer looks at; empty for none */
    void show(Draft draft, Locale language, String marked) {
        var now = new Shown(draft, language, marked);
        if (!now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    /** The letter looks different now, with the same words. */
    void redraw() {
        draw();
    }

    private void draw() {
        Shown now = shown;
        if (now != null) {
            String title = now.draft.edition(now.language).title();
            subject.setText(title.isBlank() ? getTranslation("newsletter.untitled") : title);
            if (look == Look.TEXT) {
                frame.text(newsletter.previewText(actor, issue.id(), now.draft, now.language));
            } else {
                String html = newsletter.preview(actor, issue.id(), now.draft, now.language, now.marked);
                if (look == Look.DARK) {
                    frame.dark(html);
                } else {
                    frame.html(html);
                }
            }
        }
    }

    private Button look(Look look, CvIcon icon, String key) {
        Button button = Buttons.icon(icon, getTranslation(key), () -> choose(look));
        looks.put(look, button);
        return button;
    }

    private void choose(Look chosen) {
        look = chosen;
        looks.forEach(
                (key, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(key == chosen)));
        setClassName("cv-phone", chosen == Look.PHONE);
        setClassName("cv-dark", chosen == Look.DARK);
        draw();
    }
}
