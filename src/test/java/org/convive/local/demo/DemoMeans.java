package org.convive.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.Lending;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.OpeningHours;
import org.convive.means.Unit;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** Shares the means and books them: first what the story tells, then what its demand makes likely. */
class DemoMeans {
    private static final int EIGHT_WEEKS = 40;
    private static final int HORIZON = 180;
    private static final List<String> USUAL = List.of("08:00-12:00", "08:30-11:30", "13:00-17:00", "14:00-16:30");
    private static final DayOfWeek[] WEEK = {
        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
    };

    private final MeansService service;
    private final MeansQueries queries;
    private final BookingService bookings;
    private final DamageService damages;
    private final DemoClock clock;

    DemoMeans(
            MeansService service,
            MeansQueries queries,
            BookingService bookings,
            DamageService damages,
            DemoClock clock) {
        this.service = service;
        this.queries = queries;
        this.bookings = bookings;
        this.damages = damages;
        this.clock = clock;
    }

    void tell(Cast cast) {
        cast.story().means().forEach(thing -> tell(cast, thing));
    }

    private void tell(Cast cast, Story.Thing thing) {
        OrganisationId owner = cast.organisation(thing.owner());
        BookingRules rules = rules(thing);
        clock.moveTo(cast.days().moment(-EIGHT_WEEKS * 3, LocalTime.of(10, 0)));
        Actor speaker = cast.everybody().stream()
                .filter(person -> person.isManagerOf(owner))
                .findFirst()
                .orElse(cast.animator());
        MeansId id = service.share(
                speaker,
                owner,
                new MeansDraft(
                        thing.kind(),
                        thing.name(),
                        thing.description(),
                        thing.place(),
                        thing.price(),
                        null,
                        thing.capabilities(),
                        thing.units().stream().map(UnitDraft::named).toList(),
                        rules));
        cast.add(thing.key(), id);
        List<Unit> units = queries.get(speaker, id).means().units();
        var taken = new ArrayList<TimeSlot>();
        for (Story.Slot slot : thing.blackouts()) {
            blackOut(cast, speaker, id, units, slot, taken);
        }
        for (Story.Slot slot : thing.bookings()) {
            book(cast, id, rules, slot, taken);
        }
        bookAsUsual(cast, id, owner, thing, rules, taken);
        if (thing.approval() || thing.terms() != null || thing.cancelHours() > 0) {
            lendOnTerms(cast, speaker, id, thing);
        }
        Story.Slot damaged = thing.damaged();
        if (damaged != null) {
            damage(cast, id, units, damaged);
        }
    }

    private void damage(Cast cast, MeansId id, List<Unit> units, Story.Slot damaged) {
        clock.moveTo(clock.today().minus(Duration.ofHours(5)));
        long unit = units.stream()
                .filter(candidate -> candidate.name().equals(damaged.unit()))
                .map(Unit::id)
                .findFirst()
                .orElseThrow();
        Actor finder = cast.person(damaged.by() == null ? cast.story().cluster().animator() : damaged.by());
        long unused =
                damages.report(finder, new DamageReport(id, unit, null, damaged.purpose(), true, List.of(), "story"));
    }

    /** The rules of today: yesterday's bookings were made under the former ones. */
    private void lendOnTerms(Cast cast, Actor speaker, MeansId id, Story.Thing thing) {
        clock.moveTo(clock.today().minus(Duration.ofHours(30)));
        MeansDetail before = queries.get(speaker, id);
        Means means = before.means();
        MeansDraft draft = new MeansDraft(
                means.kind(),
                means.name(),
                before.description(),
                means.place(),
                means.price(),
                means.picture(),
                means.capabilities(),
                means.units().stream()
                        .map(unit -> new UnitDraft(unit.id(), unit.name()))
                        .toList(),
                means.rules());
        Lending lending = Lending.OPEN.withFreeCancelling(Duration.ofHours(thing.cancelHours()));
        if (thing.approval()) {
            lending = lending.withApproval(Duration.ofHours(72), Set.of());
        }
        draft = draft.lent(lending);
        service.change(speaker, id, draft.onTerms(thing.terms() == null ? "" : thing.terms()), before.version());
        Long terms = queries.get(speaker, id).termsId();
        thing.requests().forEach(slot -> ask(cast, id, terms, slot, false));
        thing.late().forEach(slot -> ask(cast, id, terms, slot, true));
    }

    private void ask(Cast cast, MeansId id, @Nullable Long terms, Story.Slot slot, boolean givenBack) {
        TimeSlot time = cast.days().slot(slot.in(), slot.days(), slot.at());
        clock.moveTo(clock.today().minus(Duration.ofHours(givenBack ? 26 : 3)));
        Actor booker = cast.person(slot.by() == null ? cast.story().cluster().animator() : slot.by());
        try {
            BookingId booking = bookings.book(
                    booker, new BookingRequest(id, time.from(), time.to(), 1, slot.purpose(), null).accepting(terms));
            if (givenBack) {
                clock.moveTo(clock.today().minus(Duration.ofHours(1)));
                bookings.cancel(booker, booking);
            }
        } catch (JustTaken e) {
            // the usual demand was earlier
        }
    }

