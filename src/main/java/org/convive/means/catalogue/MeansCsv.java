package org.convive.means.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.BookingRules;
import org.convive.means.Lending;
import org.convive.means.Means;
import org.convive.means.MeansDraft;
import org.convive.means.MeansKind;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.OpeningHours;
import org.convive.means.Unit;
import org.convive.shared.CsvText;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The catalogue as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets): written for every member, read for a
 * manager, who shares each line as a means of their company.
 */
@Service
public class MeansCsv {
    private static final int MOST_LINES = 200;
    private static final List<String> COLUMNS = List.of(
            "kind",
            "name",
            "owner",
            "place",
            "price",
            "capabilities",
            "units",
            "capacity",
            "opening_hours",
            "set_up_minutes",
            "tear_down_minutes",
            "min_minutes",
            "max_minutes",
            "notice_minutes",
            "horizon_days",
            "latitude",
            "longitude");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final MeansQueries queries;
    private final MeansService service;

    MeansCsv(MeansQueries queries, MeansService service) {
        this.queries = queries;
        this.service = service;
    }

    /** What came of a file: how many were shared, and what is wrong, by line (from 2, as spreadsheets count). */
    public record Report(int shared, Map<Long, Message> wrong) {}

    public String write(Actor actor) {
        var text = new StringBuilder("\uFEFF");
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (Availability one : queries.list(actor, null, null, null)) {
                printer.printRecord(columns(one.means()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> columns(Means means) {
        BookingRules rules = means.rules();
        return Arrays.asList(
                means.kind().name().toLowerCase(Locale.ROOT),
                CsvText.guarded(means.name()),
                CsvText.guarded(means.ownerName()),
                CsvText.guarded(means.place()),
                CsvText.guarded(means.price()),
                CsvText.guarded(String.join("; ", means.capabilities())),
                CsvText.guarded(
                        String.join("; ", means.units().stream().map(Unit::name).toList())),
                means.capacity(),
                rules.hours().write(),
                rules.setUp().toMinutes(),
                rules.tearDown().toMinutes(),
                rules.shortest().toMinutes(),
                rules.longest().toMinutes(),
                rules.notice().toMinutes(),
                rules.horizonDays(),
                means.at() == null ? null : means.at().latitude(),
                means.at() == null ? null : means.at().longitude());
    }

    /**
     * Shares each line as a means of the actor's company. All lines are checked before the first is shared; when one is
     * wrong, nothing is.
     *
     * @throws InvalidInput when the file itself cannot be read
     */
    public Report read(Actor actor, String text) {
        actor.requireVoiceOf(actor.requireOrganisation());
        var drafts = new ArrayList<MeansDraft>();
        var wrong = new TreeMap<Long, Message>();
        List<CSVRecord> records = records(text);
        for (CSVRecord record : records) {
            try {
                MeansDraft draft = draft(actor, record);
                service.check(draft);
                drafts.add(draft);
            } catch (InvalidInput e) {
                wrong.put(
                        record.getRecordNumber() + 1,
                        e.fields().values().iterator().next());
            } catch (IllegalArgumentException e) {
                wrong.put(record.getRecordNumber() + 1, Message.of("means.error.csv-line"));
            }
        }
        if (wrong.isEmpty()) {
            drafts.forEach(draft -> service.share(actor, actor.requireOrganisation(), draft));
        }
        return new Report(wrong.isEmpty() ? drafts.size() : 0, wrong);
    }

    private static List<CSVRecord> records(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int end = clean.indexOf('\n');
        char separator = (end < 0 ? clean : clean.substring(0, end)).contains(";") ? ';' : ',';
        try (CSVParser parser = CSVParser.parse(
                new StringReader(clean),
                FORMAT.builder().setDelimiter(separator).get())) {
            List<CSVRecord> records = parser.getRecords();
            InvalidInput.check()
                    .that(
                            parser.getHeaderNames().contains("name")
                                    && parser.getHeaderNames().contains("kind"),
                            "file",
                            Message.of("means.error.csv-header"))
                    .that(
                            !records.isEmpty() && records.size() <= MOST_LINES,
                            "file",
                            Message.of("means.error.csv-lines", MOST_LINES))
                    .orThrow();
            return records;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new InvalidInput("file", Message.of("means.error.csv-header"));
        }
    }

    private static MeansDraft draft(Actor actor, CSVRecord record) {
        String name = CsvText.plain(text(record, "name"));
        List<String> units = list(text(record, "units"));
        return new MeansDraft(
                MeansKind.valueOf(text(record, "kind").toUpperCase(Locale.ROOT).replace(' ', '_')),
                name,
                "",
                CsvText.plain(text(record, "place")),
                CsvText.plain(text(record, "price")),
                null,
                list(text(record, "capabilities")),
                (units.isEmpty() ? List.of(name) : units)
                        .stream().map(MeansDraft.UnitDraft::named).toList(),
                new BookingRules(
                        actor.zone(),
                        OpeningHours.read(text(record, "opening_hours")),
                        minutes(record, "set_up_minutes", 0),
                        minutes(record, "tear_down_minutes", 0),
                        minutes(record, "min_minutes", 30),
                        minutes(record, "max_minutes", 480),
                        minutes(record, "notice_minutes", 60),
                        number(record, "horizon_days", 90)),
                Lending.OPEN,
                "",
                text(record, "capacity").isEmpty() ? null : Integer.valueOf(text(record, "capacity")),
                point(record),
                "");
    }

    private static @Nullable GeoPoint point(CSVRecord record) {
        String latitude = text(record, "latitude");
        String longitude = text(record, "longitude");
        return latitude.isEmpty() || longitude.isEmpty()
                ? null
                : new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static String text(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }

    private static List<String> list(String text) {
        return Arrays.stream(CsvText.plain(text).split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Duration minutes(CSVRecord record, String column, int otherwise) {
        return Duration.ofMinutes(number(record, column, otherwise));
    }

    private static int number(CSVRecord record, String column, int otherwise) {
        String text = text(record, column);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
