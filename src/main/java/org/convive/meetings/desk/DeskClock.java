package org.convive.meetings.desk;

import java.time.Duration;
import java.util.List;
import org.convive.shared.clock.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks every ten minutes for reminders that are due, answers to be erased, and the chores of other parts. */
@Component
@ConditionalOnProperty(name = "convive.meetings.clock", havingValue = "on", matchIfMissing = true)
class DeskClock extends Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(DeskClock.class);

    private final Reminders reminders;
    private final Questions questions;
    private final List<MeetingChore> chores;

    DeskClock(Reminders reminders, Questions questions, List<MeetingChore> chores) {
        super("meetings", Duration.ofMinutes(1), Duration.ofMinutes(10));
        this.reminders = reminders;
        this.questions = questions;
        this.chores = List.copyOf(chores);
    }

    @Override
    protected void round() {
        attempt(() -> tell("reminders written", reminders.remindDue()));
        attempt(() -> tell("answers about diet erased", questions.eraseDue()));
        chores.forEach(chore -> attempt(chore::round));
    }

    private static void tell(String what, int number) {
        if (number > 0) {
            LOG.info("{} {}", number, what);
        }
    }
}
