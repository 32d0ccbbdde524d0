package org.convive.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.convive.shared.StaleEdit;
import org.convive.shared.TimeSlot;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps meetings. What one answer changes is read and written under the lock of the meeting's row. */
@Repository
class Meetings {
    /** The place in words: what was typed, then the site with its town. */
    static final String WHERE = """
            CONCAT_WS(', ', NULLIF(t.place, ''),
                      (SELECT CONCAT_WS(', ', so.name, IF(s.is_main, NULL, NULLIF(s.name, '')), NULLIF(s.town, ''))
                       FROM site s JOIN organisation so ON so.id = s.organisation_id WHERE s.id = t.site_id))""";

    /** Whether the meeting {@code t} is for :person, who stands for :organisation. */
    static final String INVITED = """
            (t.everyone OR t.organiser_id = :person
             OR EXISTS (SELECT 1 FROM meeting_invited_person ip WHERE ip.meeting_id = t.id AND ip.person_id = :person)
             OR EXISTS (SELECT 1 FROM meeting_invited_organisation io
                        WHERE io.meeting_id = t.id AND io.organisation_id = :organisation)
             OR EXISTS (SELECT 1 FROM meeting_invited_group vg
                        JOIN people_group_member vm ON vm.group_id = vg.group_id AND vm.person_id = :person
                        WHERE vg.meeting_id = t.id)
             OR EXISTS (SELECT 1 FROM meeting_invited_competence vc
                        JOIN organisation_competence vo ON vo.competence_id = vc.competence_id
                             AND vo.organisation_id = :organisation
                        WHERE vc.meeting_id = t.id)
             OR EXISTS (SELECT 1 FROM meeting_host ih WHERE ih.meeting_id = t.id AND ih.person_id = :person)
             OR EXISTS (SELECT 1 FROM meeting_guest ig WHERE ig.meeting_id = t.id AND ig.person_id = :person)
             OR EXISTS (SELECT 1 FROM meeting_answer ia WHERE ia.meeting_id = t.id AND ia.person_id = :person))""";

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MeetingId insert(Actor organiser, MeetingDraft draft, Stage stage, String uid, Instant now) {
        var key = new GeneratedKeyHolder();
        columns(jdbc.sql("""
                        INSERT INTO meeting (cluster_id, uid, organiser_id, created_at, title, starts, ends, zone,
                               site_id, place, link, description, capacity, answer_by, everyone, changed_at, stage)
                        VALUES (:cluster, :uid, :organiser, :now, :title, :starts, :ends, :zone, :site, :place, :link,
                                :description, :capacity, :answerBy, :everyone, :now, :stage)"""), draft, now)
                .param("stage", stage.name())
                .param("cluster", organiser.cluster().value())
                .param("uid", uid)
                .param("organiser", organiser.person().value())
                .param("everyone", draft.invited().everyone())
                .update(key, "id");
        return new MeetingId(Objects.requireNonNull(key.getKey()).longValue());
    }

    void update(MeetingId id, MeetingDraft draft, int sequence, Instant now) {
        columns(jdbc.sql("""
                        UPDATE meeting SET title = :title, starts = :starts, ends = :ends, zone = :zone,
                               site_id = :site, place = :place, link = :link, description = :description,
                               capacity = :capacity, answer_by = :answerBy, changed_at = :now, sequence = :sequence,
                               version = version + 1
                        WHERE id = :id"""), draft, now)
                .param("sequence", sequence)
                .param("id", id.value())
                .update();
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec statement, MeetingDraft draft, Instant now) {
        SiteId site = draft.place().site();
        return statement
                .param("title", draft.title())
                .param("starts", column(draft.from()))
                .param("ends", column(draft.to()))
                .param("zone", draft.zone().getId())
                .param("site", site == null ? null : site.value())
                .param("place", draft.place().text())
                .param("link", draft.place().link())
                .param("description", draft.description())
                .param("capacity", draft.capacity())
                .param("answerBy", column(draft.answerBy()))
                .param("now", Utc.column(now));
    }

    private static @Nullable LocalDateTime column(@Nullable Instant moment) {
        return moment == null ? null : Utc.column(moment);
    }

    void cancel(MeetingId id, String farewell, Instant now) {
        jdbc.sql("""
                        UPDATE meeting SET cancelled_at = ?, changed_at = ?, farewell = ?, sequence = sequence + 1,
                               version = version + 1
                        WHERE id = ?""")
                .params(Utc.column(now), Utc.column(now), farewell, id.value())
                .update();
    }

    void rules(MeetingId id, @Nullable Integer perCompany, boolean approval) {
        jdbc.sql("UPDATE meeting SET per_company = :most, approval = :approval WHERE id = :id")
                .param("most", perCompany)
                .param("approval", approval)
                .param("id", id.value())
                .update();
    }

