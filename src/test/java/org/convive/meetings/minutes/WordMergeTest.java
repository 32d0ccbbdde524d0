package org.convive.meetings.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordMergeTest {
    @Test
    void changesAtDifferentPlacesAreBothTaken() {
        var merged = WordMerge.merge("We buy one oven.", "We buy one electric oven.", "Together we buy one oven.");
        assertThat(merged.words()).isEqualTo("Together we buy one electric oven.");
        assertThat(merged.bothKept()).isFalse();
    }

    @Test
    void changesOfTheSameWordsBothStay() {
        var merged = WordMerge.merge("Until March.", "Until April.", "Until May.");
        assertThat(merged.words()).contains("April.", "May.");
        assertThat(merged.bothKept()).isTrue();
    }

    @Test
    void whatOnlyOnePersonChangedIsTakenAsItIs() {
        assertThat(WordMerge.merge("a b", "a b", "a c").words()).isEqualTo("a c");
        assertThat(WordMerge.merge("a b", "a c", "a b").words()).isEqualTo("a c");
        assertThat(WordMerge.merge("a b", "a c", "a c").words()).isEqualTo("a c");
        assertThat(WordMerge.merge("", "a", "b").words()).contains("a", "b");
    }

    @Test
    void twoAdditionsAtTheEndBothStay() {
        var merged = WordMerge.merge("Gas is dear.", "Gas is dear. Ask Paul.", "Gas is dear. Ask Anna.");
        assertThat(merged.words()).contains("Paul.", "Anna.").startsWith("Gas is dear.");
    }

    /** Two people change the same text at random: every word that either added is in the result. */
    @Test
    void nothingThatAnybodyWroteIsLost() {
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            List<String> base = new ArrayList<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                base.add("w" + random.nextInt(5));
            }
            String theirs = changed(base, random, "t");
            String mine = changed(base, random, "m");
            String merged =
                    WordMerge.merge(String.join(" ", base), theirs, mine).words();
            List<String> words = Arrays.asList(merged.split("\\s+"));
            for (String word : (theirs + " " + mine).split("\\s+")) {
                if (word.startsWith("t") || word.startsWith("m")) {
                    assertThat(words)
                            .as("seed %d: %s | %s | %s", seed, base, theirs, mine)
                            .contains(word);
                }
            }
            long kept = words.stream().filter(word -> word.startsWith("w")).count();
            assertThat(kept).isLessThanOrEqualTo(2L * base.size());
        }
    }

    private static String changed(List<String> base, Random random, String who) {
        List<String> words = new ArrayList<>(base);
        int number = 0;
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(words.size() + 1);
            if (random.nextBoolean() || at == words.size()) {
                words.add(at, who + number++);
            } else if (random.nextBoolean()) {
                words.set(at, who + number++);
            } else if (words.get(at).startsWith("w")) {
                words.remove(at);
            }
        }
        return String.join(" ", words);
    }
}
