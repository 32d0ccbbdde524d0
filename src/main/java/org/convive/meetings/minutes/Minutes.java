package org.convive.meetings.minutes;

import java.time.Instant;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting as one person sees them.
 *
 * @param mayWrite whether the reader writes in them now
 * @param mayRelease whether the reader puts them to correction, settles corrections and releases them
 * @param corrections that wait for an answer: all for who may release, one's own for others
 */
public record Minutes(
        State state,
        List<Entry> entries,
        List<Correction> corrections,
        boolean mayWrite,
        boolean mayCorrect,
        boolean mayRelease,
        @Nullable Instant released) {
    public Minutes {
        entries = List.copyOf(entries);
        corrections = List.copyOf(corrections);
    }

    /** How far they are. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Those who were there may correct them. */
        REVIEW,
        /** Told to everybody; they do not change any more. */
        RELEASED
    }

    /** @param words how the entry should read instead */
    public record Correction(long id, long entry, PersonId person, String personName, String words) {}

    public List<Entry> of(Entry.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
