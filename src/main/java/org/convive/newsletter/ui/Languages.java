package org.convive.newsletter.ui;

import java.util.List;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.writing.Merge;

/** Small changes of a whole draft. */
final class Languages {
    private Languages() {}

    /** The second language becomes the first one and the first the second. */
    static Draft swapped(Draft draft) {
        return new Draft(
                draft.translated().title(),
                draft.translated().introduction(),
                draft.secondLanguage(),
                draft.blocks().stream()
                        .map(block -> block.with(block.translated()).translated(block.words()))
                        .toList(),
                new Draft.Opening(draft.title(), draft.introduction()));
    }

    /** The draft with what the other one wrote. */
    static Draft replaced(Draft draft, Merge.Clash clash) {
        if (!clash.block().isEmpty()) {
            List<Block> blocks = draft.blocks().stream()
                    .map(block -> block.id().equals(clash.block()) ? replaced(block, clash) : block)
                    .toList();
            return draft.with(blocks);
        }
        Draft.Opening second = draft.translated();
        String theirs = clash.theirs();
        return switch (clash.field()) {
            case "title" -> new Draft(theirs, draft.introduction(), draft.language(), draft.blocks(), second);
            case "introduction" -> new Draft(draft.title(), theirs, draft.language(), draft.blocks(), second);
            case "translated.title" -> opening(draft, new Draft.Opening(theirs, second.introduction()));
            default -> opening(draft, new Draft.Opening(second.title(), theirs));
        };
    }

    private static Draft opening(Draft draft, Draft.Opening second) {
        return new Draft(draft.title(), draft.introduction(), draft.language(), draft.blocks(), second);
    }

    private static Block replaced(Block block, Merge.Clash clash) {
        String theirs = clash.theirs();
        if (clash.field().equals("link")) {
            return block.link(theirs);
        }
        boolean second = clash.field().startsWith("translated.");
        Block.Words words = second ? block.translated() : block.words();
        Block.Words other = switch (clash.field().replace("translated.", "")) {
            case "title" -> new Block.Words(theirs, words.body(), words.more(), words.alt());
            case "body" -> new Block.Words(words.title(), theirs, words.more(), words.alt());
            case "more" -> new Block.Words(words.title(), words.body(), theirs, words.alt());
            default -> new Block.Words(words.title(), words.body(), words.more(), theirs);
        };
        return second ? block.translated(other) : block.with(other);
    }
}
