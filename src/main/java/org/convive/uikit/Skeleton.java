package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Rows still on their way: drawn after 300 ms, named after two seconds. */
public class Skeleton extends Div {

    public Skeleton(int rows, String named) {
        addClassName("cv-skeleton");
        getElement().setAttribute("role", "status").setAttribute("aria-busy", "true");
        for (int i = 0; i < rows; i++) {
            Div row =
                    new Div(bone("cv-bone-tile"), new Div(bone("cv-bone-60"), bone("cv-bone-40")), bone("cv-bone-end"));
            row.addClassName("cv-skeleton-row");
            row.getElement().setAttribute("aria-hidden", "true");
            add(row);
        }
        add(new Paragraph(named));
    }

    private static Span bone(String shape) {
        Span bone = new Span();
        bone.addClassNames("cv-bone", shape);
        return bone;
    }
}
