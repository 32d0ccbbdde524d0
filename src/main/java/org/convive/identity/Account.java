package org.convive.identity;

import java.util.Locale;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person's account and what they chose for themselves.
 *
 * @param locale the chosen language; null follows the browser
 * @param title what they do, e.g. "Plant director"
 * @param about a line others may ask them about
 */
public record Account(
        PersonId id,
        EmailAddress email,
        String name,
        @Nullable Locale locale,
        ColourScheme colourScheme,
        String title,
        String phone,
        String about,
        @Nullable Long picture,
        int version) {

    /** Light, dark, or as the device says. */
    public enum ColourScheme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
