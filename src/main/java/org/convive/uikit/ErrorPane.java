package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What failed, what still works, and a way to try again. */
public class ErrorPane extends Div {

    public ErrorPane(String failed, String stillWorks) {
        addClassNames("cv-error", "cv-pane-box");
        getElement().setAttribute("role", "alert");
        Span title = new Span(failed);
        title.addClassName("cv-strong");
        Div words = new Div(title, new Paragraph(stillWorks));
        words.addClassName("cv-grow");
        add(CvIcon.CLOUD_OFF.create("cv-ic-l"), words);
    }

    public ErrorPane(String failed, String stillWorks, Runnable again) {
        this(failed, stillWorks);
        add(Buttons.plain(Words.here("uikit.error.again"), CvIcon.REFRESH, again));
    }
}
