package org.convive.meetings.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.shared.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The answers to a meeting as a file, for its organiser. */
@RestController
class DeskDownload {
    private final Actors actors;
    private final DeskExport export;

    DeskDownload(Actors actors, DeskExport export) {
        this.actors = actors;
        this.export = export;
    }

    @GetMapping("/c/{slug}/meetings/{meeting:[0-9]{1,18}}/answers.{format:csv|xlsx}")
    ResponseEntity<byte[]> download(
            @PathVariable String slug,
            @PathVariable long meeting,
            @PathVariable String format,
            @RequestParam(defaultValue = "EVERYBODY") String segment)
            throws IOException {
        try {
            Actor actor = actors.in(slug);
            MeetingId id = new MeetingId(meeting);
            Segment part = Arrays.stream(Segment.values())
                    .filter(one -> one.name().equals(segment))
                    .findFirst()
                    .orElse(Segment.EVERYBODY);
            byte[] file;
            if (format.equals("csv")) {
                file = export.csv(actor, id, part);
            } else {
                var out = new ByteArrayOutputStream();
                export.xlsx(actor, id, part, out);
                file = out.toByteArray();
            }
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_TYPE,
                            format.equals("csv")
                                    ? "text/csv;charset=UTF-8"
                                    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"answers-" + meeting + "." + format + "\"")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .body(file);
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        } catch (AccessDeniedException e) {
            return ResponseEntity.status(403).build();
        }
    }
}
