package org.convive.newsletter;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convive.newsletter.content.BlockSource;
import org.jspecify.annotations.Nullable;

/**
 * One part of an issue. What a field means depends on the kind; a field that a kind does not use is empty.
 *
 * @param id names the block within its issue for as long as it lives: when it is moved, when two people write, when a
 *     reader answers; lower case letters and digits, at most 16
 * @param title a heading; the words on a button; who said a quotation
 * @param body Markdown; below an image it is the caption, above a card it introduces it; figures stand one a line
 * @param more Markdown of the second column
 * @param alt what the image shows, for those who do not see it
 * @param decorative whether the image says nothing that the words do not say, and so needs no {@code alt}
 * @param link where a button leads: an https or mailto address
 * @param thing the meeting, means, organisation, person … whose card is shown
 * @param picture for an image
 * @param answers what a reader can answer to it in one tap
 * @param translated its words in the second language of the issue
 */
public record Block(
        String id,
        Kind kind,
        String title,
        String body,
        String more,
        String alt,
        boolean decorative,
        String link,
        @Nullable Long thing,
        @Nullable Long picture,
        Set<Answer> answers,
        Words translated) {

    /** What a block can be. */
    public enum Kind {
        HEADING,
        TEXT,
        IMAGE,
        COLUMNS,
        QUOTE,
        BUTTON,
        FIGURES,
        ACTION,
        DIVIDER,
        MEETING,
        POLL,
        MEANS,
        ORGANISATION,
        PERSON,
        NEED,
        OFFER;

        /** The source of its card; null when it shows none. */
        public BlockSource.@Nullable Kind source() {
            return switch (this) {
                case HEADING, TEXT, IMAGE, COLUMNS, QUOTE, BUTTON, FIGURES, ACTION, DIVIDER -> null;
                case MEETING -> BlockSource.Kind.MEETING;
                case POLL -> BlockSource.Kind.POLL;
                case MEANS -> BlockSource.Kind.MEANS;
                case ORGANISATION -> BlockSource.Kind.ORGANISATION;
                case PERSON -> BlockSource.Kind.PERSON;
                case NEED -> BlockSource.Kind.NEED;
                case OFFER -> BlockSource.Kind.OFFER;
            };
        }

        /** The kind that shows cards of this source. */
        public static Kind of(BlockSource.Kind source) {
            return valueOf(source.name());
        }
    }

    /** What a reader can say to a block in one tap. */
    public enum Answer {
        COME,
        INTERESTED,
        HELP
    }

    /** The words of a block in one language. */
    public record Words(String title, String body, String more, String alt) {
        public static final Words NONE = new Words("", "", "", "");

        public boolean isBlank() {
            return title.isBlank() && body.isBlank() && more.isBlank() && alt.isBlank();
        }
    }

    public static Block text(String title, String body) {
        return empty(Kind.TEXT).with(new Words(title, body, "", ""));
    }

    public static Block image(long picture, String alt, String caption) {
        return empty(Kind.IMAGE).with(new Words("", caption, "", alt)).picture(picture);
    }

    public static Block card(Kind kind, long thing, String title, String body) {
        return empty(kind).with(new Words(title, body, "", "")).thing(thing);
    }

    public static Block empty(Kind kind) {
        Set<Answer> answers = switch (kind) {
            case MEETING -> Set.of(Answer.COME);
            case ACTION -> Set.of(Answer.INTERESTED, Answer.HELP);
            case NEED -> Set.of(Answer.HELP);
            case OFFER -> Set.of(Answer.INTERESTED);
            default -> Set.of();
        };
        return new Block(newId(), kind, "", "", "", "", false, "", null, null, answers, Words.NONE);
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** The same under a new name, for another place or another issue. */
    public Block copy() {
        return new Block(newId(), kind, title, body, more, alt, decorative, link, thing, picture, answers, translated);
    }

    public Words words() {
        return new Words(title, body, more, alt);
    }

    public Block with(Words words) {
        return new Block(
                id,
                kind,
                words.title,
                words.body,
                words.more,
                words.alt,
                decorative,
                link,
                thing,
                picture,
                answers,
                translated);
    }

    public Block translated(Words words) {
        return new Block(id, kind, title, body, more, alt, decorative, link, thing, picture, answers, words);
    }

    public Block thing(@Nullable Long other) {
        return new Block(id, kind, title, body, more, alt, decorative, link, other, picture, answers, translated);
    }

    public Block picture(@Nullable Long other) {
        return new Block(id, kind, title, body, more, alt, decorative, link, thing, other, answers, translated);
    }

    public Block decorative(boolean says) {
        return new Block(id, kind, title, body, more, alt, says, link, thing, picture, answers, translated);
    }

    public Block link(String to) {
        return new Block(id, kind, title, body, more, alt, decorative, to, thing, picture, answers, translated);
    }

    public Block answers(Set<Answer> offered) {
        return new Block(id, kind, title, body, more, alt, decorative, link, thing, picture, offered, translated);
    }

    /** As readers of the second language get it: its translated words, and the original ones where none are written. */
    Block inSecondLanguage() {
        Words words = new Words(
                either(translated.title, title),
                either(translated.body, body),
                either(translated.more, more),
                either(translated.alt, alt));
        return with(words).translated(Words.NONE);
    }

    /** Whether something was written that was not written in the second language too. */
    public boolean lacksTranslation() {
        return lacks(title, translated.title)
                || lacks(body, translated.body)
                || lacks(more, translated.more)
                || lacks(alt, translated.alt);
    }

    /** Whether it has what its kind needs; an unfinished block is kept but does not leave. */
    boolean isFilled() {
        return switch (kind) {
            case HEADING, BUTTON -> !title.isBlank();
            case TEXT, ACTION -> !title.isBlank() || !body.isBlank();
            case QUOTE, FIGURES -> !body.isBlank();
            case COLUMNS -> !body.isBlank() || !more.isBlank();
            case IMAGE -> picture != null;
            case DIVIDER -> true;
            case MEETING, POLL, MEANS, ORGANISATION, PERSON, NEED, OFFER -> thing != null;
        };
    }

    /** Whether readers who cannot see it know what it shows. */
    public boolean isDescribed() {
        return kind != Kind.IMAGE || decorative || !alt.isBlank();
    }

    /** Whether its address can stand in a mail. */
    boolean leadsSomewhere() {
        return kind != Kind.BUTTON || isAddress(link);
    }

    /** An https, http or mailto address without spaces, quotes or line ends. */
    static boolean isAddress(String link) {
        String lower = link.strip().toLowerCase(Locale.ROOT);
        return lower.matches("https?://[^\\s\"'<>{}|\\\\^`/]+[^\\s\"'<>{}|\\\\^`]*")
                || lower.matches("mailto:[^\\s\"'<>{}|\\\\^`@]+@[^\\s\"'<>{}|\\\\^`@]+");
    }

    private static boolean lacks(String original, String translation) {
        return !original.isBlank() && translation.isBlank();
    }

    private static String either(String first, String second) {
        return first.isBlank() ? Objects.requireNonNull(second) : first;
    }
}
