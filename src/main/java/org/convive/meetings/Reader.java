package org.convive.meetings;

import java.util.Locale;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody concerned by a meeting, who can be written to.
 *
 * @param guest no member of the cluster: the portal's pages are not for them, only their signed link
 * @param answer null when they did not answer
 */
public record Reader(
        PersonId person,
        String name,
        EmailAddress email,
        Locale locale,
        @Nullable Answer answer,
        boolean waiting,
        boolean guest) {

    Reader unanswered() {
        return new Reader(person, name, email, locale, null, false, guest);
    }
}
