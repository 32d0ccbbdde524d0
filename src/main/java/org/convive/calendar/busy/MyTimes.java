package org.convive.calendar.busy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Service;

/** What stands in a person's way at some time: what they do here, and when they are busy elsewhere. For their own eyes. */
@Service
public class MyTimes {
    private final List<CalendarSource> sources;
    private final BusyTimes busy;

    MyTimes(List<CalendarSource> sources, BusyTimes busy) {
        this.sources = sources;
        this.busy = busy;
    }

    /** @param title what it is; empty for a time from a calendar elsewhere */
    public record Item(String title, Instant from, Instant to) {}

    /** Whatever touches the time between two moments, in order; what is called off or only to remember does not. */
    public List<Item> between(PersonId person, Instant from, Instant to) {
        Stream<Item> here = sources.stream()
                .flatMap(source -> source.entriesOf(person, from).stream())
                .filter(entry -> entry.takesTime() && entry.from().isBefore(to))
                .map(MyTimes::item);
        Stream<Item> elsewhere =
                busy.between(person, from, to).stream().map(slot -> new Item("", slot.from(), slot.to()));
        return Stream.concat(here, elsewhere)
                .sorted(Comparator.comparing(Item::from))
                .toList();
    }

    private static Item item(CalendarEntry entry) {
        return new Item(entry.summary(), entry.from(), entry.to());
    }
}
