package org.convive.directory;

import java.time.Duration;
import java.util.Optional;
import org.convive.identity.Actors;
import org.convive.identity.CurrentUser;
import org.convive.shared.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives pictures to those who may see them. A picture never changes, so its number is its ETag. */
@RestController
class PictureController {
    private final Pictures pictures;
    private final Actors actors;
    private final CurrentUser currentUser;

    PictureController(Pictures pictures, Actors actors, CurrentUser currentUser) {
        this.pictures = pictures;
        this.actors = actors;
        this.currentUser = currentUser;
    }

    @GetMapping("/c/{slug}/pictures/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> ofCluster(@PathVariable String slug, @PathVariable long id) {
        try {
            return answer(
                    pictures.find(actors.in(slug), id),
                    CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }

    @GetMapping("/public/pictures/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> ofPublicPage(@PathVariable long id) {
        return answer(
                pictures.findPublic(id),
                CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    @GetMapping("/profile/portrait")
    ResponseEntity<byte[]> own() {
        return answer(
                pictures.ownPortrait(currentUser.require()),
                CacheControl.noCache().cachePrivate());
    }

    private static ResponseEntity<byte[]> answer(Optional<Picture> found, CacheControl cache) {
        return found.map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(picture.mediaType()))
                        .cacheControl(cache)
                        .eTag("\"picture-" + picture.id() + "\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'")
                        .body(picture.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
