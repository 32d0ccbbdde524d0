package org.convive.uikit;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** A person's face: the picture, or coloured initials. Names the person to screen readers and in a tooltip. */
public class Face extends Span {

    /** The sizes drawn: 28, 36, 40, 56 and 72 pixels. */
    public enum Size {
        S,
        REGULAR,
        M,
        L,
        XL
    }

    public Face(Portrait person) {
        this(person, Size.REGULAR);
    }

    public Face(Portrait person, Size size) {
        addClassName("cv-face");
        if (size != Size.REGULAR) {
            addClassName("cv-face-" + size.name().toLowerCase(java.util.Locale.ROOT));
        }
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", person.spoken())
                .setAttribute("title", person.spoken());
        String picture = person.picture();
        if (picture == null || picture.isBlank()) {
            addClassName("cv-face-ini");
            getStyle().set("--h", String.valueOf(person.hue()));
            setText(person.initials());
        } else {
            Image image = new Image(picture, "");
            image.getElement().setAttribute("loading", "lazy").setAttribute("decoding", "async");
            add(image);
        }
    }

    /** Beside the written name the face says nothing more. */
    public Face decorative() {
        getElement().removeAttribute("role");
        getElement().removeAttribute("aria-label");
        getElement().setAttribute("aria-hidden", "true");
        return this;
    }
}
