package org.convive.api;

import java.util.List;
import java.util.function.Function;

/** A list, in an object so that more can be said of it one day. */
public record Items<T>(List<T> items) {
    public static <S, T> Items<T> of(List<S> sources, Function<S, T> body) {
        return new Items<>(sources.stream().map(body).toList());
    }
}
