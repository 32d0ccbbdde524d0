package org.convive.meetings.encounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.Test;

class MatchSearchTest {
    /** Greedy takes the pair of 20 and leaves two people alone; the best choice joins each of them. */
    @Test
    void everybodyHasAFirstIntroductionBeforeAWeightyPairCounts() {
        List<MatchMaker.Pair> chosen =
                new MatchSearch(List.of(pair(1, 2, 20), pair(1, 3, 1), pair(2, 4, 1)), 1).search(10_000);
        assertThat(chosen).hasSize(3);
        assertThat(MatchSearch.value(chosen)).isEqualTo(22 + 4 * MatchSearch.FIRST + 2 * MatchSearch.SECOND);
    }

    @Test
    void theSearchIsNeverWorseThanItsStartNorBetterThanTheBoundAndNobodyHasMoreThanThree() {
        for (int number : new int[] {3, 7, 20, 60}) {
            List<MatchMaker.Pair> possible = MatchMaker.possible(
                    IntroductionsBenchWorld.people(number),
                    IntroductionsBenchWorld.rivals(number),
                    Set.of(),
                    IntroductionsBenchWorld.companiesMet(number));
            long start = MatchSearch.value(new MatchSearch(possible, 1).search(0));
            List<MatchMaker.Pair> chosen = new MatchSearch(possible, 1).search(20_000);
            assertThat(MatchSearch.value(chosen)).isBetween(start, new MatchSearch(possible, 1).bound());
            Map<PersonId, Integer> met = new HashMap<>();
            chosen.forEach(pair -> {
                met.merge(pair.one(), 1, Integer::sum);
                met.merge(pair.other(), 1, Integer::sum);
            });
            assertThat(met.values()).allMatch(times -> times <= MatchMaker.MOST);
            assertThat(chosen).doesNotHaveDuplicates();
        }
    }

    @Test
    void nobodyIsIntroducedWhenNothingIsPossible() {
        assertThat(new MatchSearch(List.of(), 1).search(1000)).isEmpty();
        assertThat(new MatchSearch(List.of(pair(1, 2, 5)), 1).search(1000)).hasSize(1);
    }

    private static MatchMaker.Pair pair(long one, long other, int weight) {
        return new MatchMaker.Pair(new PersonId(one), new PersonId(other), MatchMaker.Reason.NEW, "", null, weight);
    }
}
