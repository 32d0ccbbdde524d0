package org.convive.meetings.album.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.album.Album;
import org.convive.meetings.album.Photo;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** On the meeting's page, from its start on: the latest photos and the way to all of them. */
@org.springframework.stereotype.Component
class AlbumMeetingPane implements MeetingPane {
    private static final int SHOWN = 6;

    private final Album album;

    AlbumMeetingPane(Album album) {
        this.album = album;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated() || page.card().cancelled()) {
            return Optional.empty();
        }
        MeetingId meeting = page.card().id();
        Album.Standing standing = album.standing(actor, meeting);
        List<Photo> photos = album.photos(actor, meeting, SHOWN).stream()
                .filter(photo -> photo.state() != Photo.State.NEW)
                .toList();
        if (photos.isEmpty() && !standing.mayAdd()) {
            return Optional.empty();
        }
        return Optional.of(new Strip(actor, meeting, photos, standing));
    }

    /** The pane itself. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Strip extends Pane {
        Strip(Actor actor, MeetingId meeting, List<Photo> photos, Album.Standing standing) {
            super(text("meetings.album.title"));
            String href = Say.href(actor, meeting) + "/photos";
            if (photos.isEmpty()) {
                add(PhotoLook.quiet(text("meetings.album.none.sentence")));
            } else {
                Div strip = new Div();
                strip.addClassName("cv-photo-strip");
                photos.forEach(photo -> {
                    Anchor open = new Anchor(href, PhotoLook.image(actor, meeting, photo));
                    strip.add(open);
                });
                add(strip);
                aside(Links.more(href, text("meetings.album.all")));
            }
            if (standing.takesPart() && standing.consent() == null) {
                add(PhotoLook.quiet(text("meetings.album.consent.wanted")));
            }
            if (standing.mayAdd()) {
                add(Links.button(href, text("meetings.album.add"), CvIcon.IMAGE));
            }
        }
    }
}
