package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number and what it counts. */
public class FigureTile extends Div {

    public FigureTile(String figure, String label) {
        this(figure, label, "");
    }

    public FigureTile(String figure, String label, String note) {
        addClassNames("cv-figure", "cv-pane-box");
        Span number = new Span(figure);
        number.addClassName("cv-figure-number");
        add(number, new Span(label));
        if (!note.isBlank()) {
            Span small = new Span(note);
            small.addClassName("cv-q");
            add(small);
        }
    }

    /** A coloured word above the number, with its icon. */
    public FigureTile theme(CvIcon icon, String word, Pigment pigment) {
        Span head = new Span(icon.create(), new Span(word));
        head.addClassName("cv-figure-theme");
        head.getStyle().set("--k", pigment.css());
        addComponentAsFirst(head);
        return this;
    }
}
