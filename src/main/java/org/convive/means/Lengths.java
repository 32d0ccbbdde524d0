package org.convive.means;

import java.time.Duration;
import org.convive.shared.Message;

/** Lengths of time as people say them: minutes, hours or days, whichever is whole. */
public final class Lengths {
    private Lengths() {}

    /** The sentence {@code key.minutes}, {@code key.hours} or {@code key.days} with the number. */
    public static Message message(String key, Duration length) {
        long minutes = length.toMinutes();
        if (minutes >= 2880 && minutes % 1440 == 0) {
            return Message.of(key + ".days", minutes / 1440);
        }
        if (minutes >= 60 && minutes % 60 == 0) {
            return Message.of(key + ".hours", minutes / 60);
        }
        return Message.of(key + ".minutes", minutes);
    }
}
