package org.convive.calendar.busy;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Reads the calendars that people linked to again from time to time; several nodes share the work. */
@Component
@ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
class BusyRefresh extends Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(BusyRefresh.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final BusyTimes busy;

    BusyRefresh(BusyTimes busy) {
        super("busy-calendars", PAUSE, PAUSE);
        this.busy = busy;
    }

    @Override
    protected void round() {
        while (isRunning() && busy.readNext()) {
            LOG.debug("A linked calendar was read");
        }
    }
}
