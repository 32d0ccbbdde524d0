package org.convive.newsletter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
    private static final Block RIVER = Block.text("The river", "It is low.");
    private static final Block HELP = Block.text("Can you help?", "A second spectrophotometer.");
    private static final Block WELCOME = Block.text("Welcome", "Ateliers Vitrelune.");
    private static final Draft BASE = draft(RIVER, HELP, WELCOME);

    @Test
    void whatOnlyOneChangedIsTakenFromThem() {
        Draft mine = draft(RIVER, worded(HELP, "Two of them."), WELCOME);
        assertThat(Merge.of(BASE, mine, BASE).draft()).isEqualTo(mine);
        assertThat(Merge.of(BASE, BASE, mine).draft()).isEqualTo(mine);
        assertThat(Merge.of(BASE, mine, mine).draft()).isEqualTo(mine);
    }

    @Test
    void changesInDifferentPlacesOfOneTextAreJoined() {
        Draft mine = draft(worded(RIVER, "It is very low."), HELP, WELCOME);
        Draft theirs = draft(worded(RIVER, "It is low. We wait for rain."), HELP, WELCOME);
        Merge.Merged merged = Merge.of(BASE, mine, theirs);
        assertThat(merged.draft().blocks().getFirst().body()).isEqualTo("It is very low. We wait for rain.");
        assertThat(merged.clashes()).isEmpty();
    }

    @Test
    void theSameWordsChangedByBothAreToldAndMineStand() {
        Draft mine = draft(worded(RIVER, "It is high."), HELP, WELCOME);
        Draft theirs = draft(worded(RIVER, "It is gone."), HELP, WELCOME);
        Merge.Merged merged = Merge.of(BASE, mine, theirs);
        assertThat(merged.draft().blocks().getFirst().body()).isEqualTo("It is high.");
        assertThat(merged.clashes()).containsExactly(new Merge.Clash(RIVER.id(), "body", "It is gone."));
    }

    @Test
    void aBlockThatOneRemovedAndTheOtherChangedStays() {
        Draft mine = draft(RIVER, WELCOME);
        Draft theirs = draft(RIVER, worded(HELP, "Three of them."), WELCOME);
        assertThat(Merge.of(BASE, mine, theirs).draft().blocks())
                .containsExactly(RIVER, worded(HELP, "Three of them."), WELCOME);
        assertThat(Merge.of(BASE, theirs, mine).draft().blocks())
                .containsExactly(RIVER, worded(HELP, "Three of them."), WELCOME);
        assertThat(Merge.of(BASE, mine, BASE).draft().blocks()).containsExactly(RIVER, WELCOME);
    }

    @Test
    void aNewBlockStandsWhereItsWriterPutItThoughTheOtherMovedEverything() {
        Block mine = Block.text("New", "");
        Block theirs = Block.text("Also new", "");
        Draft moved = draft(WELCOME, HELP, theirs, RIVER);
        Draft added = draft(RIVER, mine, HELP, WELCOME);
        assertThat(Merge.of(BASE, added, moved).draft().blocks()).containsExactly(WELCOME, HELP, theirs, RIVER, mine);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverTwoPeopleDoNoWordsOfEitherAreLost(long seed) {
        var chance = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Draft mine = changed(BASE, chance, "m" + round);
            Draft theirs = changed(BASE, chance, "t" + round);
            Merge.Merged merged = Merge.of(BASE, mine, theirs);
            assertThat(merged.draft().blocks().stream().map(Block::id)).doesNotHaveDuplicates();
            for (Draft side : List.of(mine, theirs)) {
                for (Block block : side.blocks()) {
                    boolean changed = BASE.blocks().stream().noneMatch(block::equals);
                    String here = merged.draft().blocks().stream()
                            .filter(other -> other.id().equals(block.id()))
                            .map(Block::body)
                            .findFirst()
                            .orElse("");
                    boolean told = merged.clashes().stream()
                            .anyMatch(clash -> clash.block().equals(block.id())
                                    && clash.theirs().equals(block.body()));
                    if (changed) {
                        assertThat(told || here.contains(mark(block.body())))
                                .as("%s of %s and %s", block, mine, theirs)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** The word that a side wrote. */
    private static String mark(String body) {
        return body.replaceAll(".*?([mt]\\d+x\\d+).*", "$1");
    }

    private static Draft changed(Draft draft, Random chance, String mark) {
        List<Block> blocks = new ArrayList<>(draft.blocks());
        int deeds = 1 + chance.nextInt(3);
        for (int i = 0; i < deeds; i++) {
            int at = blocks.isEmpty() ? 0 : chance.nextInt(blocks.size());
            switch (chance.nextInt(4)) {
                case 0 -> blocks.add(at, Block.text("New", mark + "x" + i));
                case 1 -> {
                    if (!blocks.isEmpty()) {
                        blocks.remove(at);
                    }
                }
                case 2 -> Collections.shuffle(blocks, chance);
                default -> {
                    if (!blocks.isEmpty()) {
                        Block block = blocks.get(at);
                        boolean end = chance.nextBoolean();
                        String body = BASE.blocks().stream()
                                .filter(other -> other.id().equals(block.id()))
                                .map(Block::body)
                                .findFirst()
                                .orElse("");
                        String word = mark + "x" + i;
                        blocks.set(at, worded(block, end ? body + " " + word : word + " " + body));
                    }
                }
            }
        }
        return draft.with(blocks);
    }

    private static Block worded(Block block, String body) {
        return block.with(new Block.Words(block.title(), body, block.more(), block.alt()));
    }

    private static Draft draft(Block... blocks) {
        return new Draft("Letter", "Dear neighbours", Locale.ENGLISH, List.of(blocks));
    }
}
