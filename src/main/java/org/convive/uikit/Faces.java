package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A row of overlapping faces; those that do not fit are counted. */
public class Faces extends Div {

    /** At most four places: three faces and a count when there are more than four. */
    public Faces(List<Portrait> people) {
        this(people, 4);
    }

    public Faces(List<Portrait> people, int places) {
        this(people, places, people.size());
    }

    /**
     * @param people the people known by name, perhaps only the first of them
     * @param places how many circles may be drawn
     * @param total how many people there are in all
     */
    public Faces(List<Portrait> people, int places, int total) {
        addClassName("cv-faces");
        getElement().setAttribute("role", "group");
        int all = Math.max(total, people.size());
        int shown = Math.min(all <= places ? all : places - 1, people.size());
        for (Portrait person : people.subList(0, Math.max(shown, 0))) {
            add(new Face(person));
        }
        if (all > shown) {
            Span more = new Span("+" + (all - shown));
            more.addClassNames("cv-face", "cv-face-more");
            String label = Words.here("uikit.faces.more", all - shown);
            more.getElement()
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", label)
                    .setAttribute("title", label);
            add(more);
        }
        getElement().setAttribute("aria-label", Words.here("uikit.faces.count", all));
    }
}
