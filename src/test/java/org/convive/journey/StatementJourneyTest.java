package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class StatementJourneyTest extends MeansJourney {
    @Test
    void theMonthlyStatementIsReadAndFetchedAsASheetAndAsATable() throws IOException {
        long month = stage.number("""
                SELECT COALESCE(MAX(YEAR(l.posted_at) * 100 + MONTH(l.posted_at)), 0)
                FROM ledger_line l JOIN organisation o ON o.id IN (l.giver_id, l.taker_id)
                WHERE o.name = 'Verrerie Saulnaye'""");
        var visitor = visitor()
                .signIn(
                        "helene",
                        ORSENNE + "/give-and-take?month=" + month / 100 + "-" + "%02d".formatted(month % 100));
        visitor.expectHeading("Give and take");
        assertThat(visitor.page().locator(".cv-ledger-list li").first()).isVisible();

        byte[] sheet = fetch(visitor, "PDF");
        assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        String table = new String(fetch(visitor, "CSV for accounting"), StandardCharsets.UTF_8);
        assertThat(table.lines().count()).isGreaterThan(1);
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.strangers()).isEmpty();
    }

    private static byte[] fetch(Visitor visitor, String link) throws IOException {
        Download download =
                visitor.page().waitForDownload(() -> visitor.link(link).click());
        return Files.readAllBytes(download.path());
    }
}
