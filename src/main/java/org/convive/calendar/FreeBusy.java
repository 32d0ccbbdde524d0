package org.convive.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convive.calendar.CalendarEntry.Claim;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** When time is taken, and nothing else: VFREEBUSY (RFC 5545 §3.6.4), published as RFC 5546 §3.3.1 says. */
public final class FreeBusy {
    private static final int MOST_TIMES = 1000;

    private FreeBusy() {}

    /** A time that is taken, for certain or perhaps. */
    public record Taken(Instant from, Instant to, Claim claim) {}

    /** What entries take of a window. */
    public static List<Taken> taken(Collection<CalendarEntry> entries, Instant from, Instant to) {
        Map<String, Set<LocalDateTime>> changed = new HashMap<>();
        for (CalendarEntry entry : entries) {
            if (entry.recurrenceId() != null) {
                changed.computeIfAbsent(entry.uid(), uid -> new HashSet<>()).add(entry.recurrenceId());
            }
        }
        List<Taken> all = new ArrayList<>();
        for (CalendarEntry entry : entries) {
            if (entry.takesTime()) {
                slots(entry, changed.getOrDefault(entry.uid(), Set.of()), from, to)
                        .forEach(slot -> all.add(new Taken(slot.from(), slot.to(), entry.claim())));
            }
        }
        return merged(all, 1, from, to);
    }

    private static List<TimeSlot> slots(CalendarEntry entry, Set<LocalDateTime> changed, Instant from, Instant to) {
        Recurrence recurrence = entry.recurrence();
        return recurrence == null
                ? List.of(new TimeSlot(entry.from(), entry.to()))
                : recurrence.without(changed).slots(Duration.between(entry.from(), entry.to()), from, to, MOST_TIMES);
    }

    /**
     * The times of a window in which as many places as there are, are taken; in order, none over another.
     *
     * @param places one for a person; as many as there are units for a means
     */
    public static List<Taken> merged(Collection<Taken> all, int places, Instant from, Instant to) {
        var changes = new TreeMap<Instant, int[]>();
        for (Taken one : all) {
            Instant begin = one.from().isBefore(from) ? from : one.from();
            Instant end = one.to().isAfter(to) ? to : one.to();
            if (begin.isBefore(end)) {
                int firm = one.claim() == Claim.FIRM ? 1 : 0;
                change(changes, begin, firm, 1);
                change(changes, end, -firm, -1);
            }
        }
        List<Taken> merged = new ArrayList<>();
        int firm = 0;
        int taken = 0;
        @Nullable Claim now = null;
        Instant since = from;
        for (Map.Entry<Instant, int[]> step : changes.entrySet()) {
            firm += step.getValue()[0];
            taken += step.getValue()[1];
            @Nullable Claim then = firm >= places ? Claim.FIRM : taken >= places ? Claim.TENTATIVE : null;
            if (then != now) {
                if (now != null) {
                    merged.add(new Taken(since, step.getKey(), now));
                }
                since = step.getKey();
                now = then;
            }
        }
        return merged;
    }

    private static void change(TreeMap<Instant, int[]> changes, Instant at, int firm, int taken) {
        int[] sum = changes.computeIfAbsent(at, moment -> new int[2]);
        sum[0] += firm;
        sum[1] += taken;
    }

    /**
     * Writes what {@link #merged} found.
     *
     * @param whose whose time it is, with a mailbox
     * @param stamp when it became so
     */
    static String write(String uid, Party whose, Instant stamp, Instant from, Instant to, List<Taken> taken) {
        ContentLines lines = EventWriter.calendar()
                .line("METHOD", "PUBLISH")
                .begin("VFREEBUSY")
                .line("UID", uid)
                .utc("DTSTAMP", stamp)
                .utc("DTSTART", from)
                .utc("DTEND", to)
                .line("ORGANIZER;CN=" + ContentLines.parameter(whose.name()), EventWriter.address(whose.mailbox()));
        for (Taken one : taken) {
            lines.line(
                    "FREEBUSY;FBTYPE=" + (one.claim() == Claim.FIRM ? "BUSY" : "BUSY-TENTATIVE"),
                    ContentLines.utc(one.from()) + "/" + ContentLines.utc(one.to()));
        }
        return lines.end("VFREEBUSY").end("VCALENDAR").toString();
    }
}
