package org.convive.meetings;

import java.nio.charset.StandardCharsets;
import org.convive.calendar.Feed;
import org.convive.identity.Actors;
import org.convive.shared.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A meeting as a file that any calendar opens, for members. */
@RestController
class MeetingDownload {
    private final Actors actors;
    private final MeetingQueries queries;

    MeetingDownload(Actors actors, MeetingQueries queries) {
        this.actors = actors;
        this.queries = queries;
    }

    @GetMapping("/c/{slug}/meetings/{meeting:[0-9]{1,18}}/meeting.ics")
    ResponseEntity<byte[]> download(@PathVariable String slug, @PathVariable long meeting) {
        try {
            String calendar = Feed.download(queries.entry(actors.in(slug), new MeetingId(meeting)));
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meeting-" + meeting + ".ics\"")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .body(calendar.getBytes(StandardCharsets.UTF_8));
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
