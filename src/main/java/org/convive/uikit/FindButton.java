package org.convive.uikit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Find anything: looks like a field, opens the command dialog, also with Ctrl K. */
public class FindButton extends NativeButton {

    public FindButton(String label, Runnable open) {
        addClassName("cv-find");
        Element key = new Element("kbd").setText("Ctrl K").setAttribute("aria-hidden", "true");
        add(CvIcon.SEARCH.create(), new Span(label));
        getElement().appendChild(key);
        addClickListener(event -> open.run());
        Shortcuts.addShortcutListener(this, open::run, Key.KEY_K, KeyModifier.CONTROL);
    }
}
