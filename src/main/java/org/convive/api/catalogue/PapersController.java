package org.convive.api.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.convive.api.Idempotency;
import org.convive.api.Keys;
import org.convive.api.Language;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.LendingTerms;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.catalogue.MeansCsv;
import org.convive.means.catalogue.MeansPapers;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The catalogue as a table, and what is printed: labels with their code, terms as they were agreed. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Means")
class PapersController {
    private final Actors actors;
    private final MeansQueries means;
    private final MeansCsv csv;
    private final MeansPapers papers;
    private final LendingTerms terms;
    private final Translations translations;
    private final Idempotency idempotency;

    PapersController(
            Actors actors,
            MeansQueries means,
            MeansCsv csv,
            MeansPapers papers,
            LendingTerms terms,
            Translations translations,
            Idempotency idempotency) {
        this.actors = actors;
        this.means = means;
        this.csv = csv;
        this.papers = papers;
        this.terms = terms;
        this.translations = translations;
        this.idempotency = idempotency;
    }

    /** What came of a table. */
    record ImportBody(
            @Schema(description = "How many means were shared")
            int shared,

            List<WrongLine> wrong) {}

    /** A line that was not taken. */
    record WrongLine(
            @Schema(description = "From 2, as spreadsheets count")
            long line,

            String reason) {}

    /** What a key stands for. */
    private record Table(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Table table && Arrays.equals(bytes, table.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** Leaves no claim on the key, so that the mended table may come with it. */
    private static final class NothingShared extends RuntimeException {
        private final transient MeansCsv.Report report;

        NothingShared(MeansCsv.Report report) {
            this.report = report;
        }
    }

    @GetMapping("/means.csv")
    @Operation(summary = "The catalogue as a table")
    ResponseEntity<byte[]> table(@PathVariable String slug) {
        Actor actor = actors.in(slug);
        return file("text/csv;charset=UTF-8", "means.csv", csv.write(actor).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(path = "/means-imports", consumes = "text/csv")
    @Operation(
            summary = "Shares each line of a table as a means of one's company; lines that are wrong are named",
            description =
                    "All lines or none. The columns are those of means.csv; a column that is missing, and an empty"
                            + " cell, mean what a new means has.")
    ImportBody read(
            HttpServletRequest request,
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody byte[] table) {
        Actor actor = actors.in(slug);
        try {
            return new ImportBody(
                    (int) idempotency.once(actor, key, new Table(table), () -> {
                        MeansCsv.Report report = csv.read(actor, new String(table, StandardCharsets.UTF_8));
                        if (!report.wrong().isEmpty()) {
                            throw new NothingShared(report);
                        }
                        return report.shared();
                    }),
                    List.of());
        } catch (NothingShared wrong) {
            return new ImportBody(
                    0,
                    wrong.report.wrong().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(line -> new WrongLine(
                                    line.getKey(), translations.text(Language.of(request), line.getValue())))
                            .toList());
        }
    }

    @GetMapping("/means/{id}/label.pdf")
    @Operation(summary = "A label with the code that opens the means")
    ResponseEntity<byte[]> label(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return file(
                "application/pdf",
                "label-" + id + ".pdf",
                papers.label(actor, means.get(actor, new MeansId(id)).means()));
    }

    @GetMapping("/terms/{id}.pdf")
    @Operation(summary = "A version of rules and terms, to print")
    ResponseEntity<byte[]> terms(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return file("application/pdf", "terms-" + id + ".pdf", papers.terms(actor, terms.get(actor, id)));
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] bytes) {
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
