package org.convive.means.telling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.convive.shared.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the calendars of means and companies; the signed address is the proof. */
@RestController
class MeansFeedLinks {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final MeansFeeds feeds;

    MeansFeedLinks(MeansFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/feeds/means/{token}.ics")
    ResponseEntity<byte[]> means(@PathVariable String token) {
        return answer(token, feeds::readMeans);
    }

    @GetMapping("/feeds/company/{token}.ics")
    ResponseEntity<byte[]> company(@PathVariable String token) {
        return answer(token, feeds::readCompany);
    }

    private static ResponseEntity<byte[]> answer(String token, UnaryOperator<String> read) {
        try {
            return ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                    .header("X-Robots-Tag", "noindex")
                    .body(read.apply(token).getBytes(StandardCharsets.UTF_8));
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
