package org.convive.meetings.agenda.ui;

import com.vaadin.flow.component.UI;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Toasts;

/** Words and addresses that the pages of the agenda share. */
final class Say {
    private Say() {}

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    static String href(Actor actor, MeetingId meeting) {
        return "c/" + actor.slug() + "/meetings/" + meeting;
    }

    static String topics(Actor actor) {
        return "c/" + actor.slug() + "/meetings/topics";
    }

    /** Does it; what cannot be is said. */
    static void orSorry(Runnable deed) {
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
