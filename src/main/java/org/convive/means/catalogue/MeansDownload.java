package org.convive.means.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.LendingTerms;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of the catalogue, for members of its cluster: labels, terms, documents, the list as CSV. */
@RestController
class MeansDownload {
    private final Actors actors;
    private final MeansQueries queries;
    private final LendingTerms terms;
    private final MeansPapers papers;
    private final Documents documents;
    private final MeansCsv csv;

    MeansDownload(
            Actors actors,
            MeansQueries queries,
            LendingTerms terms,
            MeansPapers papers,
            Documents documents,
            MeansCsv csv) {
        this.actors = actors;
        this.queries = queries;
        this.terms = terms;
        this.papers = papers;
        this.documents = documents;
        this.csv = csv;
    }

    @GetMapping("/c/{slug}/means/{means:[0-9]{1,18}}/label.pdf")
    ResponseEntity<byte[]> label(@PathVariable String slug, @PathVariable long means) {
        return answer(slug, actor -> {
            var one = queries.get(actor, new MeansId(means)).means();
            return file("application/pdf", "label-" + means + ".pdf", true, papers.label(actor, one));
        });
    }

    @GetMapping("/c/{slug}/means/terms/{terms:[0-9]{1,18}}.pdf")
    ResponseEntity<byte[]> terms(@PathVariable String slug, @PathVariable("terms") long id) {
        return answer(slug, actor -> {
            LendingTerms.Version version = terms.get(actor, id);
            return file("application/pdf", "terms-" + id + ".pdf", true, papers.terms(actor, version));
        });
    }

    @GetMapping("/c/{slug}/means/documents/{document:[0-9]{1,18}}")
    ResponseEntity<byte[]> document(@PathVariable String slug, @PathVariable long document) {
        return answer(slug, actor -> {
            Documents.Content content = documents.get(actor, document);
            return file(content.mediaType(), content.name(), false, content.bytes());
        });
    }

    @GetMapping("/c/{slug}/means/means.csv")
    ResponseEntity<byte[]> list(@PathVariable String slug) {
        return answer(
                slug,
                actor -> file(
                        "text/csv;charset=UTF-8",
                        "means.csv",
                        false,
                        csv.write(actor).getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<byte[]> answer(String slug, Function<Actor, ResponseEntity<byte[]>> deed) {
        try {
            return deed.apply(actors.in(slug));
        } catch (NotFoundException e) {
            return ResponseEntity.notFound().build();
        }
    }

    /** What people uploaded is only ever saved, never shown by the browser as a page of ours. */
    private static ResponseEntity<byte[]> file(String type, String name, boolean inline, byte[] bytes) {
        ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .body(bytes);
    }
}
