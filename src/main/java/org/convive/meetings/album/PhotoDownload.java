package org.convive.meetings.album;

import org.convive.directory.Picture;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.shared.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives photos to those who may see them now; a browser asks again each time, so a withdrawal counts at once. */
@RestController
class PhotoDownload {
    private final Actors actors;
    private final Album album;

    PhotoDownload(Actors actors, Album album) {
        this.actors = actors;
        this.album = album;
    }

    @GetMapping("/c/{slug}/meetings/{meeting:[0-9]{1,18}}/photos/{photo:[0-9]{1,18}}/{size:small|large}")
    ResponseEntity<byte[]> photo(
            @PathVariable String slug,
            @PathVariable long meeting,
            @PathVariable long photo,
            @PathVariable String size) {
        try {
            Picture picture = album.picture(actors.in(slug), new MeetingId(meeting), photo, size.equals("small"));
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(picture.mediaType()))
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .eTag("\"photo-" + picture.id() + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'")
                    .body(picture.bytes());
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
