package org.convive.means.catalogue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.means.BookingRules;
import org.convive.means.Closures;
import org.convive.means.Lending;
import org.convive.means.MeansDraft;
import org.convive.means.MeansKind;
import org.convive.means.OpeningHours;
import org.convive.shared.CsvText;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a catalogue as a table. A cell that is empty, and a column that is missing, mean what a new means has; what
 * cannot be read is never guessed, since a rule that is lost lends more freely than the owner wants.
 */
final class CsvLine {
    private static final Set<String> YES = Set.of("yes", "oui", "true", "vrai", "1", "x");
    private static final Set<String> NO = Set.of("no", "non", "false", "faux", "0", "-");
    private static final Map<String, Boolean> AUDIENCE = Map.of("all", false, "chosen", true);

    private final CSVRecord record;

    CsvLine(CSVRecord record) {
        this.record = record;
    }

    /**
     * @param companies the cluster's, by name in small letters
     * @throws InvalidInput with the column that cannot be read
     */
    MeansDraft draft(Actor actor, Map<String, OrganisationId> companies) {
        String name = text("name");
        List<String> units = list("units");
        return new MeansDraft(
                read("kind", cell("kind"), CsvLine::kind),
                name,
                text("description"),
                text("place"),
                text("price"),
                null,
                list("capabilities"),
                (units.isEmpty() ? List.of(name) : units)
                        .stream().map(MeansDraft.UnitDraft::named).toList(),
                rules(actor),
                lending(companies),
                text("contact"),
                read("capacity", Integer::valueOf, null),
                point(),
                text("terms"));
    }

    private BookingRules rules(Actor actor) {
        String holidays = text("holidays").toLowerCase(Locale.ROOT);
        return new BookingRules(
                or("time_zone", ZoneId::of, actor.zone()),
                or("opening_hours", OpeningHours::read, OpeningHours.ALWAYS),
                minutes("set_up_minutes", 0),
                minutes("tear_down_minutes", 0),
                minutes("min_minutes", 30),
                minutes("max_minutes", 480),
                minutes("notice_minutes", 60),
                or("horizon_days", Integer::valueOf, 90),
                minutes("slot_minutes", 0),
                or("closed_days", days -> Closures.read(holidays, days), new Closures(holidays, List.of())));
    }

    private Lending lending(Map<String, OrganisationId> companies) {
        return new Lending(
                flag("free_busy"),
                or("who_may_book", CsvLine::audience, false),
                companies("chosen", companies),
                text("certificate"),
                flag("approval"),
                companies("trusted", companies),
                or("answer_minutes", CsvLine::length, Lending.OPEN.answerWithin()),
                or("hold_minutes", CsvLine::length, Lending.OPEN.holdFor()),
                read("quota_minutes", CsvLine::length, null),
                or("free_cancelling_minutes", CsvLine::length, Lending.OPEN.freeCancelling()),
                text("deposit"));
    }

    private @Nullable GeoPoint point() {
        Double latitude = read("latitude", CsvLine::decimal, null);
        Double longitude = read("longitude", CsvLine::decimal, null);
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    private Set<OrganisationId> companies(String column, Map<String, OrganisationId> companies) {
        var chosen = new HashSet<OrganisationId>();
        for (String name : list(column)) {
            OrganisationId found = companies.get(name.toLowerCase(Locale.ROOT));
            if (found == null) {
                throw new InvalidInput(column, Message.of("means.error.csv-company", column, name));
            }
            chosen.add(found);
        }
        return chosen;
    }

    private String text(String column) {
        return CsvText.plain(cell(column));
    }

    private List<String> list(String column) {
        return Arrays.stream(text(column).split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private boolean flag(String column) {
        return or(column, CsvLine::yes, false);
    }

    private Duration minutes(String column, int otherwise) {
        return or(column, CsvLine::length, Duration.ofMinutes(otherwise));
    }

    private <T> T or(String column, Function<String, T> reader, T otherwise) {
        String cell = cell(column);
        return cell.isEmpty() ? otherwise : read(column, cell, reader);
    }

    private <T> @Nullable T read(String column, Function<String, T> reader, @Nullable T otherwise) {
        String cell = cell(column);
        return cell.isEmpty() ? otherwise : read(column, cell, reader);
    }

    private static <T> T read(String column, String cell, Function<String, T> reader) {
        try {
            return reader.apply(cell);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new InvalidInput(column, Message.of("means.error.csv-value", column, cell));
        }
    }

    private String cell(String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }

    private static MeansKind kind(String text) {
        return MeansKind.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static boolean audience(String text) {
        Boolean chosen = AUDIENCE.get(text.toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw new IllegalArgumentException(text);
        }
        return chosen;
    }

    private static boolean yes(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException(text);
        }
        return YES.contains(word);
    }

    private static Duration length(String minutes) {
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }

    /** A French spreadsheet writes a comma. */
    private static double decimal(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
