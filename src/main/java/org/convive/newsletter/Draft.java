package org.convive.newsletter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;

/**
 * What the writers have written so far, in one language or in both.
 *
 * @param introduction Markdown
 * @param language the language it is written in first
 * @param translated title and introduction in the other language; without a title there is no edition in it
 */
public record Draft(String title, String introduction, Locale language, List<Block> blocks, Opening translated) {
    static final int MAX_BLOCKS = 60;
    private static final int TITLE = 200;
    private static final int SHORT = 500;
    private static final int LONG = 10_000;
    private static final int ADDRESS = 1_000;

    public Draft {
        blocks = List.copyOf(blocks);
    }

    public Draft(String title, String introduction, Locale language, List<Block> blocks) {
        this(title, introduction, language, blocks, Opening.NONE);
    }

    /** What stands before the blocks, in one language. */
    public record Opening(String title, String introduction) {
        public static final Opening NONE = new Opening("", "");
    }

    /** The language it can be translated into. */
    public Locale secondLanguage() {
        return language.getLanguage().equals("fr") ? Locale.ENGLISH : Locale.FRENCH;
    }

    /** Whether there is an edition in the second language. */
    public boolean isBilingual() {
        return !translated.title.isBlank();
    }

    /** What a reader of this language gets: their edition where there is one, else the one written first. */
    public Draft edition(Locale reader) {
        boolean second = isBilingual() && Translations.nearest(reader).equals(secondLanguage());
        if (!second) {
            return new Draft(title, introduction, language, blocks, Opening.NONE);
        }
        return new Draft(
                translated.title,
                translated.introduction.isBlank() ? introduction : translated.introduction,
                secondLanguage(),
                blocks.stream().map(Block::inSecondLanguage).toList(),
                Opening.NONE);
    }

    /** How many parts are written in the first language only, counting the opening. */
    public int untranslated() {
        boolean opening = translated.title.isBlank() || (!introduction.isBlank() && translated.introduction.isBlank());
        return (opening ? 1 : 0)
                + (int) blocks.stream().filter(Block::lacksTranslation).count();
    }

    public Draft with(List<Block> other) {
        return new Draft(title, introduction, language, other, translated);
    }

    /** What may be kept: unfinished is fine, too long is not. */
    void requireKeepable() {
        var check = InvalidInput.check()
                .atMost(title, TITLE, "title")
                .atMost(introduction, LONG, "introduction")
                .atMost(translated.title, TITLE, "translated.title")
                .atMost(translated.introduction, LONG, "translated.introduction")
                .that(blocks.size() <= MAX_BLOCKS, "blocks", Message.of("newsletter.error.too-many-blocks", MAX_BLOCKS))
                .that(
                        blocks.stream().map(Block::id).distinct().count() == blocks.size(),
                        "blocks",
                        Message.of("newsletter.error.same-block"));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String at = "blocks." + i;
            check.that(block.id().matches("[a-z0-9]{1,16}"), at, Message.of("newsletter.error.same-block"))
                    .atMost(block.link(), ADDRESS, at + ".link");
            requireKeepable(check, block.words(), at);
            requireKeepable(check, block.translated(), at + ".translated");
        }
        check.orThrow();
    }

    private static void requireKeepable(InvalidInput.Check check, Block.Words words, String at) {
        check.atMost(words.title(), TITLE, at + ".title")
                .atMost(words.body(), LONG, at + ".body")
                .atMost(words.more(), LONG, at + ".more")
                .atMost(words.alt(), SHORT, at + ".alt");
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
            String at = "blocks." + i;
            check.that(block.isFilled(), at, Message.of("newsletter.error.empty-block"));
            check.that(block.isDescribed(), at + ".alt", Message.of("newsletter.error.alt"));
            check.that(block.leadsSomewhere(), at + ".link", Message.of("newsletter.error.address"));
        }
        check.orThrow();
    }

    int words() {
        return (int) Stream.concat(
                        Stream.of(title, introduction),
                        blocks.stream().flatMap(block -> Stream.of(block.title(), block.body(), block.more())))
                .flatMap(text -> Arrays.stream(Markdown.text(text).split("\\s+")))
                .filter(word -> !word.isEmpty())
                .count();
    }

    /** Everything in it as plain text, in all its languages, for the search through the archive. */
    String plain() {
        return Stream.concat(
                        Stream.of(introduction, translated.title, translated.introduction),
                        blocks.stream()
                                .flatMap(block -> Stream.of(block.words(), block.translated())
                                        .flatMap(words ->
                                                Stream.of(words.title(), words.body(), words.more(), words.alt()))))
                .filter(text -> !text.isBlank())
                .map(Markdown::text)
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