    /** Who said something to the dates that are asked about. */
    Set<PersonId> voters(MeetingId id) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT v.person_id FROM meeting_option o JOIN meeting_vote v ON v.option_id = o.id
                        WHERE o.meeting_id = ?""")
                .param(id.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list());
    }

    void revive(MeetingId id, Instant now) {
        jdbc.sql("""
                        UPDATE meeting SET cancelled_at = NULL, farewell = '', changed_at = ?, sequence = sequence + 1,
                               version = version + 1
                        WHERE id = ?""").params(Utc.column(now), id.value()).update();
    }

    void hosts(MeetingId id, Collection<PersonId> hosts) {
        jdbc.sql("DELETE FROM meeting_host WHERE meeting_id = ?")
                .param(id.value())
                .update();
        hosts.stream()
                .distinct()
                .forEach(host -> jdbc.sql("INSERT INTO meeting_host (meeting_id, person_id) VALUES (?, ?)")
                        .params(id.value(), host.value())
                        .update());
    }

    /** Takes the lock under which answers, seats and the meeting itself change. */
    Meeting lock(Actor actor, MeetingId id) {
        int version = jdbc.sql("SELECT version FROM meeting WHERE id = ? AND cluster_id = ? FOR UPDATE")
                .params(id.value(), actor.cluster().value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("meeting"));
        Meeting meeting = get(actor, id);
        // A transaction that read before it locked sees what was then; the lock says what is now.
        if (meeting.version() != version) {
            throw new StaleEdit("meeting");
        }
        return meeting;
    }

    /** @throws NotFoundException when there is no such meeting here, or it is not for the actor */
    Meeting get(Actor actor, MeetingId id) {
        OrganisationId organisation = actor.organisation();
        return jdbc.sql("SELECT t.*, " + WHERE + """
                         AS place_words,
                        (SELECT GROUP_CONCAT(h.person_id) FROM meeting_host h WHERE h.meeting_id = t.id) AS hosts
                        FROM meeting t
                        WHERE t.id = :id AND t.cluster_id = :cluster AND (:animator OR\s""" + INVITED + ")")
                .param("id", id.value())
                .param("cluster", actor.cluster().value())
                .param("animator", actor.isAnimator())
                .param("person", actor.person().value())
                .param("organisation", organisation == null ? null : organisation.value())
                .query((row, n) -> MeetingMapping.meeting(row, MeetingMapping.people(row.getString("hosts"))))
                .optional()
                .orElseThrow(() -> new NotFoundException("meeting"));
    }

    /** Those invited are asked something anew: who says nothing is not reminded at once. */
    void askedAnew(MeetingId id, Instant now) {
        jdbc.sql("UPDATE meeting SET asked_at = ? WHERE id = ?")
                .params(Utc.column(now), id.value())
                .update();
    }

    /** Writes how far a meeting has come, and its time. */
    void stage(MeetingId id, Stage stage, @Nullable TimeSlot time, boolean timeChanged, Instant now) {
        jdbc.sql("""
                        UPDATE meeting SET stage = :stage, starts = :starts, ends = :ends, changed_at = :now,
                               sequence = sequence + :step, version = version + 1,
                               answer_by = IF(answer_by > :starts, NULL, answer_by)
                        WHERE id = :id""")
                .param("stage", stage.name())
                .param("starts", time == null ? null : Utc.column(time.from()))
                .param("ends", time == null ? null : Utc.column(time.to()))
                .param("step", timeChanged ? 1 : 0)
                .param("now", Utc.column(now))
                .param("id", id.value())
                .update();
    }

    /** The people whom a meeting concerns: members invited, hosts, organiser, whoever answered, and outside guests. */
    List<Reader> readers(MeetingId id) {
        return jdbc.sql("""
                        SELECT p.id, p.name, p.email, p.language, a.answer, a.arrival, FALSE AS guest
                        FROM meeting t
                        JOIN membership m ON m.cluster_id = t.cluster_id
                        JOIN person p ON p.id = m.person_id
                        LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = p.id
                        WHERE t.id = :id AND (a.answer IS NOT NULL OR\s""" + INVITED.replace(":person", "p.id").replace(":organisation", "m.organisation_id") + """
                        )
                        UNION ALL
                        SELECT p.id, COALESCE(g.name, p.name), p.email, p.language, a.answer, a.arrival, TRUE
                        FROM meeting_guest g
                        JOIN meeting t ON t.id = g.meeting_id
                        JOIN person p ON p.id = g.person_id
                        LEFT JOIN meeting_answer a ON a.meeting_id = g.meeting_id AND a.person_id = p.id
                        WHERE g.meeting_id = :id AND NOT EXISTS (SELECT 1 FROM membership m
                              WHERE m.cluster_id = t.cluster_id AND m.person_id = g.person_id)
                        ORDER BY id""")
                .param("id", id.value())
                .query((row, n) -> {
                    String language = row.getString("language");
                    String answer = row.getString("answer");
                    return new Reader(
                            new PersonId(row.getLong("id")),
                            row.getString("name"),
                            new EmailAddress(row.getString("email")),
                            language == null ? Locale.ENGLISH : Translations.nearest(Locale.of(language)),
                            answer == null ? null : Answer.valueOf(answer),
                            row.getObject("arrival", Long.class) != null,
                            row.getBoolean("guest"));
                })
                .list();
    }
}
