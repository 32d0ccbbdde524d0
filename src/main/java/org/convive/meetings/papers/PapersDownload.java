package org.convive.meetings.papers;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaService;
import org.convive.paper.Paper;
import org.convive.paper.Sheet;
import org.convive.shared.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The PDF files of a meeting, for those who may see what is in them. */
@RestController
class PapersDownload {
    private static final String MEETING = "/c/{slug}/meetings/{meeting:[0-9]{1,18}}/";

    private final Actors actors;
    private final Paper paper;
    private final Badges badges;
    private final AttendanceSheet attendance;
    private final DoorPoster poster;
    private final TableSheets tables;
    private final MinutesSheet minutes;
    private final AgendaService agendas;

    PapersDownload(
            Actors actors,
            Paper paper,
            Badges badges,
            AttendanceSheet attendance,
            DoorPoster poster,
            TableSheets tables,
            MinutesSheet minutes,
            AgendaService agendas) {
        this.actors = actors;
        this.paper = paper;
        this.badges = badges;
        this.attendance = attendance;
        this.poster = poster;
        this.tables = tables;
        this.minutes = minutes;
        this.agendas = agendas;
    }

    @GetMapping(MEETING + "badges.pdf")
    ResponseEntity<byte[]> badges(@PathVariable String slug, @PathVariable long meeting) {
        return print(slug, meeting, "badges", badges::of);
    }

    @GetMapping(MEETING + "attendance.pdf")
    ResponseEntity<byte[]> attendance(@PathVariable String slug, @PathVariable long meeting) {
        return print(slug, meeting, "attendance", attendance::of);
    }

    @GetMapping(MEETING + "poster.pdf")
    ResponseEntity<byte[]> poster(@PathVariable String slug, @PathVariable long meeting) {
        return print(slug, meeting, "poster", poster::of);
    }

    @GetMapping(MEETING + "tables.pdf")
    ResponseEntity<byte[]> tables(@PathVariable String slug, @PathVariable long meeting) {
        return print(slug, meeting, "tables", tables::of);
    }

    @GetMapping(MEETING + "minutes.pdf")
    ResponseEntity<byte[]> minutes(@PathVariable String slug, @PathVariable long meeting) {
        return print(slug, meeting, "minutes", minutes::of);
    }

    /** A file of the agenda, whatever it is: only ever saved, never shown by the browser. */
    @GetMapping(MEETING + "documents/{document:[0-9]{1,18}}")
    ResponseEntity<byte[]> document(
            @PathVariable String slug, @PathVariable long meeting, @PathVariable long document) {
        try {
            AgendaService.DocumentFile file = agendas.file(actors.in(slug), new MeetingId(meeting), document);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(file.bytes());
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }

    private ResponseEntity<byte[]> print(
            String slug, long meeting, String name, BiFunction<Actor, MeetingId, Sheet> sheet) {
        try {
            byte[] file = paper.pdf(sheet.apply(actors.in(slug), new MeetingId(meeting)));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "-" + meeting + ".pdf\"")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(file);
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        } catch (AccessDeniedException e) {
            return ResponseEntity.status(403).build();
        }
    }
}
