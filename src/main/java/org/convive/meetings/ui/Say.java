package org.convive.meetings.ui;

import com.vaadin.flow.component.UI;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Toasts;

/** Words and addresses that the pages about a meeting share. */
public final class Say {
    private Say() {}

    /** In the language of the page. */
    public static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    /** The address of a meeting's page. */
    public static String href(Actor actor, MeetingId meeting) {
        return "c/" + actor.slug() + "/meetings/" + meeting;
    }

    /** Does it; what cannot be is said. */
    public static void orSorry(Runnable deed) {
        try {
            deed.run();
        } catch (InvalidInput e) {
            e.fields().values().stream()
                    .findFirst()
                    .ifPresent(message ->
                            Toasts.sorry(text(message.key(), message.args().toArray())));
        }
    }
}
