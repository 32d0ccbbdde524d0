package org.convive.uikit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;

/** A pane of rows, each with its day: what is coming, in order. */
public class DayList extends UnorderedList {

    public DayList(DayRow... rows) {
        addClassNames("cv-days", "cv-pane-box");
        getElement().setAttribute("role", "list");
        for (DayRow row : rows) {
            add(row);
        }
    }

    public DayList(Collection<DayRow> rows) {
        this(rows.toArray(DayRow[]::new));
    }

    public void add(DayRow row) {
        add(new ListItem(row));
    }
}
