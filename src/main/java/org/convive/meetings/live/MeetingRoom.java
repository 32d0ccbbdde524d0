package org.convive.meetings.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.meetings.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages that a part of a meeting changed, after the transaction that changed it: those of this node at once,
 * those of other nodes through rows in the database, which {@link RoomWatch} reads every two seconds while pages are open.
 */
@Component
public class MeetingRoom {
    /** A change may be committed so many seconds after it was written. */
    private static final int LOOK_BACK = 60;

    private final Map<Key, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final String node = UUID.randomUUID().toString();
    private Set<Long> seen = Set.of();

    MeetingRoom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parts of a meeting that pages watch. */
    public enum Part {
        DOOR,
        AGENDA,
        MINUTES
    }

    private record Key(MeetingId meeting, Part part) {}

    private record Change(long id, Key key) {}

    /** Ends the watching. */
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    /** @param listener is called by any thread; it must not block */
    public Watching watch(MeetingId meeting, Part part, Runnable listener) {
        var key = new Key(meeting, part);
        listeners.compute(key, (any, set) -> {
            Set<Runnable> all = set == null ? ConcurrentHashMap.newKeySet() : set;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(key, (any, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }

    /** Something changed; told when the current transaction commits, or at once when there is none. */
    public void changed(MeetingId meeting, Part part) {
        jdbc.sql("INSERT INTO meeting_room_change (meeting_id, part, node) VALUES (?, ?, ?)")
                .params(meeting.value(), part.name(), node)
                .update();
        var key = new Key(meeting, part);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(key);
                }
            });
        } else {
            tell(key);
        }
    }

    /** Whether a page of this node is open. */
    boolean isWatched() {
        return !listeners.isEmpty();
    }

    /** Tells the pages of this node what other nodes changed since the last look; one statement. */
    synchronized void lookAround() {
        List<Change> changes = jdbc.sql("""
                        SELECT id, meeting_id, part FROM meeting_room_change
                        WHERE at > NOW(6) - INTERVAL ? SECOND AND node <> ?""")
                .params(LOOK_BACK, node)
                .query((row, n) -> new Change(
                        row.getLong("id"),
                        new Key(new MeetingId(row.getLong("meeting_id")), Part.valueOf(row.getString("part")))))
                .list();
        Set<Key> news = new HashSet<>();
        Set<Long> now = new HashSet<>();
        for (Change change : changes) {
            now.add(change.id());
            if (!seen.contains(change.id())) {
                news.add(change.key());
            }
        }
        seen = now;
        news.forEach(this::tell);
    }

    /** Forgets changes that every node has read long since. */
    public void tidy() {
        jdbc.sql("DELETE FROM meeting_room_change WHERE at < NOW(6) - INTERVAL ? SECOND LIMIT 10000")
                .param(10 * LOOK_BACK)
                .update();
    }

    private void tell(Key key) {
        listeners.getOrDefault(key, Set.of()).forEach(Runnable::run);
    }
}
