package org.convive.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.TimeSlot;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps sentences as key and typed arguments, and says them in a language. */
@Component
class Sentences {
    private final JsonMapper json;
    private final Translations translations;

    Sentences(JsonMapper json, Translations translations) {
        this.json = json;
        this.translations = translations;
    }

    String write(Message message) {
        return json.writeValueAsString(tree(message));
    }

    private static Map<String, Object> tree(Message message) {
        return Map.of(
                "key",
                message.key(),
                "args",
                message.args().stream().map(Sentences::argument).toList());
    }

    private static Object argument(Object value) {
        return switch (value) {
            case Message message -> tree(message);
            case Instant moment -> Map.of("at", moment.toString());
            case TimeSlot slot ->
                Map.of("from", slot.from().toString(), "to", slot.to().toString());
            case LocalDate day -> Map.of("day", day.toString());
            case YearMonth month -> Map.of("month", month.toString());
            case Money money -> Map.of("minor", money.minor(), "currency", money.currency());
            case Integer number -> number;
            case Long number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    String say(String written, Locale locale, ZoneId zone) {
        return say(json.readTree(written), Dates.of(locale, zone));
    }

    String say(Message message, Locale locale, ZoneId zone) {
        return say(write(message), locale, zone);
    }

    private String say(JsonNode message, Dates dates) {
        List<Object> args = StreamSupport.stream(message.path("args").spliterator(), false)
                .map(node -> spoken(node, dates))
                .toList();
        return translations.text(dates.locale(), message.path("key").asString(), args.toArray());
    }

    private Object spoken(JsonNode node, Dates dates) {
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (!node.isObject()) {
            return node.asString();
        }
        if (node.has("key")) {
            return say(node, dates);
        }
        if (node.has("at")) {
            return dates.dayAndTime(Instant.parse(node.get("at").asString()));
        }
        if (node.has("from")) {
            return dates.range(
                    Instant.parse(node.get("from").asString()),
                    Instant.parse(node.get("to").asString()));
        }
        if (node.has("day")) {
            return Dates.dayLong(LocalDate.parse(node.get("day").asString()), dates.locale());
        }
        if (node.has("month")) {
            return Dates.month(YearMonth.parse(node.get("month").asString()).atDay(1), dates.locale());
        }
        return dates.money(node.get("minor").asLong(), node.get("currency").asString());
    }
}
