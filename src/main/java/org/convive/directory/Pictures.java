package org.convive.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.InvalidInput;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the pictures of a cluster and the portraits of people: JPEG, PNG or GIF of at most 5 MB. */
@Service
public class Pictures {
    /** The most bytes an upload may have. */
    public static final int MOST_BYTES = PictureFile.MOST_BYTES;

    /** The most bytes that a photo may have which a telephone took. */
    public static final int MOST_BYTES_OF_A_PHOTO = PictureFile.MOST_BYTES_OF_A_PHOTO;

    private static final String COLUMNS =
            "SELECT q.id, q.media_type, q.alt, q.width, q.height, q.bytes FROM picture q ";

    /** Decoding takes memory: two at a time are enough. */
    private final Semaphore decoders = new Semaphore(2);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ObjectProvider<PictureGuard> guards;
    private final Clock clock;

    Pictures(
            JdbcClient jdbc,
            Accounts accounts,
            TransactionTemplate transaction,
            ObjectProvider<PictureGuard> guards,
            Clock clock) {
        this.guards = guards;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a picture of the actor's cluster.
     *
     * @param alt what it shows; may be empty
     * @return its number, for {@code /c/{slug}/pictures/{number}}
     */
    public long store(Actor actor, byte[] upload, String alt) {
        InvalidInput.check().atMost(alt, 500, "alt").orThrow();
        PictureFile file = decoded(upload);
        return insert(actor.cluster().value(), actor.person(), file, alt);
    }

    /**
     * A photo that was kept, twice: as large as we keep pictures, and small for a list.
     *
     * @param width and height of the large one, in pixels
     */
    public record Kept(long large, long small, int width, int height) {}

    /**
     * Keeps a photo apart from the cluster's pictures: nobody gets it by its number. The feature that keeps it decides who
     * sees it, and throws it away.
     */
    public Kept keep(Actor actor, byte[] upload) {
        PictureFile large = decoded(upload, PictureFile::ofPhoto);
        PictureFile small = large.small();
        return new Kept(
                insert(null, actor.person(), large, ""),
                insert(null, actor.person(), small, ""),
                large.width(),
                large.height());
    }

    /** A photo that was kept apart, for a feature that asked whether the reader may see it. */
    public Optional<Picture> kept(long id) {
        return jdbc.sql(COLUMNS + "WHERE q.id = ? AND q.cluster_id IS NULL")
                .param(id)
                .query(Pictures::picture)
                .optional();
    }

    /** Throws photos away that were kept apart. */
    public void forgetKept(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM picture WHERE id IN (:ids) AND cluster_id IS NULL")
                    .param("ids", ids)
                    .update();
        }
    }

    /** Replaces the portrait of the person signed in. */
    public long portrait(SignedIn user, byte[] upload) {
        PictureFile file = decoded(upload);
        Long id = transaction.execute(status -> {
            Long former = accounts.get(user.personId()).picture();
            long portrait = insert(null, user.personId(), file, "");
            accounts.portrait(user.personId(), portrait);
            forget(user.personId(), former);
            return portrait;
        });
        return Objects.requireNonNull(id);
    }

    /** Takes the portrait of the person signed in away. */
    public void removePortrait(SignedIn user) {
        transaction.executeWithoutResult(status -> {
            Long former = accounts.get(user.personId()).picture();
            accounts.portrait(user.personId(), null);
            forget(user.personId(), former);
        });
    }

    /** A picture of the actor's cluster that no feature hides from them, or the portrait of one of its members. */
    public Optional<Picture> find(Actor actor, long id) {
        return jdbc.sql(COLUMNS + """
                        WHERE q.id = ? AND (q.cluster_id = ? OR EXISTS (
                            SELECT 1 FROM person p JOIN membership m ON m.person_id = p.id
                            WHERE p.picture_id = q.id AND m.cluster_id = ?))""")
                .params(id, actor.cluster().value(), actor.cluster().value())
                .query(Pictures::picture)
                .optional()
                .filter(found -> guards.stream().noneMatch(guard -> guard.hides(actor, id)));
    }

    /** A picture that stands on a public page: an organisation's, in a cluster that has one. */
    public Optional<Picture> findPublic(long id) {
        return jdbc.sql(COLUMNS + """
                        WHERE q.id = ? AND EXISTS (
                            SELECT 1 FROM organisation o JOIN cluster c ON c.id = o.cluster_id
                            WHERE o.picture_id = q.id AND c.is_public)""").param(id).query(Pictures::picture).optional();
    }

    /** The portrait of the person signed in. */
    public Optional<Picture> ownPortrait(SignedIn user) {
        return jdbc.sql(COLUMNS + "JOIN person p ON p.picture_id = q.id WHERE p.id = ?")
                .param(user.personId().value())
                .query(Pictures::picture)
                .optional();
    }

    private PictureFile decoded(byte[] upload) {
        return decoded(upload, PictureFile::of);
    }

    private PictureFile decoded(byte[] upload, Function<byte[], PictureFile> how) {
        decoders.acquireUninterruptibly();
        try {
            return how.apply(upload);
        } finally {
            decoders.release();
        }
    }

    private long insert(@Nullable Long cluster, PersonId by, PictureFile file, String alt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO picture (cluster_id, media_type, alt, bytes, width, height, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(cluster)
                .param(file.mediaType())
                .param(alt.strip())
                .param(file.bytes())
                .param(file.width())
                .param(file.height())
                .param(by.value())
                .param(Utc.column(clock.instant()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Portraits belong to no cluster; only those are thrown away. */
    private void forget(PersonId person, @Nullable Long portrait) {
        if (portrait != null) {
            jdbc.sql("DELETE FROM picture WHERE id = ? AND cluster_id IS NULL AND created_by = ?")
                    .params(portrait, person.value())
                    .update();
        }
    }

    private static Picture picture(ResultSet row, int number) throws SQLException {
        return new Picture(
                row.getLong("id"),
                row.getString("media_type"),
                row.getString("alt"),
                row.getInt("width"),
                row.getInt("height"),
                row.getBytes("bytes"));
    }
}
