package org.convive.means.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.convive.paper.Paper;
import org.convive.paper.PaperSize;
import org.convive.paper.Sheet;
import org.convive.shared.CsvText;
import org.convive.shared.Money;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.stereotype.Component;

/** A statement as a sheet for people and as a table for the accounts. */
@Component
public class StatementPaper {
    private static final String BOM = "\uFEFF";

    private final Paper paper;
    private final Translations texts;

    StatementPaper(Paper paper, Translations texts) {
        this.paper = paper;
        this.texts = texts;
    }

    /** A sheet to print. */
    public byte[] pdf(Statement statement, Locale locale, ZoneId zone, String cluster) {
        var dates = Dates.of(locale, zone);
        var body = new StringBuilder("<h1>")
                .append(say(locale, "means.ledger.statement"))
                .append("</h1><p>")
                .append(Sheet.text(statement.companyName() + " · " + cluster + " · "
                        + Dates.month(statement.month().atDay(1), locale)))
                .append("</p>");
        if (statement.partners().isEmpty() && statement.lines().isEmpty()) {
            body.append("<p>")
                    .append(say(locale, "means.ledger.statement.nothing"))
                    .append("</p>");
        } else {
            if (!statement.partners().isEmpty()) {
                partners(body, statement, locale, dates);
            }
            lines(body, statement, locale, dates);
        }
        body.append("<p>").append(say(locale, "means.ledger.statement.foot")).append("</p>");
        return paper.pdf(new Sheet(
                PaperSize.A4_WIDE,
                locale,
                texts.text(
                        locale,
                        "means.ledger.statement.title",
                        statement.companyName(),
                        statement.month().toString()),
                texts.text(locale, "means.ledger.page", "{0}", "{1}"),
                body.toString()));
    }

    private void partners(StringBuilder body, Statement statement, Locale locale, Dates dates) {
        body.append("<h2>").append(say(locale, "means.ledger.partners")).append("</h2><table><thead><tr>");
        heads(body, locale, 2, "partner", "account", "before", "given", "taken", "payments", "after");
        body.append("</tr></thead><tbody>");
        for (Statement.Row row : statement.partners()) {
            body.append("<tr><td>").append(Sheet.text(row.partnerName())).append("</td><td>");
            body.append(say(locale, "means.ledger.account." + row.account())).append("</td>");
            for (Money money : new Money[] {row.before(), row.given(), row.taken(), row.paid(), row.after()}) {
                amount(body, money, locale, dates);
            }
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    private void lines(StringBuilder body, Statement statement, Locale locale, Dates dates) {
        body.append("<h2>").append(say(locale, "means.ledger.lines")).append("</h2><table><thead><tr>");
        heads(body, locale, 6, "number", "day", "kind", "partner", "what", "account", "amount");
        body.append("</tr></thead><tbody>");
        for (LedgerLine line : statement.lines()) {
            String what = line.meansName().isEmpty() ? line.words() : line.meansName();
            body.append("<tr><td>").append(line.id()).append("</td><td>");
            body.append(Sheet.text(dates.date(line.posted()))).append("</td><td>");
            body.append(say(locale, "means.ledger.kind." + line.kind())).append("</td><td>");
            body.append(Sheet.text(line.partnerOf(statement.company()))).append("</td><td>");
            body.append(Sheet.text(what)).append("</td><td>");
            body.append(say(locale, "means.ledger.account." + line.account())).append("</td>");
            if (line.isFree()) {
                cell(body, texts.text(locale, "means.ledger.free"));
            } else {
                amount(body, line.seenBy(statement.company()), locale, dates);
            }
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    /** @param words how many columns come before those of amounts, whose names stand above their figures */
    private void heads(StringBuilder body, Locale locale, int words, String... heads) {
        for (int i = 0; i < heads.length; i++) {
            body.append(i < words ? "<th>" : "<th style=\"text-align: right\">")
                    .append(say(locale, "means.ledger." + heads[i]))
                    .append("</th>");
        }
    }

    private void amount(StringBuilder body, Money money, Locale locale, Dates dates) {
        cell(body, Amounts.text(money, dates, texts, locale));
    }

    private static void cell(StringBuilder body, String figure) {
        body.append("<td style=\"text-align: right; white-space: nowrap\">")
                .append(Sheet.text(figure))
                .append("</td>");
    }

    private String say(Locale locale, String key) {
        return Sheet.text(texts.text(locale, key));
    }

    /**
     * A table for the accounts: RFC 4180 with a mark that tells spreadsheets it is UTF-8; amounts with a point, one line a
     * row.
     */
    public byte[] csv(Statement statement, Locale locale, ZoneId zone) {
        var text = new StringBuilder(BOM);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "line",
                    "day",
                    "kind",
                    "giver",
                    "taker",
                    "account",
                    "amount",
                    "currency",
                    "means",
                    "booking",
                    "minutes",
                    "meter",
                    "corrects",
                    "state",
                    "words");
            for (LedgerLine line : statement.lines()) {
                csv.printRecord(
                        line.id(),
                        line.posted().atZone(zone).toLocalDate(),
                        line.kind(),
                        CsvText.guarded(line.giverName()),
                        CsvText.guarded(line.takerName()),
                        line.account(),
                        decimal(line.seenBy(statement.company())),
                        line.amount().currency(),
                        CsvText.guarded(line.meansName()),
                        line.booking(),
                        line.usedMinutes(),
                        line.meter(),
                        line.corrects(),
                        line.state(),
                        CsvText.guarded(line.words()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal decimal(Money money) {
        int digits = Math.max(Currency.getInstance(money.currency()).getDefaultFractionDigits(), 0);
        return BigDecimal.valueOf(money.minor(), digits);
    }
}
