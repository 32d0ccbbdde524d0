package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Asks only when other people are affected: names the consequences, and the focus rests on Keep. */
public final class Confirm {
    private Confirm() {}

    /**
     * @param question "Cancel the supper?"
     * @param consequences "18 people come on Thursday. They get an e-mail."
     * @param keep "Keep the supper"
     * @param deed "Cancel and tell them"
     * @param extra fields shown between, such as a word to them
     */
    public static ConfirmDialog ask(
            String question, String consequences, String keep, String deed, Runnable run, Component... extra) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("cv-confirm");
        dialog.setHeader(question);
        Div content = new Div(new Paragraph(consequences));
        content.addClassName("cv-stack");
        content.add(extra);
        dialog.add(content);
        // The dialog focuses its confirm button: that is Keep. The deed takes the place of reject.
        dialog.setConfirmText(keep);
        dialog.setConfirmButtonTheme("");
        dialog.setRejectable(true);
        dialog.setRejectText(deed);
        dialog.setRejectButtonTheme("error");
        dialog.addRejectListener(event -> run.run());
        dialog.open();
        return dialog;
    }
}
