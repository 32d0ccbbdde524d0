package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Books several things together, all of them or none: a machine with its operator and a van, or a series. */
@Service
public class Plans {
    /** No plan holds more. */
    public static final int MOST = 120;

    private final PlanRows plans;
    private final KnownMeans known;
    private final Taking taking;
    private final Admission admission;
    private final GivingBack giving;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final Offers offers;
    private final MeansQueries queries;
    private final PlanLook look;
    private final Clock clock;

    Plans(
            PlanRows plans,
            KnownMeans known,
            Taking taking,
            Admission admission,
            GivingBack giving,
            BookingTransactions transactions,
            BookingRows rows,
            Offers offers,
            MeansQueries queries,
            PlanLook look,
            Clock clock) {
        this.plans = plans;
        this.known = known;
        this.taking = taking;
        this.admission = admission;
        this.giving = giving;
        this.transactions = transactions;
        this.rows = rows;
        this.offers = offers;
        this.queries = queries;
        this.look = look;
        this.clock = clock;
    }

    /** What was booked together. */
    public record Booked(long plan, List<BookingId> bookings) {}

    /**
     * Books all of it or nothing.
     *
     * @param key the same for every repetition of one request; null when the caller cannot repeat
     * @param rule how a series recurs, empty for several means at once
     * @return what was booked; the earlier plan when this key was already used for one
     * @throws PlanRefused naming what is in the way of each line that cannot be booked
     */
    public Booked book(Actor actor, List<BookingRequest> asked, @Nullable String key, String rule) {
        return book(actor, asked, key, rule, plan -> {});
    }

    /**
     * As {@link #book(Actor, List, String, String)}, and does something else in the same transaction: either both are done
     * or neither, and somebody who finds the one finds the other.
     *
     * @param together gets the plan's id; called again when the database asks for the transaction to be repeated
     */
    public Booked book(
            Actor actor, List<BookingRequest> asked, @Nullable String key, String rule, LongConsumer together) {
        return replace(actor, List.of(), asked, key, rule, together);
    }

