package org.convive.meetings.agenda;

import java.net.URI;
import java.net.URISyntaxException;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an item of the agenda to be.
 *
 * @param minutes how long it takes
 * @param owner who leads it; null when nobody does
 * @param notes Markdown
 */
public record ItemDraft(String title, int minutes, @Nullable PersonId owner, String notes) {
    static final int LONGEST = 600;

    public ItemDraft {
        title = title.strip();
    }

    public static ItemDraft of(String title, int minutes) {
        return new ItemDraft(title, minutes, null, "");
    }

    /** @throws InvalidInput naming what is wrong */
    void check() {
        InvalidInput.check()
                .required(title, 200, "title")
                .atMost(notes, 4000, "notes")
                .that(
                        minutes >= 1 && minutes <= LONGEST,
                        "minutes",
                        Message.of("meetings.agenda.error.minutes", LONGEST))
                .orThrow();
    }

    /** @throws InvalidInput when a link is no web address */
    static void checkLink(String name, String link) {
        InvalidInput.check()
                .required(name, 200, "name")
                .that(link.length() <= 500 && isWebAddress(link), "link", Message.of("meetings.error.link"))
                .orThrow();
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
