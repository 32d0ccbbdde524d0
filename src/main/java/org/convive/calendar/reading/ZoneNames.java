package org.convive.calendar.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which zone a TZID means: a name of the tz database, perhaps with something before it, or one of Windows ("Romance
 * Standard Time"). A name that says nothing ("Customized Time Zone") is decided by the offsets of its VTIMEZONE.
 */
final class ZoneNames {
    private static final Properties WINDOWS = windows();
    private static final Pattern OFFSET = Pattern.compile("([+-])(0\\d|1[0-7])([0-5]\\d)(?:\\d{2})?");

    /** A winter and a summer of the north, and of a year whose rules hold. */
    private static final Instant JANUARY = Instant.parse("2027-01-15T12:00:00Z");

    private static final Instant JULY = Instant.parse("2027-07-15T12:00:00Z");

    /** Among zones with the same clocks, the first of these is meant. */
    private static final List<String> USUAL = List.of(
            "Europe/Paris",
            "Europe/London",
            "Europe/Athens",
            "Europe/Istanbul",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "Asia/Kolkata",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Sydney",
            "UTC");

    private ZoneNames() {}

    /**
     * @param calendar around, with its VTIMEZONEs
     * @param home where the reader is: preferred among equal zones
     * @return empty when nothing tells
     */
    static Optional<ZoneId> zone(String tzid, CalendarPart calendar, ZoneId home) {
        String name = tzid.strip();
        return named(name)
                .or(() -> Optional.ofNullable(WINDOWS.getProperty(name)).map(ZoneId::of))
                .or(() -> suffix(name))
                .or(() -> byOffsets(name, calendar, home));
    }

    private static Optional<ZoneId> named(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "/freeassociation.sourceforge.net/Europe/Paris", "/mozilla.org/20050126_1/America/Argentina/Salta". */
    private static Optional<ZoneId> suffix(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            Optional<ZoneId> found =
                    named(name.substring(slash + 1)).filter(zone -> zone.getId().indexOf('/') > 0);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> byOffsets(String tzid, CalendarPart calendar, ZoneId home) {
        Optional<CalendarPart> zone = calendar.parts("VTIMEZONE")
                .filter(part -> part.text("TZID").equals(tzid))
                .findFirst();
        Optional<ZoneOffset> standard = zone.flatMap(part -> offset(part, "STANDARD"));
        if (standard.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffset winter = standard.get();
        ZoneOffset summer = zone.flatMap(part -> offset(part, "DAYLIGHT")).orElse(winter);
        return Stream.concat(Stream.of(home), USUAL.stream().map(ZoneId::of))
                .filter(candidate -> shows(candidate, winter, summer))
                .findFirst()
                .or(() -> winter.equals(summer) ? Optional.of(winter) : Optional.empty());
    }

    private static boolean shows(ZoneId zone, ZoneOffset winter, ZoneOffset summer) {
        ZoneOffset january = zone.getRules().getOffset(JANUARY);
        ZoneOffset july = zone.getRules().getOffset(JULY);
        return (january.equals(winter) && july.equals(summer)) || (january.equals(summer) && july.equals(winter));
    }

    private static Optional<ZoneOffset> offset(CalendarPart zone, String kind) {
        return zone.parts(kind)
                .reduce((first, last) -> last)
                .map(part -> OFFSET.matcher(part.text("TZOFFSETTO")))
                .filter(Matcher::matches)
                .map(found -> ZoneOffset.of(found.group(1) + found.group(2) + ":" + found.group(3)));
    }

    private static Properties windows() {
        var zones = new Properties();
        try (InputStream in = Objects.requireNonNull(ZoneNames.class.getResourceAsStream("windows-zones.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            zones.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }
}
