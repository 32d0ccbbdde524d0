package org.convive.meetings.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings together what two people made of the same words: changes at different places are both taken; where both changed
 * the same words, both wordings stay, one after the other. Nothing that anybody wrote is lost.
 */
final class WordMerge {
    private static final Pattern TOKEN = Pattern.compile("\\s+|[^\\s]+");

    private WordMerge() {}

    /** @param bothKept whether some words were changed by both, so that a person should look at them */
    record Merged(String words, boolean bothKept) {}

    /** A stretch of the former tokens, from (included) to (excluded), and what takes its place. */
    private record Hunk(int from, int to, List<String> tokens) {}

    /**
     * @param base the words both began with
     * @param theirs what stands now
     * @param mine what the later writer wants
     */
    static Merged merge(String base, String theirs, String mine) {
        if (base.equals(theirs) || theirs.equals(mine)) {
            return new Merged(mine, false);
        }
        if (base.equals(mine)) {
            return new Merged(theirs, false);
        }
        List<String> former = tokens(base);
        List<Hunk> left = hunks(former, tokens(theirs));
        List<Hunk> right = hunks(former, tokens(mine));
        var words = new StringBuilder();
        boolean both = false;
        int at = 0;
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            Hunk one = l < left.size() ? left.get(l) : null;
            Hunk other = r < right.size() ? right.get(r) : null;
            if (one != null && other != null && touch(one, other)) {
                int from = Math.min(one.from(), other.from());
                int to = Math.max(one.to(), other.to());
                int firstLeft = l;
                int firstRight = r;
                boolean grew = true;
                while (grew) {
                    grew = false;
                    while (l < left.size() && left.get(l).from() <= to) {
                        to = Math.max(to, left.get(l++).to());
                        grew = true;
                    }
                    while (r < right.size() && right.get(r).from() <= to) {
                        to = Math.max(to, right.get(r++).to());
                        grew = true;
                    }
                }
                append(words, former, at, from);
                String theirWords = applied(former, left.subList(firstLeft, l), from, to);
                String myWords = applied(former, right.subList(firstRight, r), from, to);
                both |= !theirWords.strip().equals(myWords.strip());
                words.append(joined(theirWords, myWords));
                at = to;
            } else {
                Hunk next = other == null || (one != null && one.from() < other.from()) ? one : other;
                if (next == one) {
                    l++;
                } else {
                    r++;
                }
                Hunk hunk = java.util.Objects.requireNonNull(next);
                append(words, former, at, hunk.from());
                words.append(String.join("", hunk.tokens()));
                at = hunk.to();
            }
        }
        append(words, former, at, former.size());
        return new Merged(words.toString(), both);
    }

    private static boolean touch(Hunk one, Hunk other) {
        return one.from() <= other.to() && other.from() <= one.to();
    }

    private static String joined(String theirs, String mine) {
        if (theirs.strip().equals(mine.strip()) || mine.isBlank()) {
            return theirs;
        }
        if (theirs.isBlank()) {
            return mine;
        }
        boolean apart =
                Character.isWhitespace(theirs.charAt(theirs.length() - 1)) || Character.isWhitespace(mine.charAt(0));
        return apart ? theirs + mine : theirs + " " + mine;
    }

    private static String applied(List<String> former, List<Hunk> hunks, int from, int to) {
        var words = new StringBuilder();
        int at = from;
        for (Hunk hunk : hunks) {
            append(words, former, at, hunk.from());
            words.append(String.join("", hunk.tokens()));
            at = hunk.to();
        }
        append(words, former, at, to);
        return words.toString();
    }

    private static void append(StringBuilder words, List<String> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            words.append(tokens.get(i));
        }
    }

    private static List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(words);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** The differences, by the longest common subsequence of tokens. */
    private static List<Hunk> hunks(List<String> former, List<String> now) {
        int[][] common = new int[former.size() + 1][now.size() + 1];
        for (int i = former.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = former.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < former.size() || j < now.size()) {
            if (i < former.size() && j < now.size() && former.get(i).equals(now.get(j))) {
                i++;
                j++;
                continue;
            }
            int from = i;
            List<String> tokens = new ArrayList<>();
            while (i < former.size() || j < now.size()) {
                if (i < former.size() && j < now.size() && former.get(i).equals(now.get(j))) {
                    break;
                }
                if (j < now.size() && (i == former.size() || common[i][j + 1] >= common[i + 1][j])) {
                    tokens.add(now.get(j++));
                } else {
                    i++;
                }
            }
            hunks.add(new Hunk(from, i, List.copyOf(tokens)));
        }
        return hunks;
    }
}
