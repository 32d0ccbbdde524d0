package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;

/** One calm sentence at the bottom, one at a time, perhaps with Undo for eight seconds. */
public final class Toasts {
    private static final int SAY_MILLIS = 5_000;
    private static final int UNDO_MILLIS = 8_000;
    private static final String CURRENT = Toasts.class.getName();

    private Toasts() {}

    /** It is done. */
    public static void say(String text) {
        show(text, null, CvIcon.CIRCLE_CHECK, SAY_MILLIS);
    }

    /** It is done, and here it is. */
    public static void say(String text, String linkText, String href) {
        Anchor link = Links.to(href, linkText);
        show(text, link, CvIcon.CIRCLE_CHECK, UNDO_MILLIS);
    }

    /** It is done, and can be taken back for eight seconds. */
    public static void undo(String text, Runnable undo) {
        Button button = Buttons.plain(Words.here("uikit.toast.undo"), CvIcon.UNDO, () -> {
            close();
            undo.run();
        });
        show(text, button, CvIcon.CIRCLE_CHECK, UNDO_MILLIS);
    }

    /**
     * The same after going to another page: it is shown once that page is there. A toast that takes the place of another one
     * while the page changes is never seen.
     */
    public static void undoThere(String text, Runnable undo) {
        UI ui = UI.getCurrent();
        ui.getPage().executeJs("return true").then(there -> undo(text, undo));
    }

    /** It could not be done. */
    public static void sorry(String text) {
        show(text, null, CvIcon.TRIANGLE_ALERT, UNDO_MILLIS);
    }

    /** Takes away what is shown. */
    public static void close() {
        UI ui = UI.getCurrent();
        if (ui != null && ComponentUtil.getData(ui, CURRENT) instanceof Notification shown) {
            shown.close();
            ComponentUtil.setData(ui, CURRENT, null);
        }
    }

    private static void show(String text, @Nullable Component end, CvIcon icon, int millis) {
        close();
        Span words = new Span(text);
        words.addClassName("cv-grow");
        Div content = new Div(icon.create(), words);
        content.addClassName("cv-toast");
        if (end != null) {
            content.add(end);
        }
        Notification toast = new Notification(content);
        toast.setPosition(Notification.Position.BOTTOM_START);
        toast.setDuration(millis);
        toast.setAssertive(icon == CvIcon.TRIANGLE_ALERT);
        toast.open();
        ComponentUtil.setData(UI.getCurrent(), CURRENT, toast);
    }
}
