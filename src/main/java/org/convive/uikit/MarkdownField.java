package org.convive.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** A text in Markdown with its preview, its counter and, when wished, its draft kept in the browser. */
public class MarkdownField extends CustomField<String> {
    private final TextArea area;
    private final Markdown preview = new Markdown("");
    private final Button toggle = new Button();
    private boolean previewing;

    public MarkdownField(String label, int max) {
        super("");
        addClassName("cv-markdown-field");
        setLabel(label);
        area = Fields.area("", max);
        area.setMinRows(5);
        area.setWidthFull();
        area.setAriaLabel(label);
        preview.addClassName("cv-preview");
        preview.setVisible(false);
        toggle.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        toggle.addClickListener(event -> show(!previewing));
        Div foot = new Div(toggle);
        foot.addClassName("cv-row");
        add(area, preview, foot);
        show(false);
    }

    /** Keeps what is typed in the browser until {@link Draft#forget}. */
    public MarkdownField draftKey(String key) {
        Draft.keep(area, key);
        return this;
    }

    private void show(boolean preview) {
        previewing = preview;
        if (preview) {
            this.preview.setSource(area.getValue());
        }
        this.preview.setVisible(preview);
        area.setVisible(!preview);
        toggle.setText(Words.here(preview ? "uikit.markdown.write" : "uikit.markdown.preview"));
        toggle.setIcon((preview ? CvIcon.PENCIL : CvIcon.EYE).create());
    }

    @Override
    protected String generateModelValue() {
        return area.getValue();
    }

    @Override
    protected void setPresentationValue(String text) {
        area.setValue(text == null ? "" : text);
        if (previewing) {
            preview.setSource(area.getValue());
        }
    }

    @Override
    public String getEmptyValue() {
        return "";
    }
}
