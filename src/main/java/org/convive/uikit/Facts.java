package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** When, where, how: one icon and a few words a line. */
public class Facts extends UnorderedList {

    public Facts() {
        addClassName("cv-facts");
        addClassName("cv-facts-column");
        getElement().setAttribute("role", "list");
    }

    public Facts with(CvIcon icon, String text) {
        return with(icon, new Span(text));
    }

    public Facts with(CvIcon icon, Component content) {
        add(new ListItem(icon.create(), content));
        return this;
    }
}
