package org.convive.shell;

import java.security.SecureRandom;

/** Short names for failures, easy to read on the phone: no letters that look like digits. */
final class Reference {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXY346789";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(java.util.stream.Collectors.joining());
    }
}
