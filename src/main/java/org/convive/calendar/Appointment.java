package org.convive.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.convive.shared.ClusterId;

/**
 * Something that people were invited to, as its feature knows it now.
 *
 * @param kind the letter of its {@link ReplyDesk}
 * @param id within that feature
 * @param sequence of its newest invitation; answers to an older one are stale
 * @param page the page of it in the portal, without a leading slash
 */
public record Appointment(
        char kind,
        long id,
        String uid,
        ClusterId cluster,
        String title,
        Instant from,
        ZoneId zone,
        int sequence,
        String page) {}
