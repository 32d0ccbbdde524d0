package org.convive.meetings.encounters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;

/** People who ask to be introduced, as a cluster would have them: trades, competences, neighbours, competitors. */
public final class IntroductionsBenchWorld {
    private static final int TRADES = 9;
    private static final int COMPETENCES = 60;
    private static final long MOVES_A_SECOND = 4_000_000;

    private IntroductionsBenchWorld() {}

    /** A line for each number of people; fails when a result is more than 5 % below the best known, or took 2 s. */
    public static String measure(int seconds) {
        var unused = MatchMaker.introduce(people(60), rivals(60), Set.of(), companiesMet(60));
        var lines = new StringBuilder(
                "introductions, worth of all pairs + 40 for a first + 20 for a second; more is better\n");
        boolean good = true;
        for (int number : new int[] {60, 200, 500}) {
            List<MatchMaker.Candidate> people = people(number);
            Set<Set<OrganisationId>> rivals = rivals(number);
            Set<Set<OrganisationId>> companiesMet = companiesMet(number);
            long began = System.nanoTime();
            long value = MatchSearch.value(MatchMaker.introduce(people, rivals, Set.of(), companiesMet));
            long millis = (System.nanoTime() - began) / 1_000_000;
            List<MatchMaker.Pair> possible = MatchMaker.possible(people, rivals, Set.of(), companiesMet);
            long bound = new MatchSearch(possible, 1).bound();
            long best = value;
            for (int seed = 100; seed < 103; seed++) {
                best = Math.max(
                        best, MatchSearch.value(new MatchSearch(possible, seed).search(seconds * MOVES_A_SECOND)));
            }
            double below = 100.0 * (best - value) / best;
            boolean fine = below <= 5 && millis < 2000;
            good &= fine;
            lines.append(String.format(
                    Locale.ROOT,
                    "%-42s worth %5d  bound %5d  best %5d  %.1f %% below the best, %.1f %% below the bound, %d ms%s%n",
                    number + " people who asked",
                    value,
                    bound,
                    best,
                    below,
                    100.0 * (bound - value) / bound,
                    millis,
                    fine ? "" : "  NOT GOOD ENOUGH"));
        }
        if (!good) {
            throw new IllegalStateException(lines.toString());
        }
        return lines.toString();
    }

    static List<MatchMaker.Candidate> people(int number) {
        var random = new Random(number);
        List<MatchMaker.Candidate> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int company = 1 + random.nextInt(Math.max(2, number / 2));
            var ofCompany = new Random(company);
            Set<String> offers = new HashSet<>();
            for (int c = ofCompany.nextInt(5); c > 0; c--) {
                offers.add("Competence " + ofCompany.nextInt(COMPETENCES));
            }
            String trade = ofCompany.nextInt(5) == 0 ? "" : "Trade " + ofCompany.nextInt(TRADES);
            double north = 49.5 + ofCompany.nextDouble();
            double east = 1 + ofCompany.nextDouble() * 1.5;
            Set<String> seeks = new HashSet<>();
            for (int c = random.nextInt(3); c > 0; c--) {
                seeks.add("Competence " + random.nextInt(COMPETENCES));
            }
            Set<PersonId> wants = random.nextInt(10) == 0 ? Set.of(new PersonId(1 + random.nextInt(number))) : Set.of();
            people.add(new MatchMaker.Candidate(
                    new PersonId(i + 1),
                    new OrganisationId(company),
                    "Company " + company,
                    trade,
                    Set.copyOf(offers),
                    Set.copyOf(seeks),
                    wants,
                    north,
                    east));
        }
        return people;
    }

    static Set<Set<OrganisationId>> rivals(int number) {
        return pairs(number, number + 1, number / 10);
    }

    /** A company has met eight others or so. */
    static Set<Set<OrganisationId>> companiesMet(int number) {
        return pairs(number, number + 2, number * 2);
    }

    private static Set<Set<OrganisationId>> pairs(int number, int seed, int pairs) {
        var random = new Random(seed);
        Set<Set<OrganisationId>> found = new HashSet<>();
        for (int i = 0; i < pairs; i++) {
            int one = 1 + random.nextInt(number / 2);
            int other = 1 + random.nextInt(number / 2);
            if (one != other) {
                found.add(Set.of(new OrganisationId(one), new OrganisationId(other)));
            }
        }
        return found;
    }
}
