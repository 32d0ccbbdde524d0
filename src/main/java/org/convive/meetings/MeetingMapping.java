package org.convive.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;

/** Reads a meeting from a row of its table. */
final class MeetingMapping {
    private MeetingMapping() {}

    /** A row of the table, with the place in words and perhaps the hosts. */
    static Meeting meeting(ResultSet row, Set<PersonId> hosts) throws SQLException {
        Long site = row.getObject("site_id", Long.class);
        return new Meeting(
                new MeetingId(row.getLong("id")),
                new ClusterId(row.getLong("cluster_id")),
                row.getString("uid"),
                row.getString("title"),
                Stage.valueOf(row.getString("stage")),
                moment(row, "starts"),
                moment(row, "ends"),
                ZoneId.of(row.getString("zone")),
                new Place(site == null ? null : new SiteId(site), row.getString("place"), row.getString("link")),
                row.getString("place_words"),
                row.getString("description"),
                row.getObject("capacity", Integer.class),
                moment(row, "answer_by"),
                new PersonId(row.getLong("organiser_id")),
                hosts,
                row.getObject("cancelled_at") != null,
                row.getString("farewell"),
                Utc.moment(row.getObject("changed_at", LocalDateTime.class)),
                row.getInt("sequence"),
                row.getInt("version"),
                occurrence(row));
    }

    private static Meeting.@Nullable Occurrence occurrence(ResultSet row) throws SQLException {
        String uid = row.getString("series_uid");
        return uid == null
                ? null
                : new Meeting.Occurrence(
                        uid,
                        row.getObject("recurrence_id", LocalDateTime.class),
                        ZoneId.of(row.getString("recurrence_zone")));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(Utc::moment)
                .orElse(null);
    }

    static Set<PersonId> people(@Nullable String ids) {
        Set<PersonId> people = new HashSet<>();
        if (ids != null) {
            for (String id : ids.split(",", -1)) {
                people.add(new PersonId(Long.parseLong(id)));
            }
        }
        return Set.copyOf(people);
    }
}
