package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** One row of a day list: what stands first, a title that is a link, a sentence, faces, and what to do. */
public class DayRow extends Div {
    private final Div words = new Div();

    public DayRow(Component first, String title, String href, String sentence) {
        addClassName("cv-drow");
        words.addClassName("cv-grow");
        H3 heading = new H3(new Anchor(href, title));
        words.add(heading);
        if (!sentence.isBlank()) {
            words.add(new Paragraph(sentence));
        }
        add(first, words);
    }

    /** A further line under the sentence, such as a {@link Status}. */
    public DayRow line(Component component) {
        words.add(component);
        return this;
    }

    public DayRow faces(Faces faces) {
        add(faces);
        return this;
    }

    /** What stands at the end: the answer, a button, a badge. */
    public DayRow end(Component... components) {
        Div end = new Div(components);
        end.addClassName("cv-drow-end");
        add(end);
        return this;
    }
}
