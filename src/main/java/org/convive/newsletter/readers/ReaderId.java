package org.convive.newsletter.readers;

import java.util.Optional;
import org.convive.shared.PersonId;

/**
 * A reader of one cluster's letters.
 *
 * @param id of the person, or of the outsider
 */
public record ReaderId(boolean member, long id) {
    public static ReaderId of(PersonId person) {
        return new ReaderId(true, person.value());
    }

    /** As it stands in links and tables: {@code m12} or {@code o7}. */
    public String code() {
        return (member ? "m" : "o") + id;
    }

    public static Optional<ReaderId> read(String code) {
        return code.matches("[mo][0-9]{1,18}")
                ? Optional.of(new ReaderId(code.charAt(0) == 'm', Long.parseLong(code.substring(1))))
                : Optional.empty();
    }
}
