package org.convive.calendar.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A component with its properties and the components in it, e.g. VCALENDAR, VEVENT, VTIMEZONE. */
public record CalendarPart(String name, List<ContentLine> lines, List<CalendarPart> parts) {
    public Optional<ContentLine> line(String property) {
        return all(property).findFirst();
    }

    public Stream<ContentLine> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property));
    }

    /** @return the text of the first property of this name, or an empty text */
    public String text(String property) {
        return line(property).map(ContentLine::text).orElse("").strip();
    }

    public Stream<CalendarPart> parts(String component) {
        return parts.stream().filter(part -> part.name().equals(component));
    }
}
