package org.convive.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.convive.shared.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Serves calendars to programs that cannot sign in; the token in the address is the proof. */
@RestController
class FeedController {
    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;

    FeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** Answers 304 (RFC 9110 §13) before anything is written. */
    @GetMapping("/feeds/calendar/{token}.ics")
    @Nullable
    ResponseEntity<byte[]> feed(@PathVariable String token, WebRequest request) {
        return answer(token, "", request, CalendarFeeds.Reading::body);
    }

    /** Only when time is taken: what programs call the free/busy address. */
    @GetMapping("/feeds/calendar/{token}.ifb")
    @Nullable
    ResponseEntity<byte[]> freeBusy(@PathVariable String token, WebRequest request) {
        return answer(token, "-times", request, CalendarFeeds.Reading::freeBusy);
    }

    private @Nullable ResponseEntity<byte[]> answer(
            String token,
            String form,
            WebRequest request,
            Function<CalendarFeeds.Reading, CalendarFeeds.Body> content) {
        CalendarFeeds.Reading reading;
        try {
            reading = feeds.read(token);
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
        if (request.checkNotModified(
                '"' + reading.etag() + form + '"', reading.changed().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header("X-Robots-Tag", "noindex")
                .body(content.apply(reading).write().getBytes(StandardCharsets.UTF_8));
    }
}
