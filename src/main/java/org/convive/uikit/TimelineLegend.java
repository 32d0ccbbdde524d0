package org.convive.uikit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What the bars of a {@link Timeline} mean. */
public class TimelineLegend extends UnorderedList {

    public TimelineLegend() {
        addClassName("cv-legend");
        getElement().setAttribute("role", "list");
        entry("bk", "uikit.timeline.booked");
        entry("mine", "uikit.timeline.mine");
        entry("pend", "uikit.timeline.pending");
        entry("buf", "uikit.timeline.buffer");
        entry("mt", "uikit.timeline.maintenance");
        entry("alt", "uikit.timeline.suggested");
    }

    private void entry(String kind, String key) {
        Span swatch = new Span();
        swatch.addClassNames("cv-bar", "cv-bar-" + kind);
        swatch.getElement().setAttribute("aria-hidden", "true");
        add(new ListItem(swatch, new Span(Words.here(key))));
    }
}
