package org.convive.mail;

import java.time.Instant;
import java.util.List;
import org.convive.shared.ClusterId;

/** Reads what became of letters. */
public interface MailLedger {
    /** The messages about one thing, those that need a person first. */
    List<Delivery> deliveries(ClusterId cluster, String subjectRef, int offset, int limit);

    /** Whether a message is one of those about this thing. */
    boolean holds(ClusterId cluster, String subjectRef, long delivery);

    /** @param changed when it came to this state */
    record Delivery(
            long id, String address, String name, DeliveryState state, int attempts, String error, Instant changed) {}
}
