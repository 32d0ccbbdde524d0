package org.convive.newsletter.readers;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.mail.Suppressions;
import org.convive.newsletter.readers.Consents.Deed;
import org.convive.shared.CsvText;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of readers as CSV files. An import needs a word on where these people's consent is kept, and still each of them
 * gets the mail that asks to confirm: an animator's file is no consent.
 */
@Service
public class ReaderFiles {
    private static final int MOST_LINES = 5_000;
    public static final int MOST_BYTES = 2_000_000;

    private final Readers readers;
    private final Consents consents;
    private final Suppressions suppressions;
    private final AuditTrail audit;

    ReaderFiles(Readers readers, Consents consents, Suppressions suppressions, AuditTrail audit) {
        this.readers = readers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.audit = audit;
    }

    /**
     * What became of the lines of a file.
     *
     * @param asked that got the mail that asks to confirm
     * @param known that read already, left, or were asked a moment ago
     * @param suppressed that get no list mail
     * @param wrong line number to what stands there, of lines without an e-mail address
     */
    public record Report(int asked, int known, int suppressed, Map<Long, String> wrong) {}

    /**
     * Takes in outsiders from a CSV file with a column {@code email} and perhaps {@code name} and {@code language}.
     *
     * @param consent where and when these people agreed, for the record
     */
    @Transactional
    public Report take(Actor animator, byte[] file, String consent) {
        animator.requireAnimator();
        InvalidInput.check().required(consent, 400, "consent").orThrow();
        List<Line> lines = new ArrayList<>();
        Map<Long, String> wrong = new LinkedHashMap<>();
        read(file, lines, wrong);
        Map<String, Suppressions.Entry> suppressed = suppressions.among(
                lines.stream().map(line -> line.email().value()).toList());
        Map<String, Reader.State> known = new LinkedHashMap<>();
        readers.find(animator, "", 0, Integer.MAX_VALUE).forEach(reader -> known.put(reader.email(), reader.state()));
        int asked = 0;
        int before = 0;
        int refused = 0;
        for (Line line : lines) {
            if (suppressed.containsKey(line.email().value())) {
                refused++;
            } else if (known.putIfAbsent(line.email().value(), Reader.State.PENDING) != null) {
                // Who left is not asked again because somebody has an old list.
                before++;
            } else {
                readers.ask(
                        animator.cluster(),
                        line.email(),
                        line.name(),
                        line.language().isEmpty() ? animator.locale() : Locale.of(line.language()),
                        animator,
                        Deed.IMPORTED,
                        consent.strip());
                asked++;
            }
        }
        audit.record(animator, "newsletter.readers-imported", "newsletter", Integer.toString(asked));
        return new Report(asked, before, refused, wrong);
    }

    private static void read(byte[] file, List<Line> lines, Map<Long, String> wrong) {
        if (file.length > MOST_BYTES) {
            throw new InvalidInput("file", Message.of("newsletter.import.too-large"));
        }
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        String head = text.lines().findFirst().orElse("");
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            if (!parser.getHeaderMap().containsKey("email")) {
                throw new InvalidInput("file", Message.of("newsletter.import.no-email"));
            }
            for (CSVRecord record : parser) {
                String email = cell(record, "email");
                if (lines.size() + wrong.size() >= MOST_LINES) {
                    throw new InvalidInput("file", Message.of("newsletter.import.too-many", MOST_LINES));
                }
                if (EmailAddress.isValid(email)) {
                    lines.add(new Line(new EmailAddress(email), cell(record, "name"), cell(record, "language")));
                } else {
                    wrong.put(parser.getCurrentLineNumber(), email);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new InvalidInput("file", Message.of("newsletter.import.unreadable"));
        }
    }

    private static String cell(CSVRecord record, String name) {
        String value = record.isMapped(name) && record.isSet(name) ? record.get(name) : "";
        return value.length() > 200 ? value.substring(0, 200) : value;
    }

    /** All readers and the record of what they agreed to, as CSV. */
    public byte[] export(Actor animator) {
        animator.requireAnimator();
        Map<String, List<Consents.Entry>> agreed = consents.all(animator.cluster());
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(
                                "email",
                                "name",
                                "member",
                                "state",
                                "frequency",
                                "language",
                                "topics",
                                "since",
                                "consent")
                        .get())) {
            for (Reader reader : readers.find(animator, "", 0, Integer.MAX_VALUE)) {
                Preferences wants = reader.preferences();
                csv.printRecord(
                        CsvText.guarded(reader.email()),
                        CsvText.guarded(reader.name()),
                        reader.id().member(),
                        reader.state(),
                        wants.frequency(),
                        wants.language().getLanguage(),
                        Topic.column(wants.topics()),
                        reader.since(),
                        CsvText.guarded(told(Objects.requireNonNullElse(agreed.remove(reader.email()), List.of()))));
            }
            // Whoever reads no more: what they once agreed to, and how they left, is to be proved all the same.
            for (Map.Entry<String, List<Consents.Entry>> gone : new TreeMap<>(agreed).entrySet()) {
                csv.printRecord(
                        CsvText.guarded(gone.getKey()),
                        "",
                        false,
                        "GONE",
                        "",
                        "",
                        "",
                        "",
                        CsvText.guarded(told(gone.getValue())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(animator, "newsletter.readers-exported", "newsletter", "");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String told(List<Consents.Entry> entries) {
        return String.join(
                " | ",
                entries.stream()
                        .map(entry -> entry.at() + " " + entry.deed() + " " + entry.source()
                                + (entry.detail().isBlank() ? "" : " " + entry.detail()))
                        .toList());
    }

    private record Line(EmailAddress email, String name, String language) {}
}
