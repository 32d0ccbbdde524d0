package org.convive.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts meetings on the table and lets people answer, one after the other. */
class DemoMeetings {
    private static final List<Answer> OTHERS = List.of(Answer.YES, Answer.MAYBE, Answer.NO, Answer.KEEP_POSTED);
    private static final int USUALLY_ANNOUNCED = 18;

    private final MeetingService service;
    private final DemoClock clock;
    private final TransactionTemplate transaction;

    DemoMeetings(MeetingService service, DemoClock clock, PlatformTransactionManager manager) {
        this.service = service;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    void tell(Cast cast) {
        for (Story.Gathering gathering : cast.story().meetings()) {
            transaction.executeWithoutResult(status -> tell(cast, gathering));
        }
    }

    private void tell(Cast cast, Story.Gathering gathering) {
        Actor organiser = cast.person(gathering.by());
        TimeSlot time = cast.days().slot(gathering.in(), gathering.days(), gathering.at());
        int announced = gathering.announced() == 0 ? USUALLY_ANNOUNCED : gathering.announced();
        Instant told = cast.days().moment(gathering.in() - announced, LocalTime.of(9, 20));
        if (told.isAfter(clock.today())) {
            told = clock.today().minus(Duration.ofHours(20));
        }
        Invited invited = invited(cast, gathering);
        clock.moveTo(told);
        MeetingId id = service.schedule(
                organiser,
                new MeetingDraft(
                        gathering.title(),
                        time.from(),
                        time.to(),
                        DemoDirectory.ZONE,
                        new Place(cast.site(gathering.site()), gathering.place(), gathering.link()),
                        gathering.about(),
                        gathering.capacity(),
                        gathering.decide() == 0
                                ? null
                                : cast.days().moment(gathering.in() - gathering.decide(), LocalTime.of(18, 0)),
                        gathering.hosts().stream()
                                .map(name -> cast.person(name).person())
                                .toList(),
                        invited));
        cast.add(gathering.title(), id.value());
        Instant end = gathering.decide() == 0
                ? time.from()
                : cast.days().moment(gathering.in() - gathering.decide(), LocalTime.of(18, 0));
        Instant latest = end.isBefore(clock.today()) ? end : clock.today();
        for (Reply reply : replies(cast, gathering, invited, told, latest.minus(Duration.ofMinutes(20)))) {
            clock.moveTo(reply.at());
            var unused = service.answer(reply.by(), id, reply.answer(), 0);
        }
        if (gathering.cancelled() != null) {
            clock.moveTo(latest.minus(Duration.ofMinutes(10)));
            service.cancel(organiser, id, gathering.cancelled());
        }
    }

    private static List<Reply> replies(
            Cast cast, Story.Gathering gathering, Invited invited, Instant from, Instant to) {
        var chance = new Random(gathering.title().hashCode());
        Set<String> decided = new HashSet<>(gathering.hush());
        decided.addAll(gathering.hosts());
        decided.add(gathering.by());
        var replies = new ArrayList<Reply>();
        for (String name : gathering.coming()) {
            replies.add(new Reply(cast.person(name), Answer.YES, between(from, to, chance)));
            decided.add(name);
        }
        for (String name : gathering.absent()) {
            replies.add(new Reply(cast.person(name), Answer.NO, between(from, to, chance)));
            decided.add(name);
        }
        List<Actor> others = new ArrayList<>(cast.everybody().stream()
                .filter(person -> !decided.contains(person.name()) && concerns(invited, person))
                .toList());
        Collections.shuffle(others, chance);
        int next = 0;
        for (int kind = 0; kind < gathering.more().size(); kind++) {
            for (int i = 0; i < gathering.more().get(kind) && next < others.size(); i++) {
                replies.add(new Reply(others.get(next++), OTHERS.get(kind), between(from, to, chance)));
            }
        }
        replies.sort(Comparator.comparing(Reply::at));
        return replies;
    }

    private static boolean concerns(Invited invited, Actor person) {
        return invited.everyone()
                || invited.people().contains(person.person())
                || invited.organisations().contains(person.organisation());
    }

    private static Invited invited(Cast cast, Story.Gathering gathering) {
        if (gathering.invited().isEmpty()) {
            return Invited.wholeCluster();
        }
        var organisations = new HashSet<OrganisationId>();
        var people = new HashSet<PersonId>();
        for (String name : gathering.invited()) {
            if (cast.isOrganisation(name)) {
                organisations.add(cast.organisation(name));
            } else {
                people.add(cast.person(name).person());
            }
        }
        return new Invited(false, organisations, people);
    }

    /** Most answer soon. */
    private static Instant between(Instant from, Instant to, Random chance) {
        double part = chance.nextDouble();
        long seconds = Math.max(60, Duration.between(from, to).toSeconds());
        return from.plusSeconds(30 + (long) (seconds * part * part));
    }

    private record Reply(Actor by, Answer answer, Instant at) {}
}
