package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import org.convive.newsletter.Draft;
import org.convive.shared.Translations;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Portrait;

/** Above the desk: the language being written, who else writes, when it was saved, undo and redo, and what is rare. */
class DeskBar extends Div {
    private final RadioButtonGroup<Locale> language = new RadioButtonGroup<>();
    private final Span saved = new Span();
    private final Div others = new Div();
    private final Button undo;
    private final Button redo;
    private Draft draft;

    DeskBar(Draft draft, Locale shown, SerializableConsumer<Locale> speak, Deeds deeds) {
        this.draft = draft;
        addClassNames("cv-row", "cv-nl-bar-tools");
        language.addClassName("cv-nl-languages");
        language.setAriaLabel(getTranslation("newsletter.field.language"));
        language.setItems(Translations.LOCALES);
        language.setRenderer(new com.vaadin.flow.data.renderer.ComponentRenderer<>(this::name));
        language.setValue(Translations.nearest(shown));
        language.addValueChangeListener(event -> speak.accept(event.getValue()));
        saved.addClassNames("cv-q", "cv-small");
        saved.getElement().setAttribute("role", "status");
        others.addClassName("cv-row");
        undo = Buttons.icon(CvIcon.UNDO, getTranslation("newsletter.undo"), deeds::undo);
        redo = Buttons.icon(CvIcon.REDO, getTranslation("newsletter.redo"), deeds::redo);
        MenuBar menu = new MenuBar();
        menu.addThemeName("tertiary icon");
        var more = menu.addItem(CvIcon.MORE.create());
        more.setAriaLabel(getTranslation("newsletter.more"));
        more.getSubMenu().addItem(getTranslation("newsletter.history"), event -> deeds.history());
        more.getSubMenu().addItem(getTranslation("newsletter.swap"), event -> deeds.swapLanguages());
        more.getSubMenu().addItem(getTranslation("newsletter.discard"), event -> deeds.discard());
        add(others, saved, undo, redo, language, menu);
        enable(false, false);
    }

    private Span name(Locale locale) {
        String own = locale.getDisplayLanguage(locale);
        Span name = new Span(new Span(own.substring(0, 1).toUpperCase(locale) + own.substring(1)));
        name.getElement().setAttribute("lang", locale.getLanguage());
        if (!locale.equals(draft.language()) && draft.untranslated() > 0) {
            name.add(Badges.dot(getTranslation("newsletter.block.untranslated")));
        }
        return name;
    }

    void show(Draft now) {
        boolean complete = (draft.untranslated() == 0) == (now.untranslated() == 0);
        draft = now;
        if (!complete) {
            language.getListDataView().refreshAll();
        }
    }

    final void enable(boolean canUndo, boolean canRedo) {
        undo.setEnabled(canUndo);
        redo.setEnabled(canRedo);
    }

    void say(String words) {
        saved.setText(words);
    }

    void here(List<String> names) {
        others.removeAll();
        if (!names.isEmpty()) {
            names.stream().limit(3).forEach(name -> others.add(new Face(Portrait.of(name), Face.Size.S)));
            Span words = new Span(getTranslation("newsletter.others", names.size(), names.getFirst()));
            words.addClassNames("cv-q", "cv-small");
            others.add(words);
        }
    }

    /** What the bar's buttons do. */
    interface Deeds {
        void undo();

        void redo();

        void history();

        void swapLanguages();

        void discard();
    }
}
