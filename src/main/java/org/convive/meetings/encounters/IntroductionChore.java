package org.convive.meetings.encounters;

import java.time.Clock;
import java.time.Instant;
import org.convive.identity.Actors;
import org.convive.meetings.desk.MeetingChore;
import org.springframework.stereotype.Component;

/** Introduces people two days before a meeting, in the name of its organiser. */
@Component
class IntroductionChore implements MeetingChore {
    private final Introductions introductions;
    private final IntroductionRows rows;
    private final Actors actors;
    private final Clock clock;

    IntroductionChore(Introductions introductions, IntroductionRows rows, Actors actors, Clock clock) {
        this.introductions = introductions;
        this.rows = rows;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public void round() {
        Instant now = clock.instant();
        rows.due(now, now.plus(Introductions.BEFORE))
                .forEach(due -> actors.member(due.organiser(), due.cluster())
                        .ifPresent(organiser -> introductions.introduceByItself(organiser, due.meeting())));
    }
}
