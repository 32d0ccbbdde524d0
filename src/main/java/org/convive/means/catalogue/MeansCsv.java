package org.convive.means.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.convive.identity.Actor;
import org.convive.means.BookingRules;
import org.convive.means.Lending;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.Unit;
import org.convive.shared.CsvText;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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
            "longitude",
            "description",
            "contact",
            "time_zone",
            "slot_minutes",
            "holidays",
            "closed_days",
            "free_busy",
            "who_may_book",
            "chosen",
            "certificate",
            "approval",
            "trusted",
            "answer_minutes",
            "hold_minutes",
            "quota_minutes",
            "free_cancelling_minutes",
            "deposit",
            "terms");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final MeansQueries queries;
    private final MeansService service;
    private final JdbcClient jdbc;

    MeansCsv(MeansQueries queries, MeansService service, JdbcClient jdbc) {
        this.queries = queries;
        this.service = service;
        this.jdbc = jdbc;
    }

    /** What came of a file: how many were shared, and what is wrong, by line (from 2, as spreadsheets count). */
    public record Report(int shared, Map<Long, Message> wrong) {}

    /** The catalogue. Whom a company chooses and trusts stands only in what its own people and the animators get. */
    public String write(Actor actor) {
        Map<OrganisationId, String> companies = companies(actor);
        var text = new StringBuilder("\uFEFF");
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (MeansDetail one : queries.details(actor)) {
                boolean told = actor.isAnimator() || one.means().owner().equals(actor.organisation());
                var cells = new ArrayList<@Nullable Object>(columns(one.means()));
                cells.addAll(more(one, told ? companies : Map.of()));
                printer.printRecord(cells);
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

    private static List<@Nullable Object> more(MeansDetail detail, Map<OrganisationId, String> companies) {
        BookingRules rules = detail.means().rules();
        Lending lending = detail.means().lending();
        Duration quota = lending.quota();
        return Arrays.asList(
                CsvText.guarded(detail.description()),
                CsvText.guarded(detail.contact()),
                rules.zone().getId(),
                rules.slot().toMinutes(),
                rules.closures().holidays(),
                rules.closures().write(),
                lending.freeBusy() ? "yes" : "no",
                lending.chosenOnly() ? "chosen" : "all",
                names(lending.chosen(), companies),
                CsvText.guarded(lending.certificate()),
                lending.approval() ? "yes" : "no",
                names(lending.trusted(), companies),
                lending.answerWithin().toMinutes(),
                lending.holdFor().toMinutes(),
                quota == null ? null : quota.toMinutes(),
                lending.freeCancelling().toMinutes(),
                CsvText.guarded(lending.deposit()),
                CsvText.guarded(detail.terms()));
    }

    private static String names(Set<OrganisationId> some, Map<OrganisationId, String> companies) {
        return CsvText.guarded(some.stream()
                .map(companies::get)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining("; ")));
    }

    private Map<OrganisationId, String> companies(Actor actor) {
        var names = new HashMap<OrganisationId, String>();
        jdbc.sql("SELECT id, name FROM organisation WHERE cluster_id = ?")
                .param(actor.cluster().value())
                .query(row -> {
                    names.put(new OrganisationId(row.getLong("id")), row.getString("name"));
                });
        return names;
    }

    /**
     * Shares each line as a means of the actor's company, all in one transaction. All lines are checked before the first
     * is shared; when one is wrong, nothing is.
     *
     * @throws InvalidInput when the file itself cannot be read
     */
    @Transactional
    public Report read(Actor actor, String text) {
        actor.requireVoiceOf(actor.requireOrganisation());
        var drafts = new ArrayList<MeansDraft>();
        var wrong = new TreeMap<Long, Message>();
        List<CSVRecord> records = records(text);
        var companies = new HashMap<String, OrganisationId>();
        companies(actor).forEach((id, name) -> companies.put(name.toLowerCase(Locale.ROOT), id));
        for (CSVRecord record : records) {
            try {
                MeansDraft draft = new CsvLine(record).draft(actor, companies);
                service.check(draft);
                drafts.add(draft);
            } catch (InvalidInput e) {
                wrong.put(
                        record.getRecordNumber() + 1,
                        e.fields().values().iterator().next());
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
}
