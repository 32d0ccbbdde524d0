package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.convive.calendar.busy.BusyTimes;
import org.convive.calendar.busy.ImportPreview;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Keeps the times of a previewed calendar as one's own busy times. */
final class BusyPane extends Pane {
    BusyPane(BusyTimes busy, PersonId person, ImportPreview preview, @Nullable String link) {
        setTitle(new H2(getTranslation("calendar.busy.title")));
        cut();
        TextField name = new TextField(getTranslation("calendar.busy.name"));
        name.setValue(preview.name().isBlank() ? getTranslation("calendar.busy.name.default") : preview.name());
        name.setMaxLength(200);
        name.setWidthFull();
        Div content = new Div(
                new Paragraph(getTranslation(link == null ? "calendar.busy.sentence" : "calendar.busy.sentence.link")),
                name);
        content.addClassName("cv-stack");
        content.add(new Div(Buttons.primary(getTranslation("calendar.busy.keep"), CvIcon.CALENDAR_CHECK, () -> {
            name.setInvalid(false);
            try {
                long id = busy.keep(person, name.getValue(), link, preview);
                setVisible(false);
                Toasts.undo(getTranslation("calendar.busy.kept"), () -> {
                    busy.forget(person, id);
                    setVisible(true);
                });
            } catch (InvalidInput e) {
                Message message = e.fields().values().iterator().next();
                name.setErrorMessage(
                        getTranslation(message.key(), message.args().toArray()));
                name.setInvalid(true);
            }
        })));
        add(content);
    }
}
