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
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has seats at a meeting and who waits for them. A party is a person with their guests and sits together. Whoever
 * waits is seated in order of arrival; a party too large for the free seats is passed over but keeps its place.
 */
final class Seating {
    static final int MAX_GUESTS = 5;

    /** @param arrival the place in the order of arrival of somebody who waits for seats; null for all others */
    record Party(
            PersonId person,
            Answer answer,
            int guests,
            @Nullable Long arrival) {
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
            return new Party(person, answer, guests, null);
        }
    }

    private @Nullable Integer capacity;
    private final Map<PersonId, Party> parties = new LinkedHashMap<>();
    private final List<Party> changed = new ArrayList<>();
    private final List<Party> promoted = new ArrayList<>();
    private final Set<PersonId> spoke = new HashSet<>();

    Seating(@Nullable Integer capacity, List<Party> parties) {
        this.capacity = capacity;
        parties.forEach(party -> this.parties.put(party.person(), party));
    }

    /**
     * Records an answer. Saying the same again changes nothing.
     *
     * @throws InvalidInput when the party can never fit, or somebody seated wants more seats than are free
     */
    void answer(PersonId person, Answer answer, int guests) {
        InvalidInput.check()
                .that(guests >= 0 && guests <= MAX_GUESTS, "guests", Message.of("meetings.error.guests", MAX_GUESTS))
                .orThrow();
        int comingAlong = answer == Answer.YES ? guests : 0;
        Party before = parties.get(person);
        if (before != null && before.says(answer, comingAlong)) {
            return;
        }
        Party party = answer == Answer.YES ? coming(person, comingAlong, before) : new Party(person, answer, 0, null);
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

    private Party coming(PersonId person, int guests, @Nullable Party before) {
        Party wished = new Party(person, Answer.YES, guests, null);
        InvalidInput.check()
                .that(
                        capacity == null || wished.size() <= capacity,
                        "guests",
                        Message.of("meetings.error.party-too-large", Objects.requireNonNullElse(capacity, 0)))
                .orThrow();
        if (before != null && before.isSeated()) {
            int more = wished.size() - before.size();
            InvalidInput.check()
                    .that(more <= free(), "guests", Message.of("meetings.error.guests-no-seats", free()))
                    .orThrow();
            return wished;
        }
        if (wished.size() <= free()) {
            return wished;
        }
        Long arrival = before == null || before.arrival() == null ? nextArrival() : before.arrival();
        return new Party(person, Answer.YES, guests, arrival);
    }

    private void promote() {
        for (Party party : queue()) {
            if (party.size() <= free()) {
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
