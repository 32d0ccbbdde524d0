package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Nothing here yet: the table with a free seat, one title, one sentence, one deed. */
public class EmptyState extends Div {

    public EmptyState(String title, String sentence, Component... action) {
        this(RoundTable.of(8, List.of(), -1).small(), title, sentence, action);
    }

    public EmptyState(CvIcon icon, String title, String sentence, Component... action) {
        this(new IconTile(icon), title, sentence, action);
    }

    private EmptyState(Component picture, String title, String sentence, Component... action) {
        addClassName("cv-empty");
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new H2(title), new Paragraph(sentence));
        add(action);
    }
}
