package org.convive.newsletter.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Members through whose eyes a writer may look at a letter. */
@Service
public class SampleReaders {
    private static final String MEMBERS = """
            SELECT p.id, p.name, COALESCE(o.name, '') AS organisation, p.language FROM membership m
            JOIN person p ON p.id = m.person_id
            LEFT JOIN organisation o ON o.id = m.organisation_id
            WHERE m.cluster_id = ?\s""";

    private final JdbcClient jdbc;

    SampleReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members whose name contains the text, at most twenty. */
    public List<Sample> search(Actor animator, String text) {
        animator.requireAnimator();
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql(MEMBERS + "AND p.name LIKE ? ESCAPE '!' ORDER BY p.name LIMIT 20")
                .params(animator.cluster().value(), like)
                .query((row, n) -> new Sample(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("organisation"),
                        locale(row.getString("language"))))
                .list();
    }

    /** One member of the cluster. */
    public Optional<Sample> find(Actor animator, long person) {
        animator.requireAnimator();
        return jdbc.sql(MEMBERS + "AND p.id = ?")
                .params(animator.cluster().value(), person)
                .query((row, n) -> new Sample(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("organisation"),
                        locale(row.getString("language"))))
                .optional();
    }

    private static Locale locale(@Nullable String language) {
        return language == null ? Locale.ENGLISH : Translations.nearest(Locale.of(language));
    }

    /** @param language the one the member reads letters in */
    public record Sample(long person, String name, String organisation, Locale language) {}
}
