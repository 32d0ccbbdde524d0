package org.convive.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** What a body left out: complained about, or the usual instead. */
public final class Asked {
    private Asked() {}

    /** @throws InvalidInput for this field when it is missing */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidInput(Map.of(field, Message.of("shared.error.required")));
        }
        return value;
    }

    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    public static <T> T or(@Nullable T value, T usual) {
        return Objects.requireNonNullElse(value, usual);
    }

    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
