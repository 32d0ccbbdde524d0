package org.convive.newsletter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Markdown;

/**
 * What a writer has written so far.
 *
 * @param introduction Markdown
 * @param language the language it is written in
 */
public record Draft(String title, String introduction, Locale language, List<Block> blocks) {
    static final int MAX_BLOCKS = 60;
    private static final int TITLE = 200;
    private static final int SHORT = 500;
    private static final int LONG = 10_000;

    /** What may be kept: unfinished is fine, too long is not. */
    void requireKeepable() {
        var check = InvalidInput.check()
                .atMost(title, TITLE, "title")
                .atMost(introduction, LONG, "introduction")
                .that(
                        blocks.size() <= MAX_BLOCKS,
                        "blocks",
                        Message.of("newsletter.error.too-many-blocks", MAX_BLOCKS));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            check.atMost(block.title(), TITLE, "blocks." + i + ".title")
                    .atMost(block.body(), LONG, "blocks." + i + ".body")
                    .atMost(block.alt(), SHORT, "blocks." + i + ".alt");
        }
        check.orThrow();
    }

    /** What may go to readers. */
    void requireFinished() {
        var check = InvalidInput.check()
                .that(!title.isBlank(), "title", Message.of("newsletter.error.title"))
                .that(
                        !introduction.isBlank() || !blocks.isEmpty(),
                        "introduction",
                        Message.of("newsletter.error.nothing-written"));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean filled = switch (block.kind()) {
                case TEXT -> !block.title().isBlank() || !block.body().isBlank();
                case IMAGE -> block.picture() != null;
                case MEETING, MEANS, ORGANISATION -> block.thing() != null;
            };
            check.that(filled, "blocks." + i, Message.of("newsletter.error.empty-block"));
            check.that(
                    block.kind() != Block.Kind.IMAGE || !block.alt().isBlank(),
                    "blocks." + i + ".alt",
                    Message.of("newsletter.error.alt"));
        }
        check.orThrow();
    }

    int words() {
        return (int) Stream.concat(
                        Stream.of(title, introduction),
                        blocks.stream().flatMap(block -> Stream.of(block.title(), block.body())))
                .flatMap(text -> Arrays.stream(Markdown.text(text).split("\\s+")))
                .filter(word -> !word.isEmpty())
                .count();
    }
}
