package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import org.convive.means.catalogue.Words;
import org.convive.uikit.Chip;

/** The words that were proposed or used before; a tap puts one into the field beside. */
class WordChips extends Div {
    private static final int MOST = 12;

    WordChips(List<Words.Word> words, TextField field) {
        addClassName("cv-means-times");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("means.form.capabilities.proposed"));
        words.stream()
                .sorted((a, b) -> a.proposed() == b.proposed()
                        ? Integer.compare(b.used(), a.used())
                        : Boolean.compare(b.proposed(), a.proposed()))
                .limit(MOST)
                .forEach(word -> {
                    Chip chip = new Chip(word.label());
                    chip.getElement().removeAttribute("aria-pressed");
                    chip.addClickListener(e -> put(field, word.label()));
                    add(chip);
                });
    }

    private static void put(TextField field, String word) {
        boolean there = Arrays.stream(field.getValue().split(",", -1))
                .map(String::strip)
                .anyMatch(word::equalsIgnoreCase);
        if (!there) {
            field.setValue(field.getValue().isBlank() ? word : field.getValue().strip() + ", " + word);
        }
    }
}
