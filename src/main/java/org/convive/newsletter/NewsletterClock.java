package org.convive.newsletter;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Looks every few seconds on this node which letters are due to leave, and which monthly mails. */
@Component
@ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
class NewsletterClock extends Clockwork {
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Schedule schedule;
    private final MonthlyLetters monthly;

    NewsletterClock(Schedule schedule, MonthlyLetters monthly) {
        super("newsletter", ROUND, ROUND);
        this.schedule = schedule;
        this.monthly = monthly;
    }

    @Override
    protected void round() {
        attempt(schedule::publishDue);
        attempt(monthly::postDue);
    }
}
