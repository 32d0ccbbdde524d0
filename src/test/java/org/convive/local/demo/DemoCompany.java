package org.convive.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.agenda.ItemDraft;
import org.convive.meetings.agenda.Topics;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.encounters.Introductions;
import org.convive.meetings.encounters.Pulse;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.sharing.BringList;
import org.convive.meetings.sharing.Rides;
import org.convive.meetings.tables.Layout;
import org.convive.meetings.tables.TableService;
import org.convive.shared.PersonId;

/** What makes the supper at the furnace an evening, and the breakfast before it a meeting that led to something. */
class DemoCompany {
    private static final String SUPPER = "Supper at the furnace";
    private static final String BREAKFAST = "Breakfast in Le Hamel";

    private final MeetingQueries meetings;
    private final AgendaService agendas;
    private final Topics topics;
    private final MinutesService minutes;
    private final DoorService door;
    private final TableService tables;
    private final BringList bringing;
    private final Rides rides;
    private final Introductions introductions;
    private final Pulse pulse;
    private final DemoClock clock;

    DemoCompany(
            MeetingQueries meetings,
            AgendaService agendas,
            Topics topics,
            MinutesService minutes,
            DoorService door,
            TableService tables,
            BringList bringing,
            Rides rides,
            Introductions introductions,
            Pulse pulse,
            DemoClock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.topics = topics;
        this.minutes = minutes;
        this.door = door;
        this.tables = tables;
        this.bringing = bringing;
        this.rides = rides;
        this.introductions = introductions;
        this.pulse = pulse;
        this.clock = clock;
    }

    void tell(Cast cast) {
        if (cast.story().meetings().stream().noneMatch(one -> one.title().equals(SUPPER))) {
            return;
        }
        breakfast(cast, new MeetingId(cast.meeting(BREAKFAST)));
        clock.moveTo(clock.today().minus(Duration.ofHours(3)));
        supper(cast, new MeetingId(cast.meeting(SUPPER)));
        topics(cast);
    }

    private void breakfast(Cast cast, MeetingId id) {
        Actor camille = cast.animator();
        MeetingPage page = meetings.get(camille, id);
        MeetingCard card = page.card();
        clock.moveTo(card.from().minus(Duration.ofDays(2)));
        long round = agendas.add(camille, id, ItemDraft.of("What worries us most, two minutes each", 40));
        long gas = agendas.add(camille, id, ItemDraft.of("The price of gas, and who has stopped burning it", 35));
        clock.moveTo(card.from());
        agendas.begin(camille, id, round);
        List<Actor> came = page.saying(org.convive.meetings.Answer.YES).stream()
                .map(comer -> cast.person(comer.name()))
                .toList();
        came.stream().skip(2).forEach(one -> door.arrive(camille, id, one.person()));
        clock.moveTo(card.from().plus(Duration.ofMinutes(40)));
        agendas.begin(camille, id, gas);
        entry(camille, id, Entry.Kind.NOTE, "Order books hold until June; after that nobody dares a sentence.", round);
        entry(camille, id, Entry.Kind.NOTE, "Fours Terrasque pays a third less since the electric furnace runs.", gas);
        entry(camille, id, Entry.Kind.DECISION, "We ask for one gas contract for the valley, from January.", gas);
        LocalDate soon = cast.days().today().plusDays(6);
        action(
                camille,
                id,
                "Send last year’s gas figures to Camille",
                cast.person("Hélène Aubrac").person(),
                soon,
                gas);
        action(camille, id, "Ask the three suppliers for one offer", camille.person(), soon.plusDays(14), gas);
        agendas.stop(camille, id);
        clock.moveTo(card.to().plus(Duration.ofHours(2)));
        var told = minutes.release(camille, id);
        var chance = new Random(7);
        for (Actor one : came) {
            if (chance.nextInt(3) > 0) {
                pulse.say(one, id, new Pulse.Said(2 + chance.nextInt(2), true, "", Set.of()));
            }
        }
    }

    private void entry(Actor by, MeetingId id, Entry.Kind kind, String words, long item) {
        minutes.add(by, id, new Entry.Draft(kind, words, item, null, null));
    }

    private void action(Actor by, MeetingId id, String words, PersonId owner, LocalDate due, long item) {
        minutes.add(by, id, new Entry.Draft(Entry.Kind.ACTION, words, item, owner, due));
    }

    private void supper(Cast cast, MeetingId id) {
        Actor patrick = cast.person("Patrick Hennequin");
        add(patrick, id, "Welcome and a glass of cider", 30, patrick.person(), "At the south gate.");
        add(patrick, id, "Walk to the new electric furnace", 30, null, "Twenty minutes, safety shoes are lent.");
        add(patrick, id, "Supper at three tables", 90, null, "We change table for dessert.");
        add(patrick, id, "One thing I need", 30, cast.animator().person(), "One minute each.");
        List<Actor> coming = meetings.get(patrick, id).saying(org.convive.meetings.Answer.YES).stream()
                .map(comer -> cast.person(comer.name()))
                .toList();
        Actor marc = coming.stream()
                .filter(one -> one.name().equals("Marc Delporte"))
                .findFirst()
                .orElse(coming.getFirst());
        long cider = bringing.ask(patrick, id, "Cider from Le Hamel", 6);
        bringing.bring(patrick, id, cider, 6);
        long tart = bringing.ask(patrick, id, "Apple tart", 2);
        bringing.bring(coming.getLast(), id, tart, 1);
        bringing.ask(patrick, id, "Cheese board for eight", 1);
        rides.offer(marc, id, "Martreville", LocalTime.of(18, 5), 3);
        coming.stream().skip(3).limit(8).forEach(one -> introductions.ask(one, id, List.of()));
        tables.mix(patrick, id, Layout.alike(3, 8, 2), 0, done -> {});
        tables.publish(patrick, id, true);
    }

    private void add(
            Actor by,
            MeetingId id,
            String title,
            int minutes,
            @org.jspecify.annotations.Nullable PersonId owner,
            String notes) {
        var unused = agendas.add(by, id, new ItemDraft(title, minutes, owner, notes));
    }

    private void topics(Cast cast) {
        List<Actor> everybody = cast.everybody();
        Instant now = clock.instant();
        List.of(
                        "Who trains line operators at night?",
                        "One price for pallets, one yard to return them",
                        "What a customer audit could share")
                .forEach(title ->
                        topics.propose(everybody.get(Math.floorMod(title.hashCode(), everybody.size())), title, ""));
        var chance = new Random(now.getEpochSecond() / 1_000_000);
        topics.open(cast.animator())
                .forEach(topic -> everybody.stream()
                        .filter(one -> chance.nextInt(4) == 0)
                        .forEach(one -> topics.vote(one, topic.id(), true)));
    }
}
