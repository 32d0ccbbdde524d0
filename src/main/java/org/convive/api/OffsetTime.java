package org.convive.api;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads times of requests: ISO 8601, always with an offset, in a century that calendars know. */
public final class OffsetTime extends StdDeserializer<OffsetDateTime> {
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    public OffsetTime() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
        }
        try {
            return parse(parser.getString());
        } catch (DateTimeException e) {
            throw context.weirdStringException(parser.getString(), OffsetDateTime.class, "no time with an offset");
        }
    }

    static OffsetDateTime parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < EARLIEST_YEAR || time.getYear() > LATEST_YEAR) {
            throw new DateTimeException("the year " + time.getYear());
        }
        return time;
    }

    /** The same in an address, where a plus sign that was not escaped has become a space. */
    static final class InAddress implements Converter<String, OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            return parse(text.strip().replace(' ', '+'));
        }
    }
}
