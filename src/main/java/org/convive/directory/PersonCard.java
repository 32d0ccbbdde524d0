package org.convive.directory;

import java.util.Locale;
import org.convive.identity.Role;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member of a cluster, as lists show them and as features invite them.
 *
 * @param organisationName empty when the person stands for no organisation
 * @param title what they do; may be empty
 * @param picture their portrait, at {@code /c/{slug}/pictures/{id}}
 * @param locale the language they chose; null when they did not
 */
public record PersonCard(
        PersonId id,
        String name,
        EmailAddress email,
        @Nullable OrganisationId organisation,
        String organisationName,
        String title,
        @Nullable Long picture,
        @Nullable Locale locale,
        Role role) {}
