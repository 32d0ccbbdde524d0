package org.convive.uikit;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words that the design system itself says, in English and French. */
final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    static String text(Locale locale, String key, Object... args) {
        ResourceBundle bundle = ResourceBundle.getBundle("i18n/uikit/translations", locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** In the language of the page. */
    static String here(String key, Object... args) {
        return text(locale(), key, args);
    }

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
