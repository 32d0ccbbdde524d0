package org.convive.meetings.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.meetings.MeetingId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages of this node that a part of a meeting changed, after the transaction that changed it. Pages on
 * another node see it at their next request.
 */
@Component
public class MeetingRoom {
    private final Map<Key, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** The parts of a meeting that pages watch. */
    public enum Part {
        DOOR,
        AGENDA,
        MINUTES
    }

    private record Key(MeetingId meeting, Part part) {}

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

    private void tell(Key key) {
        listeners.getOrDefault(key, Set.of()).forEach(Runnable::run);
    }
}
