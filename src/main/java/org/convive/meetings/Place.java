package org.convive.meetings;

import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * Where people meet: at a member's site, somewhere in words, online, or a mixture of these.
 *
 * @param text free text, perhaps empty: the whole address, or the room at the site
 * @param link an http or https address, perhaps empty
 */
public record Place(@Nullable SiteId site, String text, String link) {
    public static Place at(String text) {
        return new Place(null, text, "");
    }

    public static Place online(String link) {
        return new Place(null, "", link);
    }

    public static Place at(SiteId site) {
        return new Place(site, "", "");
    }

    boolean isSomewhere() {
        return site != null || !text.isBlank() || !link.isBlank();
    }

    Place stripped() {
        return new Place(site, text.strip(), link.strip());
    }
}