    /**
     * Books something instead of former bookings, in one transaction: what is ahead of them is given back, what is asked
     * for is taken, and what became free of it is offered to who waits. Whatever crashes, all of it is done or nothing.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the actor may not give one of them back
     * @throws InvalidInput when one of them is in use
     */
    public Booked replace(
            Actor actor,
            Collection<BookingLine> former,
            List<BookingRequest> asked,
            @Nullable String key,
            String rule,
            LongConsumer together) {
        OrganisationId company = actor.requireOrganisation();
        InvalidInput.check()
                .that(!asked.isEmpty(), "plan", Message.of("means.error.empty-plan"))
                .that(asked.size() <= MOST, "plan", Message.of("means.error.plan-too-long", MOST))
                .atMost(rule, 500, "rule")
                .atMost(key == null ? "" : key, 90, "idempotencyKey")
                .orThrow();
        List<BookingLine> given = ahead(former);
        requireMayChange(actor, given);
        String common = key == null ? UUID.randomUUID().toString() : key;
        List<BookingRequest> requests =
                asked.stream().map(one -> BookingService.tidy(one)).toList();
        for (int time = 0; time < BookingService.LOOKS; time++) {
            List<Bookable> means = known.readAll(
                    actor.cluster(),
                    requests.stream().map(BookingRequest::means).toList());
            Optional<Booked> earlier = plans.earlier(actor, common);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            List<Claim> claims = claims(actor, company, requests, means, common);
            Outcome outcome;
            try {
                outcome = taking.takeAll(
                        claims,
                        means,
                        given.stream().map(BookingLine::means).collect(Collectors.toSet()),
                        () -> {
                            long plan = plans.insert(actor, company, common, rule, clock.instant());
                            together.accept(plan);
                            given.forEach(one -> dropped(actor, one, requests));
                            return plan;
                        },
                        done -> given.forEach(one -> offers.of(actor.cluster(), one.means(), one.id())));
            } catch (DuplicateKeyException e) {
                continue;
            }
            if (outcome instanceof Outcome.Done(List<BookingId> bookings)) {
                return new Booked(plans.of(bookings.getFirst()), bookings);
            }
            if (outcome instanceof Outcome.Taken) {
                throw refusal(actor, requests, given);
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private List<Claim> claims(
            Actor actor, OrganisationId company, List<BookingRequest> requests, List<Bookable> means, String key) {
        Map<MeansId, Bookable> byId = means.stream().collect(Collectors.toMap(Bookable::means, Function.identity()));
        var claims = new ArrayList<Claim>();
        var broken = new HashMap<Integer, PlanRefused.Reason>();
        for (int i = 0; i < requests.size(); i++) {
            BookingRequest request = requests.get(i);
            Bookable one = Objects.requireNonNull(byId.get(request.means()));
            try {
                admission.require(actor, company, one, request);
                claims.add(Claim.of(actor, company, one, request, key + "#" + i, clock.instant()));
            } catch (InvalidInput e) {
                broken.put(i, new PlanRefused.Reason(e.fields(), List.of(), List.of()));
            }
        }
        if (!broken.isEmpty()) {
            throw new PlanRefused(broken);
        }
        return claims;
    }

    /** Somebody was quicker: which lines are taken, by whom, and what is free instead. */
    private PlanRefused refusal(Actor actor, List<BookingRequest> requests, List<BookingLine> given) {
        Set<BookingId> own = given.stream().map(BookingLine::id).collect(Collectors.toSet());
        var taken = new HashMap<Integer, PlanRefused.Reason>();
        var byItself = new HashMap<Integer, PlanRefused.Reason>();
        List<PlanLook.Line> lines = look.of(actor, requests);
        for (int i = 0; i < lines.size(); i++) {
            PlanLook.Line line = lines.get(i);
            if (line.taken()) {
                // What would be given back for it is in nobody's way.
                boolean itself = !line.inTheWay().isEmpty()
                        && line.inTheWay().stream().allMatch(other -> own.contains(other.booking()));
                (itself ? byItself : taken)
                        .put(i, new PlanRefused.Reason(Map.of(), line.inTheWay(), line.alternatives()));
            }
        }
        return new PlanRefused(taken.isEmpty() ? byItself : taken);
    }

    /** A means that is booked again gets another time; one that is not is given back, perhaps late. */
    private void dropped(Actor actor, BookingLine former, List<BookingRequest> instead) {
        boolean again = instead.stream().anyMatch(one -> one.means().equals(former.means()));
        boolean unused = giving.giveBack(actor, former, !again);
    }

    /** What stands and is not over. */
    private List<BookingLine> ahead(Collection<BookingLine> lines) {
        Instant now = clock.instant();
        return lines.stream()
                .filter(one -> one.status().occupies() && one.to().isAfter(now))
                .toList();
    }

    private static void requireMayChange(Actor actor, List<BookingLine> lines) {
        lines.forEach(one -> actor.require(one.mayChange(actor), "only the booker's company or the owner may cancel"));
    }

    /** How a series recurs, as an RRULE; empty for several means at once. */
    public String rule(Actor actor, long plan) {
        return plans.rule(actor.cluster(), plan);
    }

    /**
     * Gives back all of a plan that is still ahead, in one transaction. What was taken stays until it is checked out.
     *
     * @return how many bookings were given back
     */
    public int cancel(Actor actor, long plan) {
        List<BookingLine> lines = ahead(queries.ofPlan(actor, plan));
        return lines.size() - giveBack(actor, lines, () -> {}).size();
    }

    /**
     * Gives back some of what was booked together, together with what else happens in the same transaction: the means of
     * a meeting that is called off. What is over is left as it is; what was taken stays until it is checked out.
     *
     * @param together called again when the transaction is repeated
     * @return what stays because it is in use
     * @throws org.springframework.security.access.AccessDeniedException when the actor may not give one of them back
     */
    public List<BookingLine> giveBack(Actor actor, Collection<BookingLine> lines, Runnable together) {
        List<BookingLine> ahead = ahead(lines);
        requireMayChange(actor, ahead);
        SortedSet<Long> means =
                new TreeSet<>(ahead.stream().map(one -> one.means().value()).toList());
        return transactions.run(
                () -> {
                    means.forEach(id -> rows.lock(actor.cluster(), new MeansId(id)));
                    together.run();
                    var inUse = new ArrayList<BookingLine>();
                    var freed = new ArrayList<BookingLine>();
                    for (BookingLine one : ahead) {
                        if (giving.isInUse(one.id())) {
                            inUse.add(one);
                        } else if (giving.giveBack(actor, one)) {
                            freed.add(one);
                        }
                    }
                    freed.forEach(one -> offers.of(actor.cluster(), one.means(), one.id()));
                    return inUse;
                },
                done -> true);
    }
}
