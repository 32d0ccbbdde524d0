package org.convive.mail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The envelope sender of one message (VERP): the mailbox that takes reports, with the number of the ledger's row behind a
 * plus, and a mark made from its Message-ID, which only who got the message can know. Case does not matter in it.
 */
final class ReturnPath {
    private static final Pattern LOCAL = Pattern.compile("bounce-([0-9a-z]{1,13})-([0-9a-v]{16})");
    private static final int MARK_BITS = 80;

    private final String mailbox;
    private final boolean plus;

    ReturnPath(MailProperties properties) {
        this.mailbox = properties.bounceMailbox().strip().toLowerCase(Locale.ROOT);
        this.plus = properties.plusAddresses();
    }

    String of(long delivery, String messageId) {
        if (!plus) {
            return mailbox;
        }
        int at = mailbox.indexOf('@');
        return mailbox.substring(0, at) + "+bounce-" + Long.toString(delivery, 36) + "-" + mark(messageId)
                + mailbox.substring(at);
    }

    /** The row that an address which mail came to names. */
    static Optional<Reading> read(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int plus = lower.indexOf('+');
        int at = lower.lastIndexOf('@');
        if (plus < 0 || at < plus) {
            return Optional.empty();
        }
        Matcher matcher = LOCAL.matcher(lower.substring(plus + 1, at));
        try {
            return matcher.matches()
                    ? Optional.of(new Reading(Long.parseLong(matcher.group(1), 36), matcher.group(2)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String mark(String messageId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
            String letters =
                    new BigInteger(1, digest).shiftRight(256 - MARK_BITS).toString(32);
            return "0".repeat(MARK_BITS / 5 - letters.length()) + letters;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param mark to be compared with the row's Message-ID */
    record Reading(long delivery, String mark) {
        boolean isOf(String messageId) {
            return MessageDigest.isEqual(
                    mark.getBytes(StandardCharsets.US_ASCII),
                    ReturnPath.mark(messageId).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
