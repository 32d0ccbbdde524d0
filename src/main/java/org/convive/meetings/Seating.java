package org.convive.meetings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has seats at a meeting and who waits for them. A party is a person with their guests and sits together. Whoever
 * waits is seated in order of arrival; a party too large for the free seats is passed over but keeps its place.
 */
final class Seating {
    static final int MAX_GUESTS = 5;

    /**
     * @param capacity seats in all; null for no limit
     * @param perCompany seats for one company; null for no limit
     * @param approval whether a yes waits until the organiser approves it
     */
    record Rules(@Nullable Integer capacity, @Nullable Integer perCompany, boolean approval) {
        static Rules of(@Nullable Integer capacity) {
            return new Rules(capacity, null, false);
        }
    }

    /**
     * @param arrival the place in the order of arrival of somebody who waits for seats; null for all others
     * @param company whom they stand for; null for nobody
     * @param approved false while a yes waits for the organiser's word
     */
    record Party(
            PersonId person,
            Answer answer,
            int guests,
            @Nullable Long arrival,
            @Nullable OrganisationId company,
            boolean approved) {
        static Party of(PersonId person, Answer answer, int guests, @Nullable Long arrival) {
            return new Party(person, answer, guests, arrival, null, true);
        }

        Party standingFor(@Nullable OrganisationId organisation) {
            return new Party(person, answer, guests, arrival, organisation, approved);
        }

        boolean isSeated() {
            return answer == Answer.YES && arrival == null;
        }

        boolean isWaiting() {
            return arrival != null;
        }

        int size() {
            return 1 + guests;
        }

        boolean says(Answer other, int otherGuests) {
            return answer == other && guests == otherGuests;
        }

        private Party seated() {
            return new Party(person, answer, guests, null, company, approved);
        }

        private Party asApproved() {
            return new Party(person, answer, guests, arrival, company, true);
        }
    }

    private @Nullable Integer capacity;
    private final Rules rules;
    private final Map<PersonId, Party> parties = new LinkedHashMap<>();
    private final List<Party> changed = new ArrayList<>();
    private final List<Party> promoted = new ArrayList<>();
    private final Set<PersonId> spoke = new HashSet<>();

    Seating(@Nullable Integer capacity, List<Party> parties) {
        this(Rules.of(capacity), parties);
    }

    Seating(Rules rules, List<Party> parties) {
        this.rules = rules;
        this.capacity = rules.capacity();
        parties.forEach(party -> this.parties.put(party.person(), party));
    }

    /**
     * Records an answer. Saying the same again changes nothing.
     *
     * @throws InvalidInput when the party can never fit, or somebody seated wants more seats than are free
     */
    void answer(PersonId person, Answer answer, int guests) {
        answer(person, answer, guests, null, false);
    }

    /**
     * Records an answer. Saying the same again changes nothing.
     *
     * @param company whom they stand for; null for nobody
     * @param trusted needs no approval: whoever organises or hosts
     * @throws InvalidInput when the party can never fit, or somebody seated wants more seats than are free
     */
    void answer(PersonId person, Answer answer, int guests, @Nullable OrganisationId company, boolean trusted) {
        InvalidInput.check()
                .that(guests >= 0 && guests <= MAX_GUESTS, "guests", Message.of("meetings.error.guests", MAX_GUESTS))
                .orThrow();
        int comingAlong = answer == Answer.YES ? guests : 0;
        Party before = parties.get(person);
        if (before != null && before.says(answer, comingAlong)) {
            return;
        }
        boolean approved =
                !rules.approval() || trusted || (before != null && before.answer() == Answer.YES && before.approved());
        Party wished = new Party(person, answer, comingAlong, null, company, approved);
        Party party = answer == Answer.YES ? coming(wished, before) : new Party(person, answer, 0, null, company, true);
        spoke.add(person);
        set(party);
        promote();
    }

    /** Forgets what somebody said, as if they had never answered. */
    void withdraw(PersonId person) {
        if (parties.remove(person) != null) {
            promote();
        }
    }

