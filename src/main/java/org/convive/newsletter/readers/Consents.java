package org.convive.newsletter.readers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of consent (GDPR Art. 7 (1)): who agreed to what, when and how. Only ever added to. */
@Component
class Consents {
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was done. */
    enum Deed {
        ASKED,
        CONFIRMED,
        IMPORTED,
        CHANGED,
        LEFT,
        CAME_BACK
    }

    /** Where it was done. */
    enum Source {
        LINK,
        PORTAL,
        ANIMATOR
    }

    /** @param by who did it when it was not the reader */
    void record(ClusterId cluster, String email, Deed deed, Source source, String detail, @Nullable PersonId by) {
        jdbc.sql("""
                        INSERT INTO newsletter_consent (cluster_id, email, deed, source, detail, by_person, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(cluster.value())
                .param(email)
                .param(deed.name())
                .param(source.name())
                .param(detail.length() > 500 ? detail.substring(0, 500) : detail)
                .param(Optional.ofNullable(by).map(PersonId::value).orElse(null))
                .param(Utc.column(clock.instant()))
                .update();
    }

    /** Everything that was recorded in a cluster, by address. */
    Map<String, List<Entry>> all(ClusterId cluster) {
        Map<String, List<Entry>> found = new HashMap<>();
        jdbc.sql("SELECT email, deed, source, detail, at FROM newsletter_consent WHERE cluster_id = ? ORDER BY id")
                .param(cluster.value())
                .query(row -> {
                    found.computeIfAbsent(row.getString("email"), email -> new ArrayList<>())
                            .add(new Entry(
                                    Deed.valueOf(row.getString("deed")),
                                    Source.valueOf(row.getString("source")),
                                    row.getString("detail"),
                                    Utc.moment(row.getObject("at", LocalDateTime.class))));
                });
        return found;
    }

    record Entry(Deed deed, Source source, String detail, Instant at) {}
}
