package org.convive.uikit;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;

/** Shows what cannot be accepted beside the fields; what was typed stays. */
public final class FormErrors {
    private FormErrors() {}

    /**
     * Marks each field named in the error and focuses the first; complaints about fields that are not on the page are
     * said in a toast.
     */
    public static void show(InvalidInput error, Map<String, ? extends HasValidationProperties> fields) {
        clear(fields);
        List<String> elsewhere = new ArrayList<>();
        boolean focused = false;
        for (Map.Entry<String, Message> complaint : error.fields().entrySet()) {
            String sentence = sentence(complaint.getValue());
            HasValidationProperties field = fields.get(complaint.getKey());
            if (field == null) {
                elsewhere.add(sentence);
                continue;
            }
            field.setManualValidation(true);
            field.setErrorMessage(sentence);
            field.setInvalid(true);
            clearOnChange(field);
            if (!focused && field instanceof Focusable<?> focusable) {
                focusable.focus();
                focused = true;
            }
        }
        if (!elsewhere.isEmpty()) {
            Toasts.sorry(String.join(" ", elsewhere));
        }
    }

    public static void clear(Map<String, ? extends HasValidationProperties> fields) {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    private static void clearOnChange(HasValidationProperties field) {
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(event -> field.setInvalid(false));
        }
    }

    private static String sentence(Message message) {
        return UI.getCurrent().getTranslation(message.key(), message.args().toArray());
    }
}
