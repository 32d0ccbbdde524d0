package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;

/** Keys of the desk. */
final class Keys {
    private Keys() {}

    /** Ctrl Z and Ctrl Y (or Ctrl Shift Z), but not within a text: there the browser takes letters back. */
    static void undoOutsideFields(Component desk, Runnable undo, Runnable redo) {
        String outside = "(event.ctrlKey || event.metaKey) && !event.altKey"
                + " && !event.composedPath().some(e => e.matches && e.matches('input, textarea'))";
        desk.getElement()
                .addEventListener("keydown", event -> undo.run())
                .setFilter(outside + " && !event.shiftKey && event.key.toLowerCase() === 'z'"
                        + " && !event.preventDefault()");
        desk.getElement()
                .addEventListener("keydown", event -> redo.run())
                .setFilter(outside + " && (event.key.toLowerCase() === 'y'"
                        + " || event.shiftKey && event.key.toLowerCase() === 'z') && !event.preventDefault()");
    }
}
