package org.convive.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons say the deed. One glass primary a view, one ember for what waits. */
public final class Buttons {
    private Buttons() {}

    public static Button plain(String text, Runnable deed) {
        return new Button(text, e -> deed.run());
    }

    public static Button plain(String text, CvIcon icon, Runnable deed) {
        return new Button(text, icon.create(), e -> deed.run());
    }

    /** Glass. */
    public static Button primary(String text, Runnable deed) {
        Button button = plain(text, deed);
        button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        button.setDisableOnClick(false);
        return button;
    }

    public static Button primary(String text, CvIcon icon, Runnable deed) {
        Button button = primary(text, deed);
        button.setIcon(icon.create());
        return button;
    }

    /** Ember: it waits for you. */
    public static Button hot(String text, Runnable deed) {
        Button button = plain(text, deed);
        button.addClassName("cv-hot");
        return button;
    }

    /** Quiet, without a border. */
    public static Button quiet(String text, Runnable deed) {
        Button button = plain(text, deed);
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        return button;
    }

    /** Takes something away. */
    public static Button danger(String text, Runnable deed) {
        Button button = plain(text, deed);
        button.addClassName("cv-danger");
        return button;
    }

    /** An icon alone, 44 px; the label is said and shown as a tooltip. */
    public static Button icon(CvIcon icon, String label, Runnable deed) {
        Button button = new Button(icon.create(), e -> deed.run());
        button.addClassName("cv-icb");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }
}
