package org.convive.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.CalendarFeeds.Reading;
import org.convive.calendar.PublicCalendarSource.PublicCalendar;
import org.convive.calendar.PublicCalendarSource.Stand;
import org.convive.shared.NotFoundException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The calendars of clusters that anybody follows without signing in. */
@Service
public class PublicFeeds {
    private static final Duration LOOKS_BACK = Duration.ofDays(90);

    private final List<PublicCalendarSource> sources;
    private final Clock clock;
    private final String publicUrl;

    PublicFeeds(List<PublicCalendarSource> sources, Clock clock, @Value("${convive.public-url}") String publicUrl) {
        this.sources = sources;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The public calendar of a cluster; empty when it has no public page. */
    public Optional<PublicCalendar> find(String slug) {
        return sources.stream().flatMap(source -> source.find(slug).stream()).findFirst();
    }

    /** Where it is followed. */
    public String address(PublicCalendar calendar) {
        return publicUrl + "/feeds/clusters/" + calendar.slug() + ".ics";
    }

    /** What is coming up, the next first. */
    public List<CalendarEntry> next(PublicCalendar calendar, int most) {
        Instant now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.entries(calendar, now).stream())
                .filter(entry -> !entry.cancelled())
                .limit(most)
                .toList();
    }

    /** @throws NotFoundException when no cluster of this name has a public page */
    Reading read(String slug) {
        PublicCalendar calendar = find(slug).orElseThrow(() -> new NotFoundException("calendar"));
        Instant since = clock.instant().minus(LOOKS_BACK).truncatedTo(ChronoUnit.DAYS);
        StringBuilder state = new StringBuilder(calendar.name()).append(since);
        Instant changed = Instant.EPOCH;
        for (PublicCalendarSource source : sources) {
            Stand stand = source.stand(calendar, since);
            state.append('/').append(stand.revision());
            changed = stand.changed().isAfter(changed) ? stand.changed() : changed;
        }
        CalendarFeeds.Body body = () -> Feed.of(
                calendar.name(),
                sources.stream()
                        .flatMap(source -> source.entries(calendar, since).stream())
                        .toList());
        return new Reading(HexFormat.of().formatHex(Subscriptions.hash(state.toString())), changed, body, body);
    }
}
