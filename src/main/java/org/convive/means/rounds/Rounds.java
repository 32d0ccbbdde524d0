package org.convive.means.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.shared.clock.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Looks around every half minute and does what is due. Each errand is written so that it may run on any node, twice, or
 * again after a crash: who comes second finds nothing to do.
 */
@Component
@ConditionalOnBooleanProperty(name = "convive.means.rounds", matchIfMissing = true)
class Rounds extends Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final List<Errand> errands;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> last = new ConcurrentHashMap<>();

    Rounds(List<Errand> errands, Clock clock) {
        super("means-rounds", LOOK, LOOK);
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    protected void round() {
        errands.forEach(this::runWhenDue);
    }

    private void runWhenDue(Errand errand) {
        Instant now = clock.instant();
        Instant before = last.get(errand.name());
        if (!isRunning() || before != null && now.isBefore(before.plus(errand.every()))) {
            return;
        }
        last.put(errand.name(), now);
        try {
            int done = errand.run();
            if (done > 0) {
                LOG.debug("{}: {}", errand.name(), done);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} waits for the next round", errand.name(), e);
        }
    }
}
