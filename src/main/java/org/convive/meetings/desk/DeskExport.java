package org.convive.meetings.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingId;
import org.convive.shared.CsvText;
import org.convive.shared.Translations;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The answers as a table for other programs: CSV (RFC 4180, UTF-8 with a mark, semicolons) and XLSX. */
@Component
class DeskExport {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MeetingDesk desk;
    private final Translations texts;

    DeskExport(MeetingDesk desk, Translations texts) {
        this.desk = desk;
        this.texts = texts;
    }

    byte[] csv(Actor actor, MeetingId id, Segment segment) {
        var text = new StringBuilder("\ufeff");
        try (CSVPrinter printer = new CSVPrinter(
                text,
                CSVFormat.Builder.create()
                        .setDelimiter(';')
                        .setRecordSeparator("\r\n")
                        .get())) {
            for (List<String> line : table(actor, id, segment)) {
                printer.printRecord(line.stream().map(CsvText::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void xlsx(Actor actor, MeetingId id, Segment segment, OutputStream out) throws IOException {
        List<List<String>> table = table(actor, id, segment);
        try (Workbook book = new Workbook(out, "Convive", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(actor.locale(), "meetings.desk.sheet"));
            for (int line = 0; line < table.size(); line++) {
                for (int cell = 0; cell < table.get(line).size(); cell++) {
                    sheet.value(line, cell, table.get(line).get(cell));
                }
            }
            sheet.range(0, 0, 0, table.getFirst().size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
        }
    }

    private List<List<String>> table(Actor actor, MeetingId id, Segment segment) {
        List<DeskRow> rows = desk.rows(actor, id, segment);
        List<Question> questions = desk.questions(actor, id);
        List<List<String>> table = new ArrayList<>();
        table.add(Stream.concat(
                        Stream.of("name", "organisation", "email", "answer", "guests", "source", "answered")
                                .map(column -> texts.text(actor.locale(), "meetings.desk.column." + column)),
                        questions.stream().map(Question::words))
                .toList());
        rows.forEach(row -> table.add(Stream.concat(
                        Stream.of(
                                row.name(),
                                row.organisation(),
                                row.email().value(),
                                answer(actor.locale(), row),
                                Integer.toString(row.guests()),
                                source(actor.locale(), row),
                                answered(actor.zone(), row)),
                        questions.stream().map(question -> row.replies().getOrDefault(question.id(), "")))
                .toList()));
        return table;
    }

    private String answer(Locale locale, DeskRow row) {
        Answer answer = row.answer();
        if (answer == null) {
            return "";
        }
        Integer position = row.position();
        return position == null
                ? texts.text(locale, "meetings.desk.answer." + answer)
                : texts.text(locale, "meetings.desk.answer.waiting", position);
    }

    private String source(Locale locale, DeskRow row) {
        return row.source() == null ? "" : texts.text(locale, "meetings.source." + row.source(), row.recordedBy());
    }

    private static String answered(ZoneId zone, DeskRow row) {
        return row.answeredAt() == null ? "" : MOMENT.format(row.answeredAt().atZone(zone));
    }
}