    private void blackOut(
            Cast cast, Actor speaker, MeansId id, List<Unit> units, Story.Slot slot, List<TimeSlot> taken) {
        TimeSlot time = cast.days().slot(slot.in(), slot.days(), slot.at());
        Long unit = units.stream()
                .filter(candidate -> candidate.name().equals(slot.unit()))
                .map(Unit::id)
                .findFirst()
                .orElse(null);
        clock.moveTo(notAfterToday(time.from().minus(Duration.ofDays(20))));
        var unused = bookings.blackout(speaker, id, unit, time.from(), time.to(), slot.purpose());
        for (int i = 0; i < (unit == null ? units.size() : 1); i++) {
            taken.add(time);
        }
    }

    private void book(Cast cast, MeansId id, BookingRules rules, Story.Slot slot, List<TimeSlot> taken) {
        TimeSlot time = cast.days().slot(slot.in(), slot.days(), slot.at());
        int units = Math.max(1, slot.units());
        Actor booker = cast.person(slot.by() == null ? cast.story().cluster().animator() : slot.by());
        clock.moveTo(notAfterToday(
                time.from().minus(rules.notice()).minus(Duration.ofDays(6)).minus(Duration.ofMinutes(47))));
        BookingId booking =
                bookings.book(booker, new BookingRequest(id, time.from(), time.to(), units, slot.purpose(), null));
        if (slot.cancelled()) {
            clock.moveTo(notAfterToday(time.from().minus(Duration.ofDays(1))));
            bookings.cancel(booker, booking);
            return;
        }
        for (int i = 0; i < units; i++) {
            taken.add(rules.blocked(time.from(), time.to()));
        }
    }

    private void bookAsUsual(
            Cast cast, MeansId id, OrganisationId owner, Story.Thing thing, BookingRules rules, List<TimeSlot> taken) {
        if (thing.demand() == 0) {
            return;
        }
        var chance = new Random(thing.key().hashCode());
        List<Actor> bookers = cast.everybody().stream()
                .filter(person -> person.organisation() != null && !owner.equals(person.organisation()))
                .toList();
        for (int day = -EIGHT_WEEKS; day <= EIGHT_WEEKS; day++) {
            // The nearer the day, the more is booked.
            int likely = day <= 5 ? thing.demand() : thing.demand() * (EIGHT_WEEKS + 8 - day) / (EIGHT_WEEKS + 8);
            for (int wish = 0; wish <= thing.units().size(); wish++) {
                int half = chance.nextInt(USUAL.size());
                Actor booker = bookers.get(chance.nextInt(bookers.size()));
                String purpose =
                        thing.purposes().get(chance.nextInt(thing.purposes().size()));
                int leadHours = 30 + chance.nextInt(200);
                if (chance.nextInt(100) < likely) {
                    TimeSlot time = fitting(cast.days().slot(day, 1, USUAL.get(half)), rules);
                    bookIfFree(
                            booker,
                            id,
                            rules,
                            time,
                            purpose,
                            leadHours,
                            thing.units().size(),
                            taken);
                }
            }
        }
    }

    private static TimeSlot fitting(TimeSlot usual, BookingRules rules) {
        Duration length = usual.length();
        if (length.compareTo(rules.shortest()) < 0) {
            length = rules.shortest();
        }
        if (length.compareTo(rules.longest()) > 0) {
            length = rules.longest();
        }
        return new TimeSlot(usual.from(), usual.from().plus(length));
    }

    private void bookIfFree(
            Actor booker,
            MeansId id,
            BookingRules rules,
            TimeSlot time,
            String purpose,
            int leadHours,
            int units,
            List<TimeSlot> taken) {
        TimeSlot blocked = rules.blocked(time.from(), time.to());
        Instant told = notAfterToday(time.from().minus(rules.notice()).minus(Duration.ofHours(leadHours)));
        boolean possible =
                taken.stream().filter(blocked::overlaps).count() < units && rules.allow(time.from(), time.to(), told);
        if (!possible) {
            return;
        }
        clock.moveTo(told);
        try {
            var unused = bookings.book(booker, new BookingRequest(id, time.from(), time.to(), 1, purpose, null));
            taken.add(blocked);
        } catch (JustTaken e) {
            // Free units, but none of them all the time: somebody else was earlier.
            taken.add(blocked);
        }
    }

    private Instant notAfterToday(Instant moment) {
        Instant latest = clock.today().minus(Duration.ofMinutes(7));
        return moment.isBefore(latest) ? moment : latest;
    }

    private static BookingRules rules(Story.Thing thing) {
        String open = thing.open();
        OpeningHours hours = OpeningHours.ALWAYS;
        if (open != null) {
            int dash = open.indexOf('-');
            hours = OpeningHours.daily(
                    LocalTime.parse(open.substring(0, dash)), LocalTime.parse(open.substring(dash + 1)), WEEK);
        }
        return new BookingRules(
                DemoDirectory.ZONE,
                hours,
                Duration.ofMinutes(thing.setUp()),
                Duration.ofMinutes(thing.tearDown()),
                Duration.ofMinutes(thing.shortest()),
                Duration.ofMinutes(thing.longest()),
                Duration.ofHours(thing.noticeHours()),
                HORIZON);
    }
}
