package org.convive.newsletter.ui;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.convive.newsletter.Draft;
import org.convive.uikit.Fields;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Pane;

/** Title and introduction, in the language that is being written. */
class OpeningFields extends Div {
    private final transient WritingDesk desk;
    private final TextField title = Fields.text(getTranslation("newsletter.field.title"), 200);
    private final MarkdownField introduction =
            new MarkdownField(getTranslation("newsletter.field.introduction"), 10_000);
    private final boolean translating;
    private boolean writing;

    OpeningFields(WritingDesk desk, Draft draft) {
        this.desk = desk;
        translating = desk.isTranslating();
        title.setWidthFull();
        Card pane = Pane.small(getTranslation("newsletter.opening"));
        pane.addClassName("cv-nl-opening");
        pane.add(title, original(draft.title()), introduction, original(draft.introduction()));
        add(pane);
        show(draft);
        title.addValueChangeListener(event -> changed());
        introduction.addValueChangeListener(event -> changed());
    }

    private Paragraph original(String words) {
        Paragraph first = new Paragraph(words);
        first.addClassNames("cv-q", "cv-small", "cv-nl-original");
        first.getElement().setAttribute("lang", desk.firstLanguage().getLanguage());
        first.setVisible(translating && !words.isBlank());
        return first;
    }

    private void changed() {
        if (!writing) {
            desk.changed("opening");
        }
    }

    /** The draft with what the fields hold, and with these blocks. */
    Draft read(Draft draft, List<org.convive.newsletter.Block> blocks) {
        return translating
                ? new Draft(
                        draft.title(),
                        draft.introduction(),
                        draft.language(),
                        blocks,
                        new Draft.Opening(title.getValue(), introduction.getValue()))
                : new Draft(title.getValue(), introduction.getValue(), draft.language(), blocks, draft.translated());
    }

    final void show(Draft draft) {
        writing = true;
        String shownTitle = translating ? draft.translated().title() : draft.title();
        String shownIntroduction = translating ? draft.translated().introduction() : draft.introduction();
        if (!shownTitle.equals(title.getValue())) {
            title.setValue(shownTitle);
        }
        if (!shownIntroduction.equals(introduction.getValue())) {
            introduction.setValue(shownIntroduction);
        }
        writing = false;
    }

    Map<String, HasValidationProperties> fields() {
        return translating
                ? Map.of("translated.title", title, "translated.introduction", introduction)
                : Map.of("title", title, "introduction", introduction);
    }
}
