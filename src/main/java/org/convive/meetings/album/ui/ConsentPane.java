package org.convive.meetings.album.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.html.Div;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Album;
import org.convive.uikit.Buttons;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Asks whether members may see the photos in which the reader can be recognised; the answer counts at once. */
final class ConsentPane extends Pane {
    private final transient Album album;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient Runnable changed;
    private final Div body = new Div();

    ConsentPane(Album album, Actor actor, MeetingId meeting, Runnable changed) {
        super(text("meetings.album.consent"));
        this.album = album;
        this.actor = actor;
        this.meeting = meeting;
        this.changed = changed;
        body.addClassName("cv-stack");
        add(body);
        fill(album.standing(actor, meeting).consent());
    }

    private void fill(@Nullable Boolean said) {
        getElement().getClassList().set("cv-hot", said == null);
        body.removeAll();
        Div deeds = new Div();
        deeds.addClassName("cv-row");
        deeds.getElement().setAttribute("role", "group").setAttribute("aria-label", text("meetings.album.consent"));
        for (boolean agrees : new boolean[] {true, false}) {
            boolean chosen = said != null && said == agrees;
            String words = text(agrees ? "meetings.album.consent.yes" : "meetings.album.consent.no");
            var button = chosen ? Buttons.primary(words, () -> {}) : Buttons.plain(words, () -> say(agrees, said));
            button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
            deeds.add(button);
        }
        body.add(
                deeds,
                PhotoLook.quiet(text(
                        said == null
                                ? "meetings.album.consent.sentence"
                                : said ? "meetings.album.consent.said" : "meetings.album.consent.said-no")));
    }

    private void say(boolean agrees, @Nullable Boolean before) {
        album.consent(actor, meeting, agrees);
        Toasts.undo(text(agrees ? "meetings.album.consent.thanks" : "meetings.album.consent.hidden"), () -> {
            album.consent(actor, meeting, before);
            fill(before);
            changed.run();
        });
        fill(agrees);
        changed.run();
    }
}
