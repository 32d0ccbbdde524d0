package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Finds what is free: one thing or several that are needed together, at a time or some time within days. Two statements,
 * whatever is asked and however many means and bookings there are.
 */
@Service
public class Finder {
    /** No search proposes more. */
    public static final int MOST = 8;

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final MeansQueries queries;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Finder(MeansQueries queries, ApplicationEventPublisher publisher, Clock clock) {
        this.queries = queries;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * One thing that is needed.
     *
     * @param text a word of its name or of what it can do; blank for anything of the kind
     * @param capacity for how many people or things; null for any
     */
    public record Need(
            String text,
            @Nullable MeansKind kind,
            int units,
            @Nullable Integer capacity) {}

    /**
     * What is looked for.
     *
     * @param window the time itself, or the days within which it may be
     * @param length how long within the window; the whole of it when it is exact
     * @param near where the person is
     * @param withinKm how far the thing may be from there; null for anywhere
     * @param suits what else a means must be for a need, such as affordable
     */
    public record Search(
            List<Need> needs,
            TimeSlot window,
            Duration length,
            @Nullable GeoPoint near,
            @Nullable Integer withinKm,
            BiPredicate<Means, Need> suits) {
        public Search(
                List<Need> needs,
                TimeSlot window,
                Duration length,
                @Nullable GeoPoint near,
                @Nullable Integer withinKm) {
            this(needs, window, length, near, withinKm, (means, need) -> true);
        }

        private Search only(Need need) {
            return new Search(List.of(need), window, length, near, withinKm, suits);
        }

        boolean isExact() {
            return length.equals(window.length());
        }
    }

    /**
     * A means that would do.
     *
     * @param km how far it is, when both places are known
     */
    public record Candidate(
            Means means, int freeUnits, @Nullable Double km) {}

    /** A time at which everything can be had: one candidate for each need, in the order of the needs. */
    public record Proposal(TimeSlot slot, List<Candidate> candidates) {}

    /** Nothing was found: what the cluster lacks. Told to whoever listens, after the search. */
    public record NothingFound(Actor actor, Search search) {}

    /** For one need at an exact time: all that would do, nearest first. */
    public List<Candidate> candidates(Actor actor, Search search, Need need) {
        List<Candidate> found = new Look(actor, search)
                .at(need, search.window()).stream().limit(100).toList();
        if (found.isEmpty()) {
            publisher.publishEvent(new NothingFound(actor, search.only(need)));
        }
        return found;
    }

    /** Times at which all needs can be had together, soonest first, spread over the days. */
    public List<Proposal> proposals(Actor actor, Search search) {
        var look = new Look(actor, search);
        var found = new ArrayList<Proposal>();
        if (search.isExact()) {
            look.together(search.window()).ifPresent(found::add);
        } else {
            some(actor, search, look, found);
        }
        if (found.isEmpty()) {
            publisher.publishEvent(new NothingFound(actor, search));
        }
        return found;
    }

    /** At most two a day, at working hours where the length allows it. */
    private void some(Actor actor, Search search, Look look, List<Proposal> found) {
        ZonedDateTime start = search.window().from().atZone(actor.zone());
        Instant end = search.window().to();
        LocalDate day = start.toLocalDate();
        boolean fitsInADay = search.length().compareTo(Duration.between(MORNING, EVENING)) <= 0;
        while (found.size() < MOST && day.atStartOfDay(actor.zone()).toInstant().isBefore(end)) {
            int today = 0;
            Instant at = day.atTime(fitsInADay ? MORNING : LocalTime.MIDNIGHT)
                    .atZone(actor.zone())
                    .toInstant();
            Instant last = fitsInADay
                    ? day.atTime(EVENING).atZone(actor.zone()).toInstant().minus(search.length())
                    : day.atTime(23, 30).atZone(actor.zone()).toInstant();
            while (today < 2
                    && found.size() < MOST
                    && !at.isAfter(last)
                    && !at.plus(search.length()).isAfter(end)) {
                var proposal = at.isBefore(search.window().from())
                        ? Optional.<Proposal>empty()
                        : look.together(new TimeSlot(at, at.plus(search.length())));
                if (proposal.isPresent()) {
                    found.add(proposal.get());
                    today++;
                    at = at.plus(search.length());
                } else {
                    at = at.plus(FreeTimes.STEP);
                }
            }
            day = day.plusDays(1);
        }
    }

    /** All that is needed to answer one search, read once. */
    private final class Look {
        private final Search search;
        private final List<List<Candidate>> candidates;
        private final BusyUnits busy;
        private final Instant now = clock.instant();

        Look(Actor actor, Search asked) {
            TimeSlot window = asked.window();
            this.search = window.length().compareTo(LONGEST_WINDOW) <= 0
                    ? asked
                    : new Search(
                            asked.needs(),
                            new TimeSlot(window.from(), window.from().plus(LONGEST_WINDOW)),
                            asked.length(),
                            asked.near(),
                            asked.withinKm(),
                            asked.suits());
            List<Means> all = queries.means(actor, null, null);
            this.candidates = search.needs().stream()
                    .map(need -> all.stream()
                            .filter(one -> does(one, need)
                                    && mayBook(actor, one)
                                    && search.suits().test(one, need))
                            .map(one -> new Candidate(one, 0, km(one)))
                            .filter(one -> isNear(one.km()))
                            .sorted(Comparator.comparing(
                                            (Candidate one) -> one.km() == null ? Double.MAX_VALUE : one.km())
                                    .thenComparing(one -> one.means().name()))
                            .toList())
                    .toList();
            this.busy =
                    queries.busy(actor, search.window().from(), search.window().to());
        }

        /** A means of its own for each need, whenever there is a way to give each one. */
        Optional<Proposal> together(TimeSlot slot) {
            var free = new ArrayList<List<Candidate>>();
            for (Need need : search.needs()) {
                List<Candidate> some = at(need, slot);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                free.add(some);
            }
            var chosen = new TreeMap<Integer, Candidate>();
            var holders = new HashMap<MeansId, Integer>();
            for (int need = 0; need < free.size(); need++) {
                if (!give(need, free, chosen, holders, new HashSet<>())) {
                    return Optional.empty();
                }
            }
            return chosen.isEmpty() ? Optional.empty() : Optional.of(new Proposal(slot, List.copyOf(chosen.values())));
        }

        List<Candidate> at(Need need, TimeSlot slot) {
            return candidates.get(search.needs().indexOf(need)).stream()
                    .map(one -> new Candidate(
                            one.means(),
                            busy.free(one.means().units(), one.means().rules().blocked(slot.from(), slot.to())),
                            one.km()))
                    .filter(one -> one.freeUnits() >= Math.max(1, need.units())
                            && one.means().rules().allow(slot.from(), slot.to(), now))
                    .toList();
        }

        private @Nullable Double km(Means means) {
            return search.near() == null || means.at() == null
                    ? null
                    : search.near().kilometresTo(means.at());
        }

        private boolean isNear(@Nullable Double km) {
            return search.withinKm() == null || km != null && km <= search.withinKm();
        }
    }

    /**
     * Gives a need the first means that nobody has; else one whose holder can take another (an augmenting path of
     * bipartite matching, Kuhn 1955).
     */
    private static boolean give(
            int need,
            List<List<Candidate>> free,
            Map<Integer, Candidate> chosen,
            Map<MeansId, Integer> holders,
            Set<MeansId> tried) {
        for (Candidate one : free.get(need)) {
            if (holders.putIfAbsent(one.means().id(), need) == null) {
                chosen.put(need, one);
                return true;
            }
        }
        for (Candidate one : free.get(need)) {
            MeansId id = one.means().id();
            if (tried.add(id) && give(holders.getOrDefault(id, need), free, chosen, holders, tried)) {
                holders.put(id, need);
                chosen.put(need, one);
                return true;
            }
        }
        return false;
    }

    private static boolean mayBook(Actor actor, Means means) {
        OrganisationId company = actor.organisation();
        return company == null || means.lending().mayBook(company, means.owner());
    }

    private static boolean does(Means means, Need need) {
        String word = need.text().strip().toLowerCase(Locale.ROOT);
        return (need.kind() == null || means.kind() == need.kind())
                && (need.capacity() == null || means.capacity() != null && means.capacity() >= need.capacity())
                && means.units().size() >= Math.max(1, need.units())
                && (word.isEmpty()
                        || means.name().toLowerCase(Locale.ROOT).contains(word)
                        || means.capabilities().stream()
                                .anyMatch(
                                        label -> label.toLowerCase(Locale.ROOT).contains(word)));
    }
}
