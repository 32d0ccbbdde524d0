package org.convive.api.means;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convive.api.Asked;
import org.convive.means.BookingRules;
import org.convive.means.Closures;
import org.convive.means.OpeningHours;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** What the owner asks of the time of a booking. Lengths are in minutes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulesSheet(
        @Schema(description = "The cluster's when left out", example = "Europe/Paris") @Nullable
        String timeZone,

        @Schema(description = "Day and night when left out; a day that is missing is closed") @Nullable
        Map<DayOfWeek, List<SpanBody>> openingHours,

        @Nullable Integer setUpMinutes,
        @Nullable Integer tearDownMinutes,

        @Schema(defaultValue = "15") @Nullable Integer minMinutes,

        @Schema(defaultValue = "1440") @Nullable Integer maxMinutes,

        @Schema(description = "How long before the start it must be booked") @Nullable
        Integer noticeMinutes,

        @Schema(description = "How many days ahead it may start", defaultValue = "180") @Nullable
        Integer horizonDays,

        @Schema(description = "The grid from midnight on; any minute when left out") @Nullable
        Integer slotMinutes,

        @Schema(description = "The country or region whose public holidays are closed", example = "fr") @Nullable
        String holidays,

        @Schema(description = "Days with hours of their own; closed without hours") @Nullable
        List<DaysBody> exceptions) {

    static final RulesSheet USUAL = new RulesSheet(null, null, null, null, null, null, null, null, null, null, null);

    /** A part of a day; closing at midnight is the end of the day. */
    record SpanBody(
            @Schema(type = "string", example = "08:00") @Nullable
            LocalTime opens,

            @Schema(type = "string", example = "18:00") @Nullable
            LocalTime closes) {
        static SpanBody of(OpeningHours.Span span) {
            return new SpanBody(span.opens(), span.closes());
        }

        OpeningHours.Span span() {
            return new OpeningHours.Span(
                    Asked.required(opens, "rules.openingHours"), Asked.required(closes, "rules.openingHours"));
        }
    }

    /** Days that are not like every week's. */
    record DaysBody(
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable List<SpanBody> hours) {}

    static RulesSheet of(BookingRules rules) {
        OpeningHours hours = rules.hours();
        return new RulesSheet(
                rules.zone().getId(),
                hours.isAlways()
                        ? null
                        : hours.days().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        day -> day.getValue().stream()
                                                .map(SpanBody::of)
                                                .toList(),
                                        (one, other) -> one,
                                        TreeMap::new)),
                minutes(rules.setUp()),
                minutes(rules.tearDown()),
                minutes(rules.shortest()),
                minutes(rules.longest()),
                minutes(rules.notice()),
                rules.horizonDays(),
                minutes(rules.slot()),
                rules.closures().holidays(),
                rules.closures().exceptions().stream()
                        .map(days -> new DaysBody(
                                days.first(),
                                days.last(),
                                days.hours().stream().map(SpanBody::of).toList()))
                        .toList());
    }

    static int minutes(Duration length) {
        return Math.toIntExact(length.toMinutes());
    }

    BookingRules rules(ZoneId usual) {
        return new BookingRules(
                zone(usual),
                openingHours == null
                        ? OpeningHours.ALWAYS
                        : new OpeningHours(openingHours.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        day -> Asked.list(day.getValue()).stream()
                                                .map(SpanBody::span)
                                                .toList()))),
                Duration.ofMinutes(Asked.or(setUpMinutes, 0)),
                Duration.ofMinutes(Asked.or(tearDownMinutes, 0)),
                Duration.ofMinutes(Asked.or(minMinutes, 15)),
                Duration.ofMinutes(Asked.or(maxMinutes, 1440)),
                Duration.ofMinutes(Asked.or(noticeMinutes, 0)),
                Asked.or(horizonDays, 180),
                Duration.ofMinutes(Asked.or(slotMinutes, 0)),
                new Closures(
                        Asked.text(holidays),
                        Asked.list(exceptions).stream().map(RulesSheet::days).toList()));
    }

    private static Closures.Days days(DaysBody days) {
        LocalDate first = Asked.required(days.first(), "rules.exceptions");
        return new Closures.Days(
                first,
                Asked.or(days.last(), first),
                Asked.list(days.hours()).stream().map(SpanBody::span).toList());
    }

    private ZoneId zone(ZoneId usual) {
        try {
            return timeZone == null ? usual : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new InvalidInput("rules.timeZone", Message.of("api.error.value"));
        }
    }
}
