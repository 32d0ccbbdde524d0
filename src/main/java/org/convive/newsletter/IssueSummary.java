package org.convive.newsletter;

import java.time.Instant;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An issue as lists show it.
 *
 * @param number of the letter in its cluster; 0 while it is a draft
 * @param lead its first words, as plain text
 * @param picture its first image
 * @param at when it was published, or last changed while it is a draft
 * @param unread whether the reader has not opened it yet
 */
public record IssueSummary(
        long id,
        int number,
        String title,
        String lead,
        String language,
        PersonId author,
        String authorName,
        @Nullable Long authorPicture,
        @Nullable Long picture,
        int words,
        Instant at,
        boolean unread) {
    private static final int WORDS_A_MINUTE = 220;

    public int minutes() {
        return minutes(words);
    }

    /** How long it takes to read so many words, in whole minutes. */
    public static int minutes(int words) {
        return Math.max(1, Math.round(words / (float) WORDS_A_MINUTE));
    }
}
