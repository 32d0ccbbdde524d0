package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields with their limits said and, when wished, their unsaved text kept in the browser. */
public final class Fields {
    private Fields() {}

    /** One line with a counter that appears near the limit. */
    public static TextField text(String label, int max) {
        TextField field = new TextField(label);
        field.setMaxLength(max);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> field.setHelperText(counter(event.getValue(), max)));
        return field;
    }

    /** Several lines with a counter. */
    public static TextArea area(String label, int max) {
        TextArea field = new TextArea(label);
        field.setMaxLength(max);
        field.setMinRows(3);
        field.setMaxRows(14);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> field.setHelperText(counter(event.getValue(), max)));
        return field;
    }

    /** Keeps what is typed under this key in the browser until {@link Draft#forget}: session expiry loses nothing. */
    public static <C extends Component> C keep(C field, String key) {
        Draft.keep(field, key);
        return field;
    }

    static String counter(String text, int max) {
        int length = text.codePointCount(0, text.length());
        return length < max * 0.8 ? "" : Words.here("uikit.field.counter", length, max);
    }
}
