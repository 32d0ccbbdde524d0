package org.convive.uikit;

import com.vaadin.flow.component.html.Span;

/** A tinted square with an icon, standing first in a row. */
public class IconTile extends Span {

    public IconTile(CvIcon icon) {
        addClassName("cv-tile");
        getElement().setAttribute("aria-hidden", "true");
        add(icon.create());
    }

    /** Ember: it waits. */
    public IconTile hot() {
        addClassName("cv-hot");
        return this;
    }
}
