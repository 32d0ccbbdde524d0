package org.convive.uikit;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The square of an organisation: its picture, or the first letter in the colour of its trade. */
public class Logo extends Span {

    public Logo(String name, Pigment pigment, @Nullable String picture) {
        addClassName("cv-logo");
        getElement().setAttribute("aria-hidden", "true");
        getStyle().set("--k", pigment.css());
        if (picture != null && !picture.isBlank()) {
            add(new Image(picture, ""));
        } else {
            setText(
                    name.isBlank()
                            ? ""
                            : new String(Character.toChars(name.strip().codePointAt(0)))
                                    .toUpperCase(java.util.Locale.ROOT));
        }
    }
}
