package org.convive.meetings.album.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Photo;
import org.convive.meetings.ui.Say;

/** How the album's parts show a photo. */
final class PhotoLook {
    private PhotoLook() {}

    static String href(Actor actor, MeetingId meeting, Photo photo, String size) {
        return Say.href(actor, meeting) + "/photos/" + photo.id() + "/" + size;
    }

    /** The small picture; it takes its place before it is there. */
    static Image image(Actor actor, MeetingId meeting, Photo photo) {
        String alt = photo.caption().isEmpty() ? Say.text("meetings.album.alt", photo.byName()) : photo.caption();
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
}
