package org.convive.meetings;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Role;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who speaks about a meeting without being signed in: whoever holds a signed link, or somebody for whom the animator
 * answers. A member speaks as themself; a guest who is no member may speak about this one meeting only, so what is given
 * here must never be used for anything else.
 */
@Component
public class Voices {
    private final JdbcClient jdbc;
    private final Actors actors;

    Voices(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** Empty when the meeting does not exist, or the person is neither a member of its cluster nor its guest. */
    public Optional<Actor> of(MeetingId meeting, PersonId person) {
        return jdbc.sql("""
                        SELECT c.id, c.slug, c.name AS cluster_name, c.time_zone, COALESCE(g.name, p.name) AS name, p.email, p.language,
                               g.person_id AS guest
                        FROM meeting t
                        JOIN cluster c ON c.id = t.cluster_id
                        JOIN person p ON p.id = :person
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        WHERE t.id = :meeting""")
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query((row, n) -> new Found(
                        new ClusterId(row.getLong("id")),
                        row.getObject("guest") != null,
                        new Actor(
                                person,
                                row.getString("name"),
                                new EmailAddress(row.getString("email")),
                                new ClusterId(row.getLong("id")),
                                row.getString("slug"),
                                row.getString("cluster_name"),
                                ZoneId.of(row.getString("time_zone")),
                                language(row.getString("language")),
                                null,
                                null,
                                Role.MEMBER)))
                .optional()
                .flatMap(found -> actors.member(person, found.cluster())
                        .or(() -> found.guest() ? Optional.of(found.actor()) : Optional.empty()));
    }

    private static Locale language(@Nullable String language) {
        return language == null ? Locale.ENGLISH : Translations.nearest(Locale.of(language));
    }

    private record Found(ClusterId cluster, boolean guest, Actor actor) {}
}
