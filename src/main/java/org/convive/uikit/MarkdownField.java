package org.convive.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** A text in Markdown with buttons for the usual forms (Ctrl B, I, K), its preview, its counter and, when wished, its draft kept in the browser. */
@JsModule("./components/cv-markdown.ts")
public class MarkdownField extends CustomField<String> {
    private final TextArea area;
    private final Markdown preview = new Markdown("");
    private final Button toggle = new Button();
    private final Div forms = new Div();
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
        forms.addClassNames("cv-row", "cv-markdown-forms");
        forms.getElement().setAttribute("role", "group").setAttribute("aria-label", Words.here("uikit.markdown.forms"));
        forms.add(
                form(CvIcon.BOLD, "bold"),
                form(CvIcon.ITALIC, "italic"),
                form(CvIcon.LINK, "link"),
                form(CvIcon.LIST, "list"),
                form(CvIcon.QUOTE, "quote"));
        area.addAttachListener(
                event -> area.getElement().executeJs("window.cvMarkdown && window.cvMarkdown.watch(this)"));
        Div foot = new Div(toggle);
        foot.addClassName("cv-row");
        add(forms, area, preview, foot);
        show(false);
    }

    /** Keeps what is typed in the browser until {@link Draft#forget}. */
    public MarkdownField draftKey(String key) {
        Draft.keep(area, key);
        return this;
    }

    private Button form(CvIcon icon, String form) {
        Button button = Buttons.icon(icon, Words.here("uikit.markdown." + form), () -> {});
        // The browser does it: a way to the server would lose what is selected.
        button.addAttachListener(event -> button.getElement()
                .executeJs(
                        "if (this.cvForm) return; this.cvForm = true;"
                                + "this.addEventListener('mousedown', e => e.preventDefault());"
                                + "this.addEventListener('click', () => window.cvMarkdown.apply($0, $1))",
                        area.getElement(),
                        form));
        return button;
    }

    private void show(boolean preview) {
        previewing = preview;
        if (preview) {
            this.preview.setSource(area.getValue());
        }
        this.preview.setVisible(preview);
        area.setVisible(!preview);
        forms.setVisible(!preview);
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
