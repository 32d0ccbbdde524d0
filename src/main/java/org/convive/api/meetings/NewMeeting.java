package org.convive.api.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.convive.api.OffsetTime;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A meeting to be scheduled. */
@Schema(requiredProperties = {"title", "from", "to", "invited"})
record NewMeeting(
        @Schema(maxLength = 200) @Nullable String title,
        @JsonDeserialize(using = OffsetTime.class) @Nullable OffsetDateTime from,
        @JsonDeserialize(using = OffsetTime.class) @Nullable OffsetDateTime to,

        @Schema(description = "The clocks people read at the place; the cluster's when absent") @Nullable
        String timeZone,

        @Schema(description = "The place in words; a place, a site or a link is needed", maxLength = 500) @Nullable
        String place,

        @Schema(description = "A site of a member organisation") @Nullable
        Long siteId,

        @Schema(description = "Where it takes place online", maxLength = 500) @Nullable
        String link,

        @Schema(description = "Markdown", maxLength = 10000) @Nullable
        String description,

        @Schema(description = "Seats for people and their guests; no limit when absent") @Nullable
        Integer capacity,

        @JsonDeserialize(using = OffsetTime.class) @Nullable OffsetDateTime answerBy,

        @Schema(description = "Ids of people who may change it too") @Nullable
        List<Long> hosts,

        @Nullable Guests invited) {

    /** Whom it is for. */
    record Guests(
            @Schema(description = "The whole cluster", defaultValue = "false") @Nullable
            Boolean everyone,

            @Nullable List<Long> organisations,
            @Nullable List<Long> people,

            @Schema(description = "Ids of groups of people") @Nullable
            List<Long> groups,

            @Schema(description = "Names of competences: all people of the organisations that have them") @Nullable
            List<String> competences) {

        Invited invited() {
            return new Invited(
                    Boolean.TRUE.equals(everyone),
                    Set.copyOf(ids(organisations, OrganisationId::new)),
                    Set.copyOf(ids(people, PersonId::new)),
                    Set.copyOf(ids(groups, Long::valueOf)),
                    competences == null
                            ? Set.of()
                            : competences.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        }
    }

    MeetingDraft draft(Actor actor) {
        return new MeetingDraft(
                text(title),
                Times.instant(from),
                Times.instant(to),
                zone(actor),
                new Place(siteId == null ? null : new SiteId(siteId), text(place), text(link)),
                text(description),
                capacity,
                Times.instant(answerBy),
                ids(hosts, PersonId::new),
                invited == null ? new Invited(false, Set.of(), Set.of()) : invited.invited());
    }

    private ZoneId zone(Actor actor) {
        if (timeZone == null) {
            return actor.zone();
        }
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new InvalidInput("timeZone", Message.of("api.error.time-zone"));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> ids(@Nullable List<Long> numbers, LongFunction<T> id) {
        return numbers == null
                ? List.of()
                : numbers.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(id::apply)
                        .collect(Collectors.toUnmodifiableList());
    }
}
