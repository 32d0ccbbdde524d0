package org.convive.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a meeting to be.
 *
 * @param from null when not said yet: refused with a sentence beside the field
 * @param zone the clocks people read at the place
 * @param description Markdown
 * @param capacity seats for people and their guests; null for no limit
 * @param answerBy until when answers are wanted; null until the start
 * @param hosts people who may change it beside the organiser
 */
public record MeetingDraft(
        String title,
        @Nullable Instant from,
        @Nullable Instant to,
        ZoneId zone,
        Place place,
        String description,
        @Nullable Integer capacity,
        @Nullable Instant answerBy,
        List<PersonId> hosts,
        Invited invited) {

    public MeetingDraft {
        hosts = List.copyOf(hosts);
        title = title.strip();
        place = place.stripped();
    }

    /** The same without a time: an idea, or a meeting whose date is looked for. */
    public MeetingDraft undated() {
        return new MeetingDraft(title, null, null, zone, place, description, capacity, null, hosts, invited);
    }

    /** The same with other hosts, for other people. */
    public MeetingDraft hostedBy(List<PersonId> newHosts, Invited others) {
        return new MeetingDraft(title, from, to, zone, place, description, capacity, answerBy, newHosts, others);
    }

    /** The same at another time. */
    MeetingDraft at(Instant newFrom, Instant newTo, @Nullable Instant newAnswerBy) {
        return new MeetingDraft(title, newFrom, newTo, zone, place, description, capacity, newAnswerBy, hosts, invited);
    }

    /** The least one can say. */
    public static MeetingDraft of(String title, Instant from, Instant to, ZoneId zone, Place place, Invited invited) {
        return new MeetingDraft(title, from, to, zone, place, "", null, null, List.of(), invited);
    }
}
