package org.convive.meetings.open;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.calendar.CalendarEntry;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Utc;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings that everybody may read about: those their organiser opened, with a date, in a cluster that has a public
 * page. Every read here is for people nobody knows, so it gives only what {@link OpenMeeting} has.
 */
@Service
public class OpenMeetings {
    private static final String OPEN = "SELECT t.*, c.slug, c.name AS cluster_name, " + MeetingQueries.WHERE + """
             AS place_words,
            (SELECT COALESCE(SUM(1 + a.guests), 0) FROM meeting_answer a
             WHERE a.meeting_id = t.id AND a.answer = 'YES' AND a.arrival IS NULL) AS taken
            FROM meeting t JOIN cluster c ON c.id = t.cluster_id
            WHERE t.is_open AND c.is_public AND t.starts IS NOT NULL\s""";

    private final MeetingAccess access;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String publicUrl;

    OpenMeetings(
            MeetingAccess access,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.access = access;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The open meetings of a cluster that end after a moment, cancelled ones included, the next first. */
    @Transactional(readOnly = true)
    public List<OpenMeeting> of(ClusterId cluster, Instant endingAfter, int limit) {
        return jdbc.sql(OPEN + "AND t.cluster_id = ? AND t.ends > ? ORDER BY t.starts, t.id LIMIT ?")
                .params(cluster.value(), Utc.column(endingAfter), limit)
                .query(this::meeting)
                .list();
    }

    /** The same as entries of a calendar that anybody may follow. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> entries(ClusterId cluster, Instant endingAfter, int limit) {
        return of(cluster, endingAfter, limit).stream()
                .map(meeting -> new CalendarEntry(
                        meeting.uid(),
                        meeting.sequence(),
                        meeting.from(),
                        meeting.to(),
                        meeting.zone(),
                        meeting.title(),
                        Markdown.text(meeting.description()),
                        meeting.where(),
                        meeting.address(),
                        meeting.cancelled(),
                        meeting.changed()))
                .toList();
    }

    /** The cluster that has a public page under this name; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<PublicCluster> cluster(String slug) {
        return jdbc.sql("SELECT id, slug, name, country FROM cluster WHERE slug = ? AND is_public")
                .param(slug)
                .query((row, n) -> new PublicCluster(
                        new ClusterId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        publicUrl + "/public/meetings/" + row.getString("slug")))
                .optional();
    }

    /** @param address of the page with all its open meetings, absolute */
    public record PublicCluster(ClusterId id, String slug, String name, String address) {}

    /** One open meeting; empty when it is not open, of another cluster, or has no date. */
    @Transactional(readOnly = true)
    public Optional<OpenMeeting> find(String slug, MeetingId id) {
        return jdbc.sql(OPEN + "AND c.slug = ? AND t.id = ?")
                .params(slug, id.value())
                .query(this::meeting)
                .optional();
    }

    /** The same by its number alone, for a link that was signed. */
    @Transactional(readOnly = true)
    public Optional<OpenMeeting> find(MeetingId id) {
        return jdbc.sql(OPEN + "AND t.id = ?")
                .param(id.value())
                .query(this::meeting)
                .optional();
    }

    /** How a meeting stands with the world, for somebody who may see it. */
    @Transactional(readOnly = true)
    public Standing standing(Actor actor, MeetingId id) {
        MeetingAccess.Seen seen = access.see(actor, id);
        return jdbc.sql("""
                        SELECT t.is_open, c.is_public, c.slug FROM meeting t JOIN cluster c ON c.id = t.cluster_id
                        WHERE t.id = ?""")
                .param(id.value())
                .query((row, n) -> new Standing(
                        row.getBoolean("is_open"),
                        row.getBoolean("is_public"),
                        seen.mayChange() && !seen.cancelled(),
                        address(row.getString("slug"), id)))
                .single();
    }

    /**
     * @param open whether its organiser opened it
     * @param clusterIsPublic whether the cluster has a public page; without one nothing is open
     * @param address where everybody finds it, absolute
     */
    public record Standing(boolean open, boolean clusterIsPublic, boolean mayChange, String address) {
        public boolean isReachable() {
            return open && clusterIsPublic;
        }
    }

    /** Opens a meeting to everybody, or closes it again; those who said that they come stay. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void open(Actor actor, MeetingId id, boolean open) {
        access.lockToChange(actor, id);
        Standing standing = standing(actor, id);
        InvalidInput.check()
                .that(!open || standing.clusterIsPublic(), "open", Message.of("meetings.open.error.no-page"))
                .orThrow();
        jdbc.sql("UPDATE meeting SET is_open = ?, changed_at = ? WHERE id = ?")
                .params(open, Utc.column(clock.instant()), id.value())
                .update();
        audit.record(actor, open ? "meeting.opened" : "meeting.closed", "meeting:" + id, "");
    }

    private String address(String slug, MeetingId id) {
        return publicUrl + "/public/meetings/" + slug + "/" + id;
    }

    private OpenMeeting meeting(ResultSet row, int number) throws SQLException {
        MeetingId id = new MeetingId(row.getLong("id"));
        String slug = row.getString("slug");
        return new OpenMeeting(
                id,
                new ClusterId(row.getLong("cluster_id")),
                slug,
                row.getString("cluster_name"),
                row.getString("uid"),
                row.getString("title"),
                row.getString("description"),
                moment(row, "starts"),
                moment(row, "ends"),
                ZoneId.of(row.getString("zone")),
                row.getString("place_words"),
                !row.getString("link").isEmpty(),
                row.getObject("capacity", Integer.class),
                row.getInt("taken"),
                perhaps(row, "answer_by"),
                row.getObject("cancelled_at") != null,
                moment(row, "changed_at"),
                row.getInt("sequence"),
                address(slug, id));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Utc.moment(Objects.requireNonNull(row.getObject(column, LocalDateTime.class)));
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : Utc.moment(value);
    }
}
