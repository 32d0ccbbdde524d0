package org.convive.meetings.album.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Album;
import org.convive.meetings.album.Photo;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;

/** The photos of a meeting: one's consent, adding some, saying who is in them, and looking. */
@Route("c/:cluster/meetings/:meeting/photos")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class AlbumView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MOST = 200;

    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient Album album;
    private final Div photos = new Div();
    private String title = "";

    AlbumView(Actors actors, MeetingAccess access, Album album) {
        this.actors = actors;
        this.access = access;
        this.album = album;
        addClassNames("cv-page", "cv-album");
        photos.addClassName("cv-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        MeetingAccess.Seen seen = access.see(actor, new MeetingId(ViewActor.id(event, "meeting")));
        MeetingId meeting = seen.id();
        title = text("meetings.album.page", seen.title());
        removeAll();
        add(new PageHeader(text("meetings.album.title"), text("meetings.album.sentence"))
                .back(seen.title(), Say.href(actor, meeting)));
        Album.Standing standing = album.standing(actor, meeting);
        Runnable refresh = () -> fill(actor, meeting);
        Div first = new Div();
        first.addClassName("cv-album-first");
        if (standing.takesPart()) {
            first.add(new ConsentPane(album, actor, meeting, refresh));
        }
        if (standing.mayAdd()) {
            first.add(new Pane(
                    text("meetings.album.add"),
                    new PhotoUpload(bytes -> {
                        album.add(actor, meeting, bytes);
                        refresh.run();
                    }),
                    PhotoLook.quiet(text("meetings.album.add.sentence"))));
        }
        add(first, photos);
        fill(actor, meeting);
    }

    private void fill(Actor actor, MeetingId meeting) {
        photos.removeAll();
        List<Photo> all = album.photos(actor, meeting, MOST);
        List<Photo.Person> people = all.stream().anyMatch(Photo::mine) ? album.people(actor, meeting) : List.of();
        section(actor, meeting, "meetings.album.new", Photo.State.NEW, all, people);
        section(actor, meeting, "meetings.album.waiting", Photo.State.WAITING, all, people);
        section(actor, meeting, "meetings.album.shown", Photo.State.SHOWN, all, people);
        if (all.isEmpty()) {
            photos.add(new EmptyState(CvIcon.IMAGE, text("meetings.album.none"), text("meetings.album.none.sentence")));
        }
    }

    private void section(
            Actor actor,
            MeetingId meeting,
            String heading,
            Photo.State state,
            List<Photo> all,
            List<Photo.Person> people) {
        List<Photo> some = all.stream().filter(photo -> photo.state() == state).toList();
        if (some.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cv-photos");
        list.getElement().setAttribute("role", "list");
        some.forEach(
                photo -> list.add(new PhotoCard(album, actor, meeting, photo, people, () -> fill(actor, meeting))));
        photos.add(new H2(text(heading, some.size())), list);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
