package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.newsletter.Issue;
import org.convive.newsletter.reading.Reading;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Faces;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Portrait;
import org.convive.uikit.Toasts;

/** After the last word: how many read it, who thanked, and a way to thank or to write back. */
class Regards extends Div {
    private final transient Actor actor;
    private final transient Issue issue;
    private final transient Reading reading;

    Regards(Actor actor, Issue issue, Reading reading) {
        this.actor = actor;
        this.issue = issue;
        this.reading = reading;
        addClassName("cv-nl-regards");
        show();
    }

    private void show() {
        removeAll();
        Reading.Standing standing = reading.of(actor, issue.id());
        Paragraph read = new Paragraph(getTranslation("newsletter.regards.readers", standing.readers()));
        read.addClassNames("cv-q", "cv-small");
        Div who = new Div();
        who.addClassName("cv-row");
        if (standing.thanks() > 0) {
            Paragraph thanked = new Paragraph(getTranslation("newsletter.regards.thanks", standing.thanks()));
            thanked.addClassNames("cv-q", "cv-small");
            who.add(
                    new Faces(
                            standing.faces().stream()
                                    .map(face -> new Portrait(face.name(), null, Pages.picture(actor, face.picture())))
                                    .toList(),
                            5,
                            standing.thanks()),
                    thanked);
        }
        who.add(read);
        String author = firstName();
        Button thank = standing.thanked()
                ? Buttons.plain(getTranslation("newsletter.regards.thanked"), CvIcon.CHECK, () -> thank(false))
                : Buttons.plain(getTranslation("newsletter.regards.thank", author), CvIcon.HEART, () -> thank(true));
        thank.getElement().setAttribute("aria-pressed", Boolean.toString(standing.thanked()));
        thank.setClassName("cv-nl-thanked", standing.thanked());
        Div deeds = new Div(
                thank,
                Buttons.quiet(getTranslation("newsletter.regards.write", author), this::write),
                Buttons.icon(
                        CvIcon.PRINTER,
                        getTranslation("newsletter.regards.print"),
                        () -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()"))));
        deeds.addClassNames("cv-row", "cv-nl-deeds");
        add(who, deeds);
    }

    private String firstName() {
        return issue.summary().authorName().strip().split("\\s+", -1)[0];
    }

    private void thank(boolean thanks) {
        reading.thank(actor, issue.id(), thanks);
        show();
    }

    private void write() {
        String key = UUID.randomUUID().toString();
        var words = Fields.area(getTranslation("newsletter.regards.words"), 5_000);
        words.setWidthFull();
        words.setMinRows(5);
        Div form = new Div(words);
        form.addClassName("cv-stack");
        Div deeds = new Div(
                Buttons.primary(getTranslation("newsletter.regards.send"), CvIcon.SEND, () -> {
                    try {
                        reading.reply(actor, issue.id(), words.getValue(), key);
                        show();
                        Toasts.say(getTranslation("newsletter.regards.sent", firstName()));
                    } catch (InvalidInput e) {
                        FormErrors.show(e, java.util.Map.of("words", words));
                    }
                }),
                Buttons.quiet(getTranslation("newsletter.regards.not"), this::show));
        deeds.addClassName("cv-row");
        form.add(deeds);
        removeAll();
        add(form);
        words.focus();
    }
}
