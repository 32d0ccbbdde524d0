package org.convive.means.ui;

import java.util.Locale;
import org.convive.means.Finder;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is needed, as an address says it: its words, then where they matter its kind, how many, for how many
 * people: {@code van~vehicle~2~9}.
 *
 * @param capacity for how many people or things; null for any
 */
record FindNeed(
        String text,
        @Nullable MeansKind kind,
        int units,
        @Nullable Integer capacity) {
    static final FindNeed ANY = new FindNeed("", null, 1, null);
    static final int MOST = 9_999;

    static FindNeed read(String written) {
        String[] parts = written.split("~", 4);
        return new FindNeed(
                parts[0].strip(),
                parts.length > 1 ? kind(parts[1]) : null,
                parts.length > 2 ? Math.max(1, number(parts[2])) : 1,
                parts.length > 3 && number(parts[3]) > 0 ? number(parts[3]) : null);
    }

    private static @Nullable MeansKind kind(String text) {
        for (MeansKind one : MeansKind.values()) {
            if (one.name().equals(text.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        return null;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    String written() {
        if (kind == null && units == 1 && capacity == null) {
            return text;
        }
        return text + "~" + (kind == null ? "" : kind.name().toLowerCase(Locale.ROOT)) + "~" + units + "~"
                + (capacity == null ? "" : capacity);
    }

    Finder.Need asked() {
        return new Finder.Need(text, kind, units, capacity);
    }

    FindNeed withText(String other) {
        return new FindNeed(other.strip().replace("~", " "), kind, units, capacity);
    }

    FindNeed withKind(@Nullable MeansKind other) {
        return new FindNeed(text, other, units, capacity);
    }

    FindNeed withUnits(@Nullable Integer number) {
        return new FindNeed(text, kind, number == null ? 1 : Math.clamp(number, 1, MOST), capacity);
    }

    FindNeed withCapacity(@Nullable Integer number) {
        return new FindNeed(text, kind, units, number == null || number < 1 ? null : Math.min(number, MOST));
    }
}
