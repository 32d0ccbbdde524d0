package org.convive.shared;

import java.util.List;

/** A sentence to be told in the reader's language: a translation key and its arguments. */
public record Message(String key, List<Object> args) {
    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
