package org.convive.newsletter.readers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.mail.Suppressions;
import org.convive.newsletter.Block;
import org.convive.newsletter.content.Gatherings;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who of a cluster's readers a letter reaches, given to whom it goes, what it is about and what each reader wants. */
@Service
public class Audiences {
    private final JdbcClient jdbc;
    private final Readers readers;
    private final Suppressions suppressions;
    private final List<Gatherings> gatherings;

    Audiences(JdbcClient jdbc, Readers readers, Suppressions suppressions, List<Gatherings> gatherings) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.suppressions = suppressions;
        this.gatherings = gatherings;
    }

    /** Everybody of the segment whom mails reach, whatever they want of a single letter. */
    public List<Reader> of(ClusterId cluster, Segment segment) {
        return readers.reached(cluster).stream().filter(in(cluster, segment)).toList();
    }

    /** Whether a reader of the cluster is of the segment; asks the database once, not once a reader. */
    public Predicate<Reader> in(ClusterId cluster, Segment segment) {
        Predicate<Reader> test = reader -> true;
        if (!segment.kinds().isEmpty()) {
            test = test.and(ofOrganisations(
                    "SELECT id FROM organisation WHERE cluster_id = :cluster AND kind IN (:values)",
                    cluster,
                    segment.kinds().stream().map(Enum::name).collect(Collectors.toSet())));
        }
        if (!segment.competences().isEmpty()) {
            test = test.and(ofOrganisations("""
                    SELECT DISTINCT c.organisation_id FROM organisation_competence c
                    JOIN competence k ON k.id = c.competence_id
                    WHERE k.cluster_id = :cluster AND k.name IN (:values)""", cluster, segment.competences()));
        }
        if (!segment.occasions().isEmpty()) {
            Set<PersonId> people = gatherings.stream()
                    .flatMap(feature -> feature.people(cluster, segment.occasions()).stream())
                    .collect(Collectors.toSet());
            test = test.and(reader -> reader.id().member()
                    && people.contains(new PersonId(reader.id().id())));
        }
        if (!segment.topics().isEmpty()) {
            test = test.and(reader -> reader.preferences().topics().stream().anyMatch(segment.topics()::contains));
        }
        Locale language = segment.language();
        return language == null
                ? test
                : test.and(reader -> reader.preferences().language().equals(language));
    }

    private Predicate<Reader> ofOrganisations(String sql, ClusterId cluster, Set<String> values) {
        Set<Long> organisations = Set.copyOf(jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("values", values)
                .query(Long.class)
                .list());
        return reader -> reader.organisation() != null && organisations.contains(reader.organisation());
    }

    /** Whom a letter with these blocks would reach if it left now. */
    public Count count(Actor animator, Segment segment, List<Block> blocks) {
        animator.requireAnimator();
        List<Reader> all = of(animator.cluster(), segment);
        List<Reader> now = all.stream().filter(reader -> reader.wants(blocks)).toList();
        Map<String, Long> languages = now.stream()
                .collect(Collectors.groupingBy(
                        reader -> reader.preferences().language().getLanguage(), TreeMap::new, Collectors.counting()));
        return new Count(
                now.size(),
                languages.getOrDefault("en", 0L).intValue(),
                languages.getOrDefault("fr", 0L).intValue(),
                (int) now.stream()
                        .map(Reader::organisation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                (int) all.stream()
                        .filter(reader -> reader.preferences().frequency() == Frequency.MONTHLY)
                        .count(),
                suppressions.among(now.stream().map(Reader::email).toList()).size(),
                leftOut(animator.cluster()));
    }

    private int leftOut(ClusterId cluster) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM newsletter_subscription s
                        JOIN membership m ON m.cluster_id = s.cluster_id AND m.person_id = s.person_id
                        WHERE s.cluster_id = ? AND NOT s.subscribed""").param(cluster.value()).query(Integer.class).single();
    }

    /**
     * Whom a letter reaches.
     *
     * @param readers that get it when it leaves, {@code english} and {@code french} of them in that language
     * @param organisations that they stand for
     * @param monthly further ones, who read of it in the mail of the month
     * @param suppressed of the readers, whose address does not work
     * @param leftOut members of the cluster who chose to get no letters
     */
    public record Count(
            int readers, int english, int french, int organisations, int monthly, int suppressed, int leftOut) {
        public static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0);
    }
}
