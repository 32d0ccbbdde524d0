package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import org.convive.api.Idempotency;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.catalogue.Documents;
import org.convive.shared.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Files of means and bookings, and pictures: the body of the request is the file itself, of at most 5 MB. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Files")
class FilesController {
    private final Actors actors;
    private final Documents documents;
    private final Pictures pictures;
    private final MeansQueries means;
    private final Idempotency idempotency;

    FilesController(
            Actors actors, Documents documents, Pictures pictures, MeansQueries means, Idempotency idempotency) {
        this.actors = actors;
        this.documents = documents;
        this.pictures = pictures;
        this.means = means;
        this.idempotency = idempotency;
    }

    /** A file in a list. */
    record DocumentBody(long id, String name, int size, OffsetDateTime at, String person) {
        static DocumentBody of(Actor actor, Documents.Line line) {
            return new DocumentBody(line.id(), line.name(), line.size(), Times.at(actor, line.at()), line.person());
        }
    }

    /** The number of what was kept. */
    record Kept(long id) {}

    /** What makes two uploads the same. */
    private record Upload(String path, String name, String digest) {
        static Upload of(String path, String name, byte[] bytes) {
            return new Upload(path, name, HexFormat.of().formatHex(DigestUtils.md5Digest(bytes)));
        }
    }

    @GetMapping("/means/{id}/documents")
    @Operation(summary = "The files of a means, by name")
    Items<DocumentBody> ofMeans(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(
                documents.of(actor, means.get(actor, new MeansId(id)).means().id()),
                one -> DocumentBody.of(actor, one));
    }

    @PostMapping(path = "/means/{id}/documents", consumes = "application/octet-stream")
    @Operation(summary = "Attaches a file to a means; a deed of its owner")
    ResponseEntity<Kept> attachToMeans(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = "With its ending, e.g. manual.pdf") @RequestParam String name,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody byte[] file) {
        Actor actor = actors.in(slug);
        return kept(
                actor,
                key,
                Upload.of("means/" + id, name, file),
                () -> documents.attach(actor, new MeansId(id), name, file));
    }

    @GetMapping("/bookings/{id}/documents")
    @Operation(summary = "The files of a booking; for the booker's company, the owner and animators")
    Items<DocumentBody> ofBooking(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(documents.of(actor, new BookingId(id)), one -> DocumentBody.of(actor, one));
    }

    @PostMapping(path = "/bookings/{id}/documents", consumes = "application/octet-stream")
    @Operation(summary = "Attaches a file to a booking")
    ResponseEntity<Kept> attachToBooking(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam String name,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody byte[] file) {
        Actor actor = actors.in(slug);
        return kept(
                actor,
                key,
                Upload.of("bookings/" + id, name, file),
                () -> documents.attach(actor, new BookingId(id), name, file));
    }

    @GetMapping("/plans/{id}/documents")
    @Operation(summary = "The files of all that was booked together")
    Items<DocumentBody> ofPlan(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(documents.ofPlan(actor, id), one -> DocumentBody.of(actor, one));
    }

    @PostMapping(path = "/plans/{id}/documents", consumes = "application/octet-stream")
    @Operation(summary = "Attaches a file to all that was booked together; it stands with each booking")
    ResponseEntity<Kept> attachToPlan(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam String name,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody byte[] file) {
        Actor actor = actors.in(slug);
        return kept(
                actor, key, Upload.of("plans/" + id, name, file), () -> documents.attachToPlan(actor, id, name, file));
    }

    @GetMapping("/documents/{id}")
    @Operation(summary = "A file itself")
    ResponseEntity<byte[]> document(@PathVariable String slug, @PathVariable long id) {
        Documents.Content content = documents.get(actors.in(slug), id);
        return file(content.mediaType(), content.name(), content.bytes());
    }

    @DeleteMapping("/documents/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a file away")
    void remove(@PathVariable String slug, @PathVariable long id) {
        documents.remove(actors.in(slug), id);
    }

    @PostMapping(path = "/pictures", consumes = "application/octet-stream")
    @Operation(
            summary = "Keeps a picture (JPEG, PNG, GIF), to be named by means, check-in, check-out and damage",
            description = "What the picture says of its place and camera is not kept.")
    ResponseEntity<Kept> picture(
            @PathVariable String slug,
            @Parameter(description = "What it shows") @RequestParam(defaultValue = "") String alt,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody byte[] file) {
        Actor actor = actors.in(slug);
        return kept(actor, key, Upload.of("pictures", alt, file), () -> pictures.store(actor, file, alt));
    }

    @GetMapping("/pictures/{id}")
    @Operation(summary = "A picture of the cluster")
    ResponseEntity<byte[]> picture(@PathVariable String slug, @PathVariable long id) {
        var found = pictures.find(actors.in(slug), id).orElseThrow(() -> new NotFoundException("picture"));
        return file(found.mediaType(), "picture-" + id, found.bytes());
    }

    private ResponseEntity<Kept> kept(Actor actor, @Nullable String key, Upload upload, LongSupplier work) {
        long id = idempotency.once(actor, key, upload, work);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Kept(id));
    }

    static ResponseEntity<byte[]> file(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }
}
