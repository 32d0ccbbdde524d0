package org.convive.means.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Consumer;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;

/** A refusal with a word to the booker. */
class WordDialog extends Dialog {
    WordDialog(String title, String sentence, String deedText, Consumer<String> deed) {
        setHeaderTitle(title);
        TextArea word = Fields.area(getTranslation("means.requests.word"), 500);
        word.setWidthFull();
        Div form = new Div(new Paragraph(sentence), word);
        form.addClassName("cv-stack");
        add(form);
        getFooter().add(Buttons.quiet(getTranslation("means.cancel"), this::close), Buttons.danger(deedText, () -> {
            try {
                deed.accept(word.getValue());
                close();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("word", word));
            }
        }));
    }
}
