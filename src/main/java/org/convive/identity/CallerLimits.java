package org.convive.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what is asked for without signing in, by the address of the caller, over all nodes. Addresses are kept for an
 * hour or two and then forgotten; of an IPv6 address only the network of 64 bits counts, as one caller has all of it.
 */
@Component
public class CallerLimits {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int NETWORK = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallerLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts one more call.
     *
     * @param purpose what is asked for, e.g. {@code letters.join}
     * @param address the address of the caller, as the proxy in front of the portal tells it
     * @param most so many an hour
     * @return false when there were that many in this hour of the clock
     */
    // Each statement by itself: in one transaction, two callers who tidy at once could wait for each other.
    public boolean admits(String purpose, String address, int most) {
        Instant now = clock.instant();
        LocalDateTime hour = Utc.column(now.truncatedTo(ChronoUnit.HOURS));
        String caller = network(address);
        int changed = jdbc.sql("""
                        INSERT INTO caller_count (purpose, caller, hour, calls) VALUES (?, ?, ?, 1)
                        ON DUPLICATE KEY UPDATE calls = LEAST(calls + 1, 1000000)""").params(purpose, caller, hour).update();
        if (changed == 1) {
            jdbc.sql("DELETE FROM caller_count WHERE hour < ? LIMIT 1000")
                    .param(Utc.column(now.truncatedTo(ChronoUnit.HOURS).minus(KEPT)))
                    .update();
        }
        return jdbc.sql("SELECT calls FROM caller_count WHERE purpose = ? AND caller = ? AND hour = ?")
                        .params(purpose, caller, hour)
                        .query(Integer.class)
                        .single()
                <= most;
    }

    /** Only addresses are read, never names: nothing is asked of the network. */
    static String network(String address) {
        if (!address.contains(":") || !address.matches("[0-9a-fA-F:.]{2,45}(%.*)?")) {
            return address.matches("[0-9.]{7,15}") ? address : "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceAll("%.*", ""));
            return parsed instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), NETWORK), 16))
                            .getHostAddress()
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
