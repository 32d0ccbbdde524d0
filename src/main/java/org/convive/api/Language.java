package org.convive.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.convive.shared.Translations;

/** The language of a request. */
public final class Language {
    private Language() {}

    /** The first language of Accept-Language that we speak; English when there is none. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(asked -> Translations.LOCALES.stream()
                        .anyMatch(ours -> ours.getLanguage().equals(asked.getLanguage())))
                .findFirst()
                .map(Translations::nearest)
                .orElse(Locale.ENGLISH);
    }
}
