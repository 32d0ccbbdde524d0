package org.convive.newsletter.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Brings two people's changes of one draft together, part by part. A block that one removed while the other changed it
 * stays. Changes in different places of one text are joined; where both changed the same words, mine stand and theirs
 * are told, so that a person decides.
 */
public final class Merge {
    private final List<Clash> clashes = new ArrayList<>();

    private Merge() {}

    /**
     * The same words were changed by both.
     *
     * @param block its id; empty for the opening
     * @param field which of its texts
     * @param theirs what the other one wrote
     */
    public record Clash(String block, String field, String theirs) {}

    /** What came out, and where both had changed the same words. */
    public record Merged(Draft draft, List<Clash> clashes) {}

    /**
     * @param base what both began with
     * @param mine what I made of it
     * @param theirs what somebody else made of it meanwhile
     */
    public static Merged of(Draft base, Draft mine, Draft theirs) {
        var merge = new Merge();
        Map<String, Block> before = byId(base.blocks());
        Map<String, Block> my = byId(mine.blocks());
        Map<String, Block> their = byId(theirs.blocks());
        Map<String, Block> alive = new LinkedHashMap<>();
        for (Block block : mine.blocks()) {
            Block was = before.get(block.id());
            Block other = their.get(block.id());
            if (other != null) {
                alive.put(block.id(), merge.block(was == null ? other : was, block, other));
            } else if (was == null || !was.equals(block)) {
                alive.put(block.id(), block);
            }
        }
        for (Block block : theirs.blocks()) {
            Block was = before.get(block.id());
            if (!my.containsKey(block.id()) && (was == null || !was.equals(block))) {
                alive.put(block.id(), block);
            }
        }
        List<Block> order = order(base, mine, theirs, alive);
        var draft = new Draft(
                merge.field("", "title", base.title(), mine.title(), theirs.title()),
                merge.field("", "introduction", base.introduction(), mine.introduction(), theirs.introduction()),
                pick(base.language(), mine.language(), theirs.language()),
                order,
                new Draft.Opening(
                        merge.field(
                                "",
                                "translated.title",
                                base.translated().title(),
                                mine.translated().title(),
                                theirs.translated().title()),
                        merge.field(
                                "",
                                "translated.introduction",
                                base.translated().introduction(),
                                mine.translated().introduction(),
                                theirs.translated().introduction())));
        return new Merged(draft, List.copyOf(merge.clashes));
    }

    private Block block(Block base, Block mine, Block theirs) {
        return new Block(
                mine.id(),
                mine.kind(),
                field(mine.id(), "title", base.title(), mine.title(), theirs.title()),
                field(mine.id(), "body", base.body(), mine.body(), theirs.body()),
                field(mine.id(), "more", base.more(), mine.more(), theirs.more()),
                field(mine.id(), "alt", base.alt(), mine.alt(), theirs.alt()),
                pick(base.decorative(), mine.decorative(), theirs.decorative()),
                field(mine.id(), "link", base.link(), mine.link(), theirs.link()),
                pickOrNone(base.thing(), mine.thing(), theirs.thing()),
                pickOrNone(base.picture(), mine.picture(), theirs.picture()),
                pick(base.answers(), mine.answers(), theirs.answers()),
                words(mine.id(), base.translated(), mine.translated(), theirs.translated()));
    }

    private Block.Words words(String id, Block.Words base, Block.Words mine, Block.Words theirs) {
        Function<Function<Block.Words, String>, String[]> three =
                part -> new String[] {part.apply(base), part.apply(mine), part.apply(theirs)};
        return new Block.Words(
                field(id, "translated.title", three.apply(Block.Words::title)),
                field(id, "translated.body", three.apply(Block.Words::body)),
                field(id, "translated.more", three.apply(Block.Words::more)),
                field(id, "translated.alt", three.apply(Block.Words::alt)));
    }

    private String field(String block, String field, String... three) {
        String base = three[0];
        String mine = three[1];
        String theirs = three[2];
        if (mine.equals(theirs) || theirs.equals(base)) {
            return mine;
        }
        if (mine.equals(base)) {
            return theirs;
        }
        String joined = joined(base, mine, theirs);
        if (joined != null) {
            return joined;
        }
        clashes.add(new Clash(block, field, theirs));
        return mine;
    }

    /** Both changes, when they are in different places of the text; null when they touch. */
    private static @Nullable String joined(String base, String mine, String theirs) {
        Change my = Change.between(base, mine);
        Change their = Change.between(base, theirs);
        Change first = my.from <= their.from ? my : their;
        Change second = first == my ? their : my;
        if (first.to >= second.from) {
            return null;
        }
        return base.substring(0, first.from)
                + first.put
                + base.substring(first.to, second.from)
                + second.put
                + base.substring(second.to);
    }

    private static <T> T pick(T base, T mine, T theirs) {
        return mine.equals(base) ? theirs : mine;
    }

    private static @Nullable Long pickOrNone(@Nullable Long base, @Nullable Long mine, @Nullable Long theirs) {
        return Objects.equals(mine, base) ? theirs : mine;
    }

    /** The order of whoever changed it, mine when both did; what only the other one has follows its neighbour there. */
    private static List<Block> order(Draft base, Draft mine, Draft theirs, Map<String, Block> alive) {
        List<String> my = ids(mine);
        List<String> their = ids(theirs);
        boolean iMoved = !common(my, ids(base)).equals(common(ids(base), my));
        List<String> leading = iMoved ? my : their;
        List<String> following = iMoved ? their : my;
        List<String> order = new ArrayList<>(common(leading, List.copyOf(alive.keySet())));
        for (int i = 0; i < following.size(); i++) {
            String id = following.get(i);
            if (alive.containsKey(id) && !order.contains(id)) {
                int place = 0;
                for (int before = i - 1; before >= 0; before--) {
                    int at = order.indexOf(following.get(before));
                    if (at >= 0) {
                        place = at + 1;
                        break;
                    }
                }
                order.add(place, id);
            }
        }
        return order.stream().map(id -> Objects.requireNonNull(alive.get(id))).toList();
    }

    /** Those of the first list that are in the second, in the order of the first. */
    private static List<String> common(List<String> first, List<String> second) {
        Set<String> known = new HashSet<>(second);
        return first.stream().filter(known::contains).toList();
    }

    private static List<String> ids(Draft draft) {
        return draft.blocks().stream().map(Block::id).toList();
    }

    private static Map<String, Block> byId(List<Block> blocks) {
        Map<String, Block> byId = new LinkedHashMap<>();
        blocks.forEach(block -> byId.put(block.id(), block));
        return byId;
    }

    /** One stretch of the base that was replaced. */
    private record Change(int from, int to, String put) {
        static Change between(String base, String now) {
            int most = Math.min(base.length(), now.length());
            int start = 0;
            while (start < most && base.charAt(start) == now.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < most - start && base.charAt(base.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
                end++;
            }
            return new Change(start, base.length() - end, now.substring(start, now.length() - end));
        }
    }
}
