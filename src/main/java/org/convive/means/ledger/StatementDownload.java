package org.convive.means.ledger;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A company's monthly statement as a file, for its people and the animators. */
@RestController
class StatementDownload {
    private final Actors actors;
    private final LedgerQueries ledger;
    private final StatementPaper paper;

    StatementDownload(Actors actors, LedgerQueries ledger, StatementPaper paper) {
        this.actors = actors;
        this.ledger = ledger;
        this.paper = paper;
    }

    @GetMapping("/c/{slug}/give-and-take/{company:[0-9]{1,18}}/{month:[0-9]{4}-[0-9]{2}}.{type:pdf|csv}")
    ResponseEntity<byte[]> statement(
            @PathVariable String slug,
            @PathVariable long company,
            @PathVariable String month,
            @PathVariable String type) {
        try {
            Actor actor = actors.in(slug);
            Statement statement = ledger.statement(actor, new OrganisationId(company), YearMonth.parse(month));
            boolean pdf = type.equals("pdf");
            byte[] bytes = pdf
                    ? paper.pdf(statement, actor.locale(), actor.zone(), actor.clusterName())
                    : paper.csv(statement, actor.locale(), actor.zone());
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, pdf ? "application/pdf" : "text/csv;charset=UTF-8")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"statement-" + month + "." + type + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.noStore())
                    .body(bytes);
        } catch (NotFoundException | DateTimeException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
