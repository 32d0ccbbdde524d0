package org.convive.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, kept in lower case so that equal mailboxes are equal values. */
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    /** @throws IllegalArgumentException when the value is not an address we could write to */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static boolean isValid(String text) {
        String candidate = text.strip().toLowerCase(Locale.ROOT);
        return candidate.length() <= MAX_LENGTH && SYNTAX.matcher(candidate).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
