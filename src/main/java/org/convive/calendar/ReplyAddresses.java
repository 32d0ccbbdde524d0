package org.convive.calendar;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.identity.SignedLinks;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mailbox to which one person answers about one thing: the mailbox that the portal reads, with a signed token behind
 * a plus, e.g. {@code convive+m7-2f-…@example.org}. Who holds it was given it: an answer from an alias, a secretary or a
 * service that writes in a person's name is theirs all the same. Mail servers may change the case of letters, so the
 * token has none that matter, and it stays within the 64 characters of a local part (RFC 5321 §4.5.3.1.1).
 */
@Component
public class ReplyAddresses {
    private static final String PURPOSE = "calendar.reply";
    private static final Pattern LOCAL = Pattern.compile("([a-z])([0-9a-z]{1,13})-([0-9a-z]{1,13})-([0-9a-v]{20})");

    /** 100 of the 256 bits of a digest. */
    private static final int BITS = 100;

    private final UnaryOperator<String> proof;
    private final String mailbox;
    private final boolean plus;

    /**
     * @param mailbox that the portal reads
     * @param plus whether the mail server delivers {@code name+anything@host} to {@code name@host}
     */
    @Autowired
    ReplyAddresses(
            SignedLinks links,
            @Value("${convive.calendar.mailbox:${convive.mail.from}}") String mailbox,
            @Value("${convive.calendar.plus-addresses:true}") boolean plus) {
        this(ids -> links.token(PURPOSE, ids), mailbox, plus);
    }

    private ReplyAddresses(UnaryOperator<String> proof, String mailbox, boolean plus) {
        this.proof = proof;
        this.mailbox = mailbox.strip().toLowerCase(Locale.ROOT);
        this.plus = plus;
    }

    /** One mailbox for all answers, as where the mail server knows no plus. */
    public static ReplyAddresses plain(String mailbox) {
        return new ReplyAddresses(UnaryOperator.identity(), mailbox, false);
    }

    /** Whose answer about what an address stands for. */
    public record Ticket(char kind, long id, PersonId person) {}

    /** What an address that mail came to says. */
    public sealed interface Reading {}

    /** Made by us. */
    public record Genuine(Ticket ticket) implements Reading {}

    /**
     * Looks like one of ours, but was never made by us.
     *
     * @param claimed what it says; only good for telling whose animators should see it
     */
    public record Forged(@Nullable Ticket claimed) implements Reading {}

    /** The plain mailbox, or somebody else's. */
    public record Plain() implements Reading {}

    /** Whether answers come to an address of their own: one that comes without it may be anybody's. */
    public boolean areSigned() {
        return plus;
    }

    /** The address for a person's answers; the plain mailbox where the mail server knows no plus. */
    public String of(Ticket ticket) {
        if (!plus) {
            return mailbox;
        }
        int at = mailbox.indexOf('@');
        String ids = ids(ticket);
        return mailbox.substring(0, at) + "+" + ids + "-" + signature(ids) + mailbox.substring(at);
    }

    public Reading read(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int sign = lower.indexOf('+');
        if (sign < 0 || sign > at || !(lower.substring(0, sign) + lower.substring(at)).equals(mailbox)) {
            return new Plain();
        }
        Matcher matcher = LOCAL.matcher(lower.substring(sign + 1, at));
        return matcher.matches() ? judged(matcher) : new Plain();
    }

    private Reading judged(Matcher matcher) {
        try {
            var ticket = new Ticket(
                    matcher.group(1).charAt(0),
                    Long.parseLong(matcher.group(2), 36),
                    new PersonId(Long.parseLong(matcher.group(3), 36)));
            boolean genuine = MessageDigest.isEqual(
                    signature(ids(ticket)).getBytes(StandardCharsets.US_ASCII),
                    matcher.group(4).getBytes(StandardCharsets.US_ASCII));
            return genuine ? new Genuine(ticket) : new Forged(ticket);
        } catch (NumberFormatException e) {
            return new Forged(null);
        }
    }

    private static String ids(Ticket ticket) {
        return ticket.kind() + Long.toString(ticket.id(), 36) + "-"
                + Long.toString(ticket.person().value(), 36);
    }

    /** A shorter spelling, without letters whose case matters, of what the portal's key signs. */
    private String signature(String ids) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(proof.apply(ids).getBytes(StandardCharsets.US_ASCII));
            String letters = new BigInteger(1, digest).shiftRight(256 - BITS).toString(32);
            return "0".repeat(BITS / 5 - letters.length()) + letters;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
