package org.convive.newsletter.series;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.springframework.stereotype.Component;

/** Looks every quarter of an hour whether a letter is due somewhere. */
@Component
class SeriesRounds extends Clockwork {
    private static final Duration ROUND = Duration.ofMinutes(15);

    private final Series series;

    SeriesRounds(Series series) {
        super("newsletter-series", ROUND, ROUND);
        this.series = series;
    }

    @Override
    protected void round() {
        series.tellWhoIsDue();
    }
}
