package org.convive.directory.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.directory.OrganisationKind;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Portrait;
import org.jspecify.annotations.Nullable;

/** Addresses, portraits and icons of the directory's pages. */
final class Here {
    private Here() {}

    static String directory(Actor actor) {
        return "c/" + actor.slug() + "/directory";
    }

    static String organisation(Actor actor, OrganisationId id) {
        return "c/" + actor.slug() + "/organisations/" + id;
    }

    static String person(Actor actor, PersonId id) {
        return "c/" + actor.slug() + "/people/" + id;
    }

    static @Nullable String picture(Actor actor, @Nullable Long picture) {
        return picture == null ? null : "c/" + actor.slug() + "/pictures/" + picture;
    }

    static Portrait portrait(Actor actor, PersonCard person) {
        return new Portrait(person.name(), person.organisationName(), picture(actor, person.picture()));
    }

    static List<Portrait> faces(Actor actor, OrganisationCard card) {
        return card.faces().stream()
                .map(face -> new Portrait(face.name(), card.name(), picture(actor, face.picture())))
                .toList();
    }

    static CvIcon icon(OrganisationKind kind) {
        return switch (kind) {
            case COMPANY -> CvIcon.FACTORY;
            case KNOWLEDGE -> CvIcon.GRADUATION_CAP;
            case SERVICE_PROVIDER -> CvIcon.WRENCH;
            case LOCAL_INSTITUTION -> CvIcon.LANDMARK;
        };
    }

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    /** The name of a constant of one of the directory's enumerations, in the reader's language. */
    static String name(Enum<?> constant) {
        return text("directory." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    static String country(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** Words joined by commas; empty ones are left out. */
    static String words(String... words) {
        return String.join(
                ", ", List.of(words).stream().filter(word -> !word.isBlank()).toList());
    }

    static String coordinates(@Nullable GeoPoint place) {
        return place == null ? "" : place.latitude() + ", " + place.longitude();
    }

    /**
     * "49.98, 1.6", as maps copy it; nothing for no place.
     *
     * @throws InvalidInput when it is something else
     */
    static @Nullable GeoPoint place(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        String[] parts = typed.strip().split("[,;\\s]+", -1);
        try {
            if (parts.length == 2) {
                return new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidInput("place", Message.of("directory.error.coordinates"));
    }
}
