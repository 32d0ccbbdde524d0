package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The person signed in, at the foot of the drawer. */
public class MeBadge extends Div {

    public MeBadge(Portrait me) {
        addClassName("cv-me");
        Span name = new Span(me.name());
        name.addClassName("cv-strong");
        String company = me.company();
        Span words = new Span(name, new Span(company == null ? "" : company));
        words.addClassName("cv-me-words");
        add(new Face(me, Face.Size.M).decorative(), words);
    }
}
