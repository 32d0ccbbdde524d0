package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A sentence in a tinted box: a conflict in ember, a hint in glass. */
public class Notice extends Div {

    private Notice(String className, Component... content) {
        addClassNames("cv-notice", className);
        add(content);
    }

    /** In ember: a conflict, a thing to know before going on. */
    public static Notice hot(Component... content) {
        return new Notice("cv-hot", content);
    }

    /** In glass: a hint. */
    public static Notice glass(Component... content) {
        return new Notice("cv-glass", content);
    }

    /** In red: refused. */
    public static Notice bad(Component... content) {
        return new Notice("cv-bad", content);
    }
}