    /**
     * Sets another number of seats.
     *
     * @throws InvalidInput when more people have seats already
     */
    void resize(@Nullable Integer seats) {
        InvalidInput.check()
                .that(
                        seats == null || seats >= taken(),
                        "capacity",
                        Message.of("meetings.error.capacity-taken", taken()))
                .orThrow();
        capacity = seats;
        promote();
    }

    int taken() {
        return parties.values().stream()
                .filter(Party::isSeated)
                .mapToInt(Party::size)
                .sum();
    }

    @Nullable
    Party partyOf(PersonId person) {
        return parties.get(person);
    }

    /** The parties whose state differs from what was loaded. */
    List<Party> changed() {
        return List.copyOf(changed);
    }

    /** Whether what changed for this person is what they said, and not only a seat given to them. */
    boolean spoke(PersonId person) {
        return spoke.contains(person);
    }

    /** Those who waited and now have their seats. */
    List<Party> promoted() {
        return List.copyOf(promoted);
    }

    /** 1 for the first who waits; null for somebody who does not. */
    @Nullable
    Integer positionOf(PersonId person) {
        List<Party> queue = queue();
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i).person().equals(person)) {
                return i + 1;
            }
        }
        return null;
    }

    private Party coming(Party wished, @Nullable Party before) {
        Integer perCompany = rules.perCompany();
        InvalidInput.check()
                .that(
                        perCompany == null || wished.company() == null || wished.size() <= perCompany,
                        "guests",
                        Message.of("meetings.error.per-company", Objects.requireNonNullElse(perCompany, 0)))
                .that(
                        capacity == null || wished.size() <= capacity,
                        "guests",
                        Message.of("meetings.error.party-too-large", Objects.requireNonNullElse(capacity, 0)))
                .orThrow();
        if (before != null && before.isSeated()) {
            int more = wished.size() - before.size();
            int seats = Math.min(free(), freeFor(wished));
            InvalidInput.check()
                    .that(more <= seats, "guests", Message.of("meetings.error.guests-no-seats", seats))
                    .orThrow();
            return wished;
        }
        if (wished.approved() && fits(wished)) {
            return wished;
        }
        Long arrival = before == null || before.arrival() == null ? nextArrival() : before.arrival();
        return new Party(wished.person(), Answer.YES, wished.guests(), arrival, wished.company(), wished.approved());
    }

    /** The organiser's word: who was not approved gets seats when some are free. */
    void approve(PersonId person) {
        Party party = parties.get(person);
        if (party != null && party.isWaiting() && !party.approved()) {
            set(party.asApproved());
            promote();
        }
    }

    /** Approval is no longer wanted. */
    void approveAll() {
        queue().stream().filter(party -> !party.approved()).forEach(party -> set(party.asApproved()));
        promote();
    }

    private boolean fits(Party party) {
        return party.size() <= free() && party.size() <= freeFor(party);
    }

    /** Seats that the party's company may still take, without those that the party itself has. */
    private int freeFor(Party party) {
        Integer most = rules.perCompany();
        if (most == null || party.company() == null) {
            return Integer.MAX_VALUE;
        }
        return most
                - parties.values().stream()
                        .filter(other -> other.isSeated() && party.company().equals(other.company()))
                        .mapToInt(Party::size)
                        .sum();
    }

    private void promote() {
        for (Party party : queue()) {
            if (party.approved() && fits(party)) {
                Party seated = party.seated();
                set(seated);
                promoted.add(seated);
            }
        }
    }

    private void set(Party party) {
        parties.put(party.person(), party);
        changed.removeIf(other -> other.person().equals(party.person()));
        changed.add(party);
    }

    private int free() {
        return capacity == null ? Integer.MAX_VALUE : capacity - taken();
    }

    private long nextArrival() {
        return queue().stream()
                        .mapToLong(party -> Objects.requireNonNull(party.arrival()))
                        .max()
                        .orElse(0)
                + 1;
    }

    private List<Party> queue() {
        return parties.values().stream()
                .filter(Party::isWaiting)
                .sorted((a, b) ->
                        Long.compare(Objects.requireNonNull(a.arrival()), Objects.requireNonNull(b.arrival())))
                .toList();
    }
}
