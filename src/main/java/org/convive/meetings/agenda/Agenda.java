package org.convive.meetings.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting talks about, in order.
 *
 * @param starts when the meeting starts; null without a date
 * @param ends when it ends
 */
public record Agenda(
        List<AgendaItem> items,
        @Nullable Instant starts,
        @Nullable Instant ends,
        boolean mayChange) {
    public Agenda {
        items = List.copyOf(items);
    }

    public Optional<AgendaItem> running() {
        return items.stream().filter(AgendaItem::isRunning).findFirst();
    }

    /** The first that has not begun. */
    public Optional<AgendaItem> next() {
        return items.stream().filter(item -> item.began() == null).findFirst();
    }

    public int minutes() {
        return items.stream().mapToInt(AgendaItem::minutes).sum();
    }

    /** How many minutes are planned beyond the end of the meeting; 0 when it fits. */
    public int tooLong() {
        return starts == null || ends == null
                ? 0
                : (int) Math.max(0, minutes() - Duration.between(starts, ends).toMinutes());
    }

    /** Says for each item when it begins, given what has begun already. */
    static List<AgendaItem> timed(
            List<AgendaItem> items, @Nullable Instant starts, Map<Long, List<AgendaItem.Document>> documents) {
        List<AgendaItem> timed = new ArrayList<>();
        Instant at = starts;
        for (AgendaItem item : items) {
            Instant begins = item.began() == null ? at : item.began();
            timed.add(item.with(begins, documents.getOrDefault(item.id(), List.of())));
            Instant ends = item.ended();
            at = begins == null ? null : ends != null ? ends : begins.plus(Duration.ofMinutes(item.minutes()));
        }
        return timed;
    }
}
