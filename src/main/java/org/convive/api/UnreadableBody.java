package org.convive.api;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says why a body could not be read: which field, or which line, or that it is too large. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Trouble trouble(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeLimit.TooLarge) {
                return new Trouble(ProblemKind.TOO_LARGE);
            }
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Trouble.invalid(Map.of(path(unknown.getPath()), Message.of("api.error.unknown-field")));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() ->
                Trouble.invalid(Map.of(path(mismatch.getPath()), expected(mismatch.getTargetType())));
            case InputCoercionException tooLarge
            when !tooLarge.getPath().isEmpty() ->
                Trouble.invalid(Map.of(path(tooLarge.getPath()), Message.of("api.error.number")));
            case JacksonException malformed when malformed.getLocation() != null -> at(malformed.getLocation());
            case null, default -> new Trouble(ProblemKind.MALFORMED);
        };
    }

    /** What a field of this type must look like. */
    static Message expected(@Nullable Class<?> type) {
        if (type == null) {
            return Message.of("api.error.value");
        }
        if (type == OffsetDateTime.class) {
            return Message.of("api.error.time");
        }
        if (type.isEnum()) {
            return Message.of(
                    "api.error.choice",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return Message.of("api.error.number");
        }
        if (type == Boolean.class || type == boolean.class) {
            return Message.of("api.error.flag");
        }
        if (type == String.class) {
            return Message.of("api.error.text");
        }
        return Message.of(Collection.class.isAssignableFrom(type) ? "api.error.list" : "api.error.value");
    }

    private static Trouble at(TokenStreamLocation where) {
        return Trouble.of(
                ProblemKind.MALFORMED,
                Message.of(
                        "api.error.json", Integer.toString(where.getLineNr()), Integer.toString(where.getColumnNr())));
    }

    private static String path(List<Reference> references) {
        return references.stream()
                .map(one -> one.getPropertyName() == null ? Integer.toString(one.getIndex()) : one.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
