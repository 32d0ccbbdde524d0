package org.convive.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody typed cannot be accepted; each field concerned has its sentence. Nothing was written. */
public class InvalidInput extends RuntimeException {
    private final transient Map<String, Message> fields;

    public InvalidInput(Map<String, Message> fields) {
        super("invalid input: " + fields.keySet());
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public InvalidInput(String field, Message message) {
        this(Map.of(field, message));
    }

    /** Field name to sentence, in the order in which they were found wrong: that of the form. */
    public Map<String, Message> fields() {
        return fields;
    }

    /** Collects what is wrong, so that all fields are told at once. */
    public static Check check() {
        return new Check();
    }

    /** The running list of complaints about one input. */
    public static final class Check {
        private final Map<String, Message> complaints = new LinkedHashMap<>();

        public Check that(boolean holds, String field, Message otherwise) {
            if (!holds) {
                complaints.putIfAbsent(field, otherwise);
            }
            return this;
        }

        /** A text that must be there and not exceed a number of characters (code points). */
        public Check required(String text, int max, String field) {
            that(!text.isBlank(), field, Message.of("shared.error.required"));
            return atMost(text, max, field);
        }

        /** A text that may be empty but must not exceed a number of characters (code points). */
        public Check atMost(String text, int max, String field) {
            return that(text.codePointCount(0, text.length()) <= max, field, Message.of("shared.error.too-long", max));
        }

        /** @throws InvalidInput when anything was wrong */
        public void orThrow() {
            if (!complaints.isEmpty()) {
                throw new InvalidInput(complaints);
            }
        }
    }
}
