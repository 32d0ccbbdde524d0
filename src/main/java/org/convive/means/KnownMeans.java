package org.convive.means;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.shared.ClusterId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What was read of the means before, so that a booking need not read it again: the booking's first statement asks for the
 * version that was read, so what is remembered here can be old, but never used when it is. A refusal is never told
 * from memory.
 */
@Component
class KnownMeans {
    private static final int MOST = 5000;

    private final JdbcTemplate jdbc;
    private final Map<Key, Bookable> known = new ConcurrentHashMap<>();

    private record Key(ClusterId cluster, MeansId means) {}

    KnownMeans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Perhaps from memory. */
    Bookable perhapsOld(ClusterId cluster, MeansId means) {
        Bookable one = known.get(new Key(cluster, means));
        return one == null ? read(cluster, means) : one;
    }

    /** From the database. */
    Bookable read(ClusterId cluster, MeansId means) {
        Bookable one = Bookable.read(jdbc, cluster, means);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(new Key(cluster, means), one);
        return one;
    }

    /** From the database, in ascending order of id. */
    List<Bookable> readAll(ClusterId cluster, List<MeansId> means) {
        return Bookable.readAll(jdbc, cluster, means);
    }
}
