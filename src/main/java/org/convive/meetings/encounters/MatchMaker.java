package org.convive.meetings.encounters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is introduced to whom: everybody two or three people, each with a reason, never a colleague, never of a
 * company that either company does not want to be introduced to. Companies that have met are introduced again only for
 * two people to each of whom nobody else is left. The objective is stated in the decision record
 * "introductions".
 */
final class MatchMaker {
    static final int MOST = 3;
    static final long MOVES = 300_000;

    private static final int WANTED = 12;
    private static final int NEED = 8;
    private static final int COMPLEMENT = 3;
    private static final int NEAR = 2;
    private static final int NEW = 1;
    private static final double NEAR_KILOMETRES = 20;

    private MatchMaker() {}

    /**
     * Somebody who wants to be introduced.
     *
     * @param trade of their company; empty when it says none
     * @param offers what their company can do
     * @param seeks what they look for
     * @param wants people they said they would like to meet
     */
    record Candidate(
            PersonId person,
            @Nullable OrganisationId organisation,
            String organisationName,
            String trade,
            Set<String> offers,
            Set<String> seeks,
            Set<PersonId> wants,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Why two people should meet. */
    enum Reason {
        /** One of them asked to meet the other. */
        WANTED,
        /** What one looks for, the other's company does. */
        NEED,
        /** Their trades complement each other. */
        COMPLEMENT,
        /** Their companies are neighbours. */
        NEAR,
        /** They have not met. */
        NEW
    }

    /**
     * Two people with the reason.
     *
     * @param detail the competence, or the trades
     * @param seeker who looks for it; null when it goes both ways
     */
    record Pair(
            PersonId one,
            PersonId other,
            Reason reason,
            String detail,
            @Nullable PersonId seeker,
            int weight) {}

    /**
     * Who is introduced to whom, the weightiest first.
     *
     * @param rivals companies that are never introduced to each other, whoever of the two said so
     * @param met pairs of people who were introduced or shared a table before
     * @param companiesMet pairs of companies of which people were
     */
    static List<Pair> introduce(
            List<Candidate> candidates,
            Set<Set<OrganisationId>> rivals,
            Set<Set<PersonId>> met,
            Set<Set<OrganisationId>> companiesMet) {
        return new MatchSearch(possible(candidates, rivals, met, companiesMet), 1).search(MOVES);
    }

    /**
     * Every pair that may be introduced, the weightiest first. Companies that have met are among them only for people
     * who would be left alone otherwise, both of them, so that they take no place from any who have not.
     */
    static List<Pair> possible(
            List<Candidate> candidates,
            Set<Set<OrganisationId>> rivals,
            Set<Set<PersonId>> met,
            Set<Set<OrganisationId>> companiesMet) {
        List<Pair> possible = new ArrayList<>();
        List<Pair> again = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = i + 1; j < candidates.size(); j++) {
                Candidate one = candidates.get(i);
                Candidate other = candidates.get(j);
                if (allowed(one, other, rivals) && !met.contains(Set.of(one.person(), other.person()))) {
                    boolean companiesKnow = know(one, other, companiesMet);
                    (companiesKnow ? again : possible).add(pair(one, other, companiesKnow));
                }
            }
        }
        Set<PersonId> served = new HashSet<>();
        possible.forEach(pair -> served.addAll(List.of(pair.one(), pair.other())));
        again.stream()
                .filter(pair -> !served.contains(pair.one()) && !served.contains(pair.other()))
                .forEach(possible::add);
        possible.sort(Comparator.comparingInt(Pair::weight)
                .reversed()
                .thenComparing(pair -> pair.one().value())
                .thenComparing(pair -> pair.other().value()));
        return possible;
    }

    private static boolean allowed(Candidate one, Candidate other, Set<Set<OrganisationId>> rivals) {
        OrganisationId first = one.organisation();
        OrganisationId second = other.organisation();
        if (first == null || second == null) {
            return true;
        }
        return !first.equals(second) && !rivals.contains(Set.of(first, second));
    }

    private static boolean know(Candidate one, Candidate other, Set<Set<OrganisationId>> companiesMet) {
        OrganisationId first = one.organisation();
        OrganisationId second = other.organisation();
        return first != null && second != null && companiesMet.contains(Set.of(first, second));
    }

    private static Pair pair(Candidate one, Candidate other, boolean companiesKnow) {
        int weight = companiesKnow ? 0 : NEW * 2;
        Reason reason = Reason.NEW;
        String detail = "";
        PersonId seeker = null;
        if (near(one, other)) {
            weight += NEAR;
            reason = Reason.NEAR;
        }
        if (!one.trade().isEmpty() && !other.trade().isEmpty() && !one.trade().equalsIgnoreCase(other.trade())) {
            weight += COMPLEMENT;
            reason = Reason.COMPLEMENT;
            detail = one.trade() + " · " + other.trade();
        }
        String forOne = first(one.seeks(), other.offers());
        String forOther = first(other.seeks(), one.offers());
        if (!forOne.isEmpty() || !forOther.isEmpty()) {
            weight += (forOne.isEmpty() ? 0 : NEED) + (forOther.isEmpty() ? 0 : NEED);
            reason = Reason.NEED;
            detail = forOne.isEmpty() ? forOther : forOne;
            seeker = forOne.isEmpty() ? other.person() : one.person();
        }
        boolean oneWants = one.wants().contains(other.person());
        if (oneWants || other.wants().contains(one.person())) {
            weight += WANTED;
            reason = Reason.WANTED;
            detail = "";
            seeker = oneWants ? one.person() : other.person();
        }
        boolean ordered = one.person().value() < other.person().value();
        return new Pair(
                ordered ? one.person() : other.person(),
                ordered ? other.person() : one.person(),
                reason,
                detail,
                seeker,
                weight);
    }

    private static String first(Set<String> seeks, Set<String> offers) {
        return seeks.stream().filter(offers::contains).sorted().findFirst().orElse("");
    }

    /** By the distance on a sphere, which is good enough for neighbours. */
    private static boolean near(Candidate one, Candidate other) {
        if (one.latitude() == null
                || one.longitude() == null
                || other.latitude() == null
                || other.longitude() == null) {
            return false;
        }
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        return 6371 * Math.sqrt(north * north + east * east) <= NEAR_KILOMETRES;
    }
}
