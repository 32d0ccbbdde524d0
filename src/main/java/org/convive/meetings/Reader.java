package org.convive.meetings;

import java.util.Locale;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody concerned by a meeting, who can be written to.
 *
 * @param answer null when they did not answer
 */
record Reader(
        PersonId person,
        String name,
        EmailAddress email,
        Locale locale,
        @Nullable Answer answer,
        boolean waiting) {

    Reader unanswered() {
        return new Reader(person, name, email, locale, null, false);
    }
}
