package org.convive.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.shared.EmailAddress;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses that get no list mail any more: their mailbox does not exist, or their owner asked. What one person waits
 * for, an invitation say, is still tried.
 */
@Service
public class Suppressions {
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Suppressions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why an address is suppressed. */
    public enum Reason {
        /** A mail server said that there is no such mailbox. */
        HARD_BOUNCE,
        /** Several letters in a row could not be delivered. */
        SOFT_BOUNCES,
        /** Its owner, or an animator on their behalf, asked. */
        PERSON
    }

    /** @param detail what the mail server said */
    public record Entry(String address, Reason reason, String detail, Instant since) {}

    /** The suppressed ones among these addresses. */
    public Map<String, Entry> among(Collection<String> addresses) {
        Map<String, Entry> found = new HashMap<>();
        List<String> all = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            jdbc.sql("SELECT address, reason, detail, since FROM mail_suppression WHERE address IN (:addresses)")
                    .param("addresses", all.subList(from, Math.min(from + CHUNK, all.size())))
                    .query((row, n) -> new Entry(
                            row.getString("address"),
                            Reason.valueOf(row.getString("reason")),
                            row.getString("detail"),
                            Utc.moment(row.getObject("since", LocalDateTime.class))))
                    .list()
                    .forEach(entry -> found.put(entry.address(), entry));
        }
        return found;
    }

    /** The first reason stays. */
    @Transactional
    public void add(EmailAddress address, Reason reason, String detail) {
        jdbc.sql("INSERT IGNORE INTO mail_suppression (address, reason, detail, since) VALUES (?, ?, ?, ?)")
                .params(address.value(), reason.name(), Ledger.cut(detail, 500), Utc.column(clock.instant()))
                .update();
    }

    /** The mailbox works again; old bounces count no more. Who asked for no mail stays without. */
    @Transactional
    public void lift(EmailAddress address) {
        jdbc.sql("DELETE FROM mail_suppression WHERE address = ? AND reason <> 'PERSON'")
                .param(address.value())
                .update();
        jdbc.sql("UPDATE mail_bounce SET address = '' WHERE address = ?")
                .param(address.value())
                .update();
    }
}
