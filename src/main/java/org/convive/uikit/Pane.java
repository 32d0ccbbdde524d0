package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;

/** A pane of glass: the box that holds one thing. */
public class Pane extends Card {

    public Pane() {
        addClassName("cv-pane");
    }

    public Pane(String title) {
        this();
        setTitle(new H2(title));
    }

    public Pane(String title, Component... content) {
        this(title);
        add(content);
    }

    /** A pane without a title. */
    public static Pane of(Component... content) {
        Pane pane = new Pane();
        pane.add(content);
        return pane;
    }

    /** A smaller title, for panes in a list. */
    public static Pane small(String title, Component... content) {
        Pane pane = of(content);
        pane.setTitle(new H3(title));
        pane.addClassName("cv-pane-small");
        return pane;
    }

    /** The cut edge marks the pane that matters; two a view at most. */
    public Pane cut() {
        addClassName("cv-cut");
        return this;
    }

    /** The hot edge marks the pane that waits for you. */
    public Pane hot() {
        addClassName("cv-hot");
        return this;
    }

    /** Lifted over a picture or a map, with blur. */
    public Pane lift() {
        addClassName("cv-lift");
        return this;
    }

    /** What stands at the end of the title: a count, a link, a button. */
    public Pane aside(Component component) {
        setHeaderSuffix(component);
        return this;
    }
}
