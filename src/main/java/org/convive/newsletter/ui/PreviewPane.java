package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Portrait;

/** The mail as it will arrive: wide, on a phone, in the dark. Nothing in it can run. */
class PreviewPane extends Section {
    private final IFrame mail = new IFrame();
    private final Paragraph subject = new Paragraph();
    private final Map<Look, Button> looks = new EnumMap<>(Look.class);

    /** How the mail is looked at. */
    enum Look {
        WIDE,
        PHONE,
        DARK
    }

    PreviewPane(Actor actor, String author) {
        addClassName("cv-nl-preview");
        getElement().setAttribute("aria-label", getTranslation("newsletter.preview"));
        H2 title = new H2(getTranslation("newsletter.preview"));
        title.addClassName("cv-grow");
        Div tools = new Div(
                title,
                look(Look.WIDE, CvIcon.TABLE, "newsletter.preview.wide"),
                look(Look.PHONE, CvIcon.PHONE, "newsletter.preview.phone"),
                look(Look.DARK, CvIcon.MOON, "newsletter.preview.dark"));
        tools.addClassNames("cv-row", "cv-nl-preview-tools");
        Span from = new Span(getTranslation("newsletter.mail.from", author, actor.clusterName()));
        from.addClassName("cv-strong");
        subject.addClassName("cv-strong");
        Div head = new Div(new Face(Portrait.of(author), Face.Size.S).decorative(), new Div(from, subject));
        head.addClassNames("cv-row", "cv-nl-mail-head");
        mail.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        mail.setTitle(getTranslation("newsletter.preview.mail"));
        mail.addClassName("cv-nl-mail");
        Div box = new Div(head, mail);
        box.addClassName("cv-nl-mail-box");
        add(tools, box);
        choose(Look.WIDE);
    }

    void show(String subject, String html) {
        this.subject.setText(subject.isBlank() ? getTranslation("newsletter.untitled") : subject);
        mail.setSrcdoc(html);
    }

    private Button look(Look look, CvIcon icon, String key) {
        Button button = Buttons.icon(icon, getTranslation(key), () -> choose(look));
        looks.put(look, button);
        return button;
    }

    private void choose(Look look) {
        looks.forEach((key, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(key == look)));
        setClassName("cv-phone", look == Look.PHONE);
        setClassName("cv-dark", look == Look.DARK);
    }
}
