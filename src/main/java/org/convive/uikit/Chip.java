package org.convive.uikit;

import com.vaadin.flow.component.button.Button;
import org.jspecify.annotations.Nullable;

/** A filter that can be switched on: pressed in glass. */
public class Chip extends Button {
    private boolean on;

    public Chip(String text) {
        this(text, null);
    }

    public Chip(String text, @Nullable CvIcon icon) {
        super(text);
        addClassName("cv-chip");
        if (icon != null) {
            setIcon(icon.create());
        }
        setOn(false);
    }

    /** A chosen filter that a click takes away. */
    public static Chip removable(String text, Runnable onRemove) {
        Chip chip = new Chip(text);
        chip.setOn(true);
        chip.addClassName("cv-chosen");
        chip.getElement().removeAttribute("aria-pressed");
        chip.setSuffixComponent(CvIcon.X.create());
        chip.setAriaLabel(Words.here("uikit.chip.remove", text));
        chip.addClickListener(e -> onRemove.run());
        return chip;
    }

    public boolean isOn() {
        return on;
    }

    public Chip setOn(boolean value) {
        on = value;
        getElement().setAttribute("aria-pressed", String.valueOf(value));
        return this;
    }
}
