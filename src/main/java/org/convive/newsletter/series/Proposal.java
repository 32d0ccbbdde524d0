package org.convive.newsletter.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the next letter could tell.
 *
 * @param lastLetter when the last one left; null before the first
 * @param proposed in the order in which the letter tells it
 * @param others found too, but not proposed: told before, or less weighty
 * @param news what members sent
 */
public record Proposal(
        BlockSource.Period period,
        @Nullable Instant lastLetter,
        List<Candidate> proposed,
        List<Candidate> others,
        List<NewsDesk.News> news) {
    private static final int QUIET = 3;
    private static final int WEIGHTY = 30;
    private static final Map<Topic, Integer> MOST = new EnumMap<>(Map.of(
            Topic.COMING,
            4,
            Topic.OPEN,
            3,
            Topic.DECIDED,
            3,
            Topic.HAPPENED,
            2,
            Topic.WELCOME,
            3,
            Topic.MEANS,
            2,
            Topic.WANTED,
            3));

    /** How much there is to tell; that single people joined is nice to say but makes no letter. */
    public int weighty() {
        return news.size()
                + (int) proposed.stream()
                        .filter(candidate -> candidate.weight() >= WEIGHTY)
                        .count();
    }

    /** Whether there is so little to tell that one may as well wait for the next month. */
    public boolean isQuiet() {
        return weighty() < QUIET;
    }

    /**
     * Chooses: of each topic the weightiest that no recent letter told; what is coming stands by its day.
     *
     * @param told things that recent letters showed already, as {@link #key}
     */
    static Proposal of(
            BlockSource.Period period,
            @Nullable Instant lastLetter,
            List<Candidate> candidates,
            Set<String> told,
            List<NewsDesk.News> news) {
        Map<Topic, List<Candidate>> byTopic = candidates.stream()
                .collect(
                        Collectors.groupingBy(Candidate::topic, () -> new EnumMap<>(Topic.class), Collectors.toList()));
        List<Candidate> proposed = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        Set<String> decided = byTopic.getOrDefault(Topic.DECIDED, List.of()).stream()
                .map(Proposal::key)
                .collect(Collectors.toSet());
        byTopic.forEach((topic, all) -> {
            List<Candidate> chosen = all.stream()
                    // What a meeting decided tells that it took place.
                    .filter(candidate -> topic != Topic.HAPPENED || !decided.contains(key(candidate)))
                    .filter(candidate -> isNewsAgain(topic) || !told.contains(key(candidate)))
                    .sorted(Comparator.comparingInt(Candidate::weight)
                            .reversed()
                            .thenComparing(Candidate::at)
                            .thenComparingLong(Candidate::thing))
                    .limit(MOST.getOrDefault(topic, 2))
                    .sorted(Comparator.comparing(Candidate::at).thenComparingLong(Candidate::thing))
                    .toList();
            proposed.addAll(chosen);
            all.stream()
                    .filter(candidate -> !chosen.contains(candidate))
                    .sorted(Comparator.comparing(Candidate::at))
                    .forEach(others::add);
        });
        return new Proposal(period, lastLetter, List.copyOf(proposed), List.copyOf(others), news);
    }

    /** What was decided in a meeting, or came free in it, is news although the meeting was told of before. */
    private static boolean isNewsAgain(Topic topic) {
        return topic == Topic.DECIDED || topic == Topic.OPEN;
    }

    /** Names a candidate on a page and among what was told before. */
    public static String key(Candidate candidate) {
        return candidate.kind() + ":" + candidate.thing();
    }
}
