package org.convive.uikit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.atomic.AtomicInteger;

/** The mark, a table with a free seat, and the name; a link home. */
public class Brand extends Anchor {
    private static final AtomicInteger MARKS = new AtomicInteger();
    private static final String MARK = """
            <svg class="cv-mark" width="30" height="30" viewBox="0 0 40 40" aria-hidden="true"><defs>\
            <linearGradient id="cv-mk-#" x1="0" y1="0" x2=".6" y2="1"><stop offset="0" style="stop-color:var(--cv-mk1)"/>\
            <stop offset="1" style="stop-color:var(--cv-mk2)"/></linearGradient></defs>\
            <circle cx="19" cy="20" r="13.4" fill="none" stroke="url(#cv-mk-#)" stroke-width="7.2" stroke-dasharray="63.2 21" \
            stroke-dashoffset="-10.5"/><circle cx="19" cy="20" r="15.8" fill="none" stroke="#fff" stroke-opacity=".4" \
            stroke-width=".9" stroke-dasharray="74.5 24.8" stroke-dashoffset="-12.4"/>\
            <circle cx="33" cy="20" r="4.6" style="fill:var(--cv-ember)"/>\
            <circle cx="31.7" cy="18.6" r="1.3" fill="#fff" fill-opacity=".65"/></svg>""";

    public Brand(String href) {
        this(href, "Convive");
    }

    /** A public page wears the cluster's name. */
    public Brand(String href, String name) {
        super(href, "");
        addClassName("cv-brand");
        add(mark(), new Span(name));
    }

    /** The mark alone; its gradient has a name of its own, as one in a hidden part of the page would not be drawn. */
    public static Svg mark() {
        return new Svg(MARK.replace("cv-mk-#", "cv-mk-" + MARKS.incrementAndGet()));
    }
}
