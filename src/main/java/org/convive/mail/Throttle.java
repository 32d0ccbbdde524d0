package org.convive.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pace of one node: at most so many messages a second, and so many to each mail service (the domain of an address). A
 * service that says "not now" is left alone for a while. Times are of {@link System#nanoTime}.
 */
class Throttle {
    static final Throttle NONE = new Throttle(0, 0, Map.of());

    private static final long SECOND = 1_000_000_000L;

    /** How long a claimed message may wait for its turn; those whose turn is later stay in the queue. */
    private static final long HORIZON = SECOND / 4;

    private final double perSecond;
    private final double domainPerSecond;
    private final Map<String, Double> domains;
    private final Map<String, Long> free = new HashMap<>();
    private long next;

    /** @param perSecond 0 for no limit, as {@code domainPerSecond} is for domains that are not named */
    Throttle(double perSecond, double domainPerSecond, Map<String, Double> domains) {
        this.perSecond = perSecond;
        this.domainPerSecond = domainPerSecond;
        this.domains = Map.copyOf(domains);
        this.next = System.nanoTime();
    }

    /** From when on a message may leave. */
    record Turn(long at) {}

    /** The domains that get nothing for now. */
    synchronized Collection<String> busy() {
        long now = System.nanoTime();
        free.values().removeIf(at -> at - now <= 0);
        List<String> busy = new ArrayList<>();
        free.forEach((domain, at) -> {
            if (at - now > HORIZON) {
                busy.add(domain);
            }
        });
        return busy;
    }

    /** A turn for a message to this domain; null when it would have to wait too long. */
    synchronized @Nullable Turn take(String address) {
        String domain = address.toLowerCase(Locale.ROOT);
        double limit = domains.getOrDefault(domain, domainPerSecond);
        long now = System.nanoTime();
        Long known = free.get(domain);
        long at = known == null || known - now < 0 ? now : known;
        if (at - now > HORIZON) {
            return null;
        }
        if (limit > 0) {
            free.put(domain, at + (long) (SECOND / limit));
        }
        return new Turn(at);
    }

    /** Leaves a domain alone. */
    synchronized void rest(String domain, long nanos) {
        free.merge(domain, System.nanoTime() + nanos, Math::max);
    }

    /** Waits for a message's turn, its domain's and the node's. */
    void await(Turn turn) {
        long at = turn.at();
        if (perSecond > 0) {
            synchronized (this) {
                long now = System.nanoTime();
                next = next - now < 0 ? now : next;
                at = Math.max(at, next);
                next += (long) (SECOND / perSecond);
            }
        }
        park(at);
    }

    /** Waits, a second at most, until a busy domain is free. */
    void awaitFree() {
        long now = System.nanoTime();
        long first;
        synchronized (this) {
            first = free.values().stream().mapToLong(at -> at - now).min().orElse(0);
        }
        park(now + Math.min(Math.max(first - HORIZON, SECOND / 100), SECOND));
    }

    private static void park(long until) {
        for (long left = until - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }
}
