package org.convive.mail;

import java.time.Duration;

/**
 * What becomes of an address whose mail comes back. A mailbox that does not exist (5.x.x, and not full or too large) is
 * suppressed at once; one that is full or cannot be reached, when it happened with several letters.
 */
final class BouncePolicy {
    static final int SOFT_BOUNCES = 5;
    static final Duration SOFT_WINDOW = Duration.ofDays(90);

    private BouncePolicy() {}

    /**
     * @param status the enhanced status code (RFC 3463), e.g. {@code 5.1.1}
     * @return whether trying again is of no use
     */
    static boolean isHard(String status) {
        // 5.2.2 mailbox full, 5.2.3 message too long, 5.3.x system full, 5.4.x network, 5.7.x policy: these may pass.
        return status.startsWith("5.1.") || status.equals("5.2.0") || status.equals("5.2.1") || status.equals("5.0.0");
    }

    /** @param softBounces of different letters within {@link #SOFT_WINDOW} */
    static boolean suppresses(boolean hard, int softBounces) {
        return hard || softBounces >= SOFT_BOUNCES;
    }
}
