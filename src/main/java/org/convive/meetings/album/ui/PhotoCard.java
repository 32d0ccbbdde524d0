package org.convive.meetings.album.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Album;
import org.convive.meetings.album.Photo;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** One photo: who took it, who is in it, how far it is from being seen, and what the reader may do. */
final class PhotoCard extends ListItem {
    private final transient Album album;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient Photo photo;
    private final transient List<Photo.Person> people;
    private final transient Runnable changed;

    PhotoCard(Album album, Actor actor, MeetingId meeting, Photo photo, List<Photo.Person> people, Runnable changed) {
        this.album = album;
        this.actor = actor;
        this.meeting = meeting;
        this.photo = photo;
        this.people = people;
        this.changed = changed;
        addClassName("cv-photo");
        show(photo.state() == Photo.State.NEW);
    }

    private void show(boolean asking) {
        removeAll();
        Anchor large =
                new Anchor(PhotoLook.href(actor, meeting, photo, "large"), PhotoLook.image(actor, meeting, photo));
        large.setRouterIgnore(true);
        large.setTarget("_blank");
        add(large);
        Div words = new Div();
        words.addClassName("cv-stack");
        if (asking) {
            words.add(form());
        } else {
            words.add(said());
        }
        add(words);
    }

    private Div said() {
        Div said = new Div();
        said.addClassName("cv-photo-words");
        if (!photo.caption().isEmpty()) {
            Span caption = new Span(photo.caption());
            caption.addClassName("cv-strong");
            said.add(caption);
        }
        said.add(PhotoLook.quiet(
                photo.people().isEmpty()
                        ? text("meetings.album.by", photo.byName())
                        : text("meetings.album.by.with", photo.byName(), names())));
        if (photo.state() == Photo.State.WAITING) {
            said.add(Status.waiting(text("meetings.album.waits", String.join(", ", photo.waits()))));
        }
        Div deeds = new Div();
        deeds.addClassName("cv-row");
        if (photo.mine()) {
            deeds.add(Buttons.quiet(text("meetings.album.change"), () -> show(true)));
        }
        deeds.add(
                photo.mayRemove()
                        ? Buttons.icon(CvIcon.TRASH, text("meetings.album.remove", what()), this::takeDown)
                        : Buttons.quiet(text("meetings.album.it-is-me"), this::takeDown));
        said.add(deeds);
        return said;
    }

    private String names() {
        return photo.people().stream().map(Photo.Person::name).collect(Collectors.joining(", "));
    }

    private String what() {
        return photo.caption().isEmpty() ? text("meetings.album.alt", photo.byName()) : photo.caption();
    }

    private Div form() {
        var recognised = new MultiSelectComboBox<Photo.Person>(text("meetings.album.field.people"));
        recognised.setItems(people);
        recognised.setItemLabelGenerator(Photo.Person::name);
        recognised.setHelperText(text("meetings.album.field.people.help"));
        recognised.setWidthFull();
        photo.people().forEach(recognised::select);
        TextField caption = Fields.text(text("meetings.album.field.caption"), 300);
        caption.setValue(photo.caption());
        caption.setWidthFull();
        Div deeds = new Div(
                Buttons.primary(text("meetings.album.show"), () -> {
                    try {
                        album.tell(
                                actor,
                                meeting,
                                photo.id(),
                                recognised.getValue().stream()
                                        .map(Photo.Person::id)
                                        .toList(),
                                caption.getValue());
                        Toasts.say(text("meetings.album.told"));
                        changed.run();
                    } catch (InvalidInput e) {
                        FormErrors.show(e, Map.of("caption", caption));
                    }
                }),
                photo.state() == Photo.State.NEW
                        ? Buttons.quiet(text("meetings.album.leave-out"), this::takeDown)
                        : Buttons.quiet(text("meetings.album.cancel"), () -> show(false)));
        deeds.addClassName("cv-row");
        Div form = new Div(recognised, caption, deeds);
        form.addClassName("cv-stack");
        return form;
    }

    private void takeDown() {
        album.takeDown(actor, meeting, photo.id());
        Toasts.undo(text("meetings.album.removed"), () -> {
            album.restore(actor, meeting, photo.id());
            changed.run();
        });
        changed.run();
    }
}
