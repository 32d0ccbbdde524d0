package org.convive.meetings.agenda;

import java.time.Instant;
import org.convive.shared.PersonId;

/**
 * Something a member wants to talk about.
 *
 * @param carried from how many meetings it was carried forward, because they did not come to it
 * @param mine whether the reader voted for it
 * @param mayWithdraw whether the reader proposed it or animates the cluster
 */
public record Topic(
        long id,
        String title,
        String why,
        PersonId proposedBy,
        String proposedByName,
        Instant proposedAt,
        int votes,
        int carried,
        boolean mine,
        boolean mayWithdraw) {}
