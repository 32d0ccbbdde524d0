package org.convive.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convive.shared.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Serves calendars to programs that cannot sign in: the token in the address is the proof, or it is open to everybody. */
@RestController
class FeedController {
    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final CacheControl PRIVATE =
            CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();
    private static final CacheControl EVERYBODY =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final CalendarFeeds feeds;
    private final PublicFeeds open;

    FeedController(CalendarFeeds feeds, PublicFeeds open) {
        this.feeds = feeds;
        this.open = open;
    }

    /** Answers 304 (RFC 9110 §13) before anything is written. */
    @GetMapping("/feeds/calendar/{token}.ics")
    @Nullable
    ResponseEntity<byte[]> feed(@PathVariable String token, WebRequest request) {
        return answer(() -> feeds.read(token), "", request, CalendarFeeds.Reading::body, PRIVATE);
    }

    /** Only when time is taken: what programs call the free/busy address. */
    @GetMapping("/feeds/calendar/{token}.ifb")
    @Nullable
    ResponseEntity<byte[]> freeBusy(@PathVariable String token, WebRequest request) {
        return answer(() -> feeds.read(token), "-times", request, CalendarFeeds.Reading::freeBusy, PRIVATE);
    }

    /** The meetings of a cluster that are open to everybody. */
    @GetMapping("/feeds/clusters/{slug}.ics")
    @Nullable
    ResponseEntity<byte[]> cluster(@PathVariable String slug, WebRequest request) {
        return answer(() -> open.read(slug), "", request, CalendarFeeds.Reading::body, EVERYBODY);
    }

    private @Nullable ResponseEntity<byte[]> answer(
            Supplier<CalendarFeeds.Reading> reader,
            String form,
            WebRequest request,
            Function<CalendarFeeds.Reading, CalendarFeeds.Body> content,
            CacheControl cache) {
        CalendarFeeds.Reading reading;
        try {
            reading = reader.get();
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
        if (request.checkNotModified(
                '"' + reading.etag() + form + '"', reading.changed().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(cache)
                .header("X-Robots-Tag", "noindex")
                .body(content.apply(reading).write().getBytes(StandardCharsets.UTF_8));
    }
}
