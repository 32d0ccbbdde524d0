package org.convive.local.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.calendar.RepeatRule;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.Interests;
import org.convive.meetings.planning.OptionDraft;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.shared.TimeSlot;

/** Ideas and polls that wait for answers; a round that repeats, for a group; a queue that asks for a second session. */
class DemoPlans {
    private final MeetingStages stages;
    private final DatePolls polls;
    private final Interests interests;
    private final PlanningQueries queries;
    private final Groups groups;
    private final MeetingSeries series;
    private final DemoClock clock;

    DemoPlans(
            MeetingStages stages,
            DatePolls polls,
            Interests interests,
            PlanningQueries queries,
            Groups groups,
            MeetingSeries series,
            DemoClock clock) {
        this.stages = stages;
        this.polls = polls;
        this.interests = interests;
        this.queries = queries;
        this.groups = groups;
        this.series = series;
        this.clock = clock;
    }

    void tell(Cast cast) {
        for (Story.Plan plan : cast.story().plans()) {
            clock.moveTo(cast.days().moment(-4, LocalTime.of(10, 15)));
            var draft = new MeetingDraft(
                    plan.title(),
                    null,
                    null,
                    DemoDirectory.ZONE,
                    Place.at(plan.place()),
                    plan.about(),
                    null,
                    null,
                    List.of(cast.person(plan.by()).person()),
                    Invited.wholeCluster());
            if (plan.dates().isEmpty()) {
                imagine(cast, plan, draft);
            } else {
                ask(cast, plan, draft);
            }
        }
        circle(cast);
    }

    /** The circle of those who propose things meets every fortnight, before work. */
    private void circle(Cast cast) {
        List<Actor> people = cast.story().plans().stream()
                .map(plan -> cast.person(plan.by()))
                .distinct()
                .toList();
        if (people.isEmpty()) {
            return;
        }
        long circle = groups.keep(
                cast.animator(),
                null,
                "Safety circle",
                people.stream().map(Actor::person).collect(Collectors.toSet()));
        clock.moveTo(cast.days().moment(-12, LocalTime.of(14, 5)));
        TimeSlot first = cast.days().slot(9, 1, "07:45-08:30");
        var unused = series.schedule(
                cast.animator(),
                MeetingDraft.of(
                        "Safety circle: round the table",
                        first.from(),
                        first.to(),
                        DemoDirectory.ZONE,
                        Place.at("The old furnace room"),
                        Invited.groups(circle)),
                RepeatRule.weekly(2, Set.of()).times(5));
    }

    private void imagine(Cast cast, Story.Plan plan, MeetingDraft draft) {
        MeetingId id = stages.imagine(cast.person(plan.by()), draft);
        for (int i = 0; i < plan.interested().size(); i++) {
            clock.moveTo(cast.days().moment(-3, LocalTime.of(9, 10 + i)));
            var unused = interests.say(
                    cast.person(plan.interested().get(i)),
                    id,
                    i == 1 ? Interest.COULD_HOST : Interest.WOULD_COME,
                    Source.PORTAL);
        }
    }

    private void ask(Cast cast, Story.Plan plan, MeetingDraft draft) {
        List<OptionDraft> options = plan.dates().stream()
                .map(date -> {
                    TimeSlot time = cast.days().slot(date.in(), 1, date.at());
                    return OptionDraft.at(time.from(), time.to());
                })
                .toList();
        MeetingId id = polls.start(
                cast.person(plan.by()), draft, options, cast.days().moment(plan.closes(), LocalTime.of(18, 0)));
        var asked = queries.poll(cast.person(plan.by()), id).options();
        for (int i = 0; i < asked.size(); i++) {
            Story.When date = plan.dates().get(i);
            clock.moveTo(cast.days().moment(-3, LocalTime.of(11, i)));
            say(cast, id, asked.get(i).id(), date.can(), Suits.YES);
            say(cast, id, asked.get(i).id(), date.perhaps(), Suits.IF_NEEDED);
            say(cast, id, asked.get(i).id(), date.cannot(), Suits.NO);
        }
    }

    private void say(Cast cast, MeetingId id, long option, List<String> names, Suits suits) {
        names.forEach(name -> {
            var unused = polls.vote(cast.person(name), id, Map.of(option, suits), Source.PORTAL);
        });
    }
}
