package org.convive.uikit;

import com.vaadin.flow.component.html.Span;

/** A state in words with its icon: "Confirmed", "Awaiting owner", "Saved". */
public class Status extends Span {

    private Status(CvIcon icon, String text, String className) {
        addClassNames("cv-status", className);
        add(icon.create(), new Span(text));
    }

    public static Status ok(String text) {
        return new Status(CvIcon.CIRCLE_CHECK, text, "cv-ok");
    }

    public static Status waiting(String text) {
        return new Status(CvIcon.CIRCLE_DASHED, text, "cv-hot");
    }

    public static Status bad(String text) {
        return new Status(CvIcon.TRIANGLE_ALERT, text, "cv-bad");
    }

    public static Status quiet(CvIcon icon, String text) {
        return new Status(icon, text, "cv-quiet");
    }
}
