package org.convive.meetings.album.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Photo;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Toasts;

/** Words and addresses that the album's parts share. */
final class Say {
    private Say() {}

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    static String href(Actor actor, MeetingId meeting) {
        return "c/" + actor.slug() + "/meetings/" + meeting;
    }

    static String href(Actor actor, MeetingId meeting, Photo photo, String size) {
        return href(actor, meeting) + "/photos/" + photo.id() + "/" + size;
    }

    /** The small picture; it takes its place before it is there. */
    static Image image(Actor actor, MeetingId meeting, Photo photo) {
        String alt = photo.caption().isEmpty() ? text("meetings.album.alt", photo.byName()) : photo.caption();
        Image image = new Image(href(actor, meeting, photo, "small"), alt);
        image.getElement()
                .setAttribute("loading", "lazy")
                .setAttribute("width", Integer.toString(photo.width()))
                .setAttribute("height", Integer.toString(photo.height()));
        return image;
    }

    static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassNames("cv-q", "cv-small");
        return paragraph;
    }

    /** Does it; what cannot be is said. */
    static void orSorry(Runnable deed) {
        try {
            deed.run();
        } catch (InvalidInput e) {
            e.fields().values().stream()
                    .findFirst()
                    .ifPresent(message ->
                            Toasts.sorry(text(message.key(), message.args().toArray())));
        }
    }
}
