package org.convive.newsletter;

import org.convive.newsletter.content.BlockSource;
import org.jspecify.annotations.Nullable;

/**
 * One part of an issue.
 *
 * @param title a heading; may be empty
 * @param body Markdown; below an image it is the caption, above a card it introduces it
 * @param thing the meeting, means or organisation whose card is shown
 * @param picture for an image
 * @param alt what the image shows, for those who do not see it
 */
public record Block(
        Kind kind,
        String title,
        String body,
        @Nullable Long thing,
        @Nullable Long picture,
        String alt) {

    /** What a block can be. */
    public enum Kind {
        TEXT,
        IMAGE,
        MEETING,
        MEANS,
        ORGANISATION;

        /** The source of its card; null when it shows none. */
        public BlockSource.@Nullable Kind source() {
            return switch (this) {
                case TEXT, IMAGE -> null;
                case MEETING -> BlockSource.Kind.MEETING;
                case MEANS -> BlockSource.Kind.MEANS;
                case ORGANISATION -> BlockSource.Kind.ORGANISATION;
            };
        }
    }

    public static Block text(String title, String body) {
        return new Block(Kind.TEXT, title, body, null, null, "");
    }

    public static Block image(long picture, String alt, String caption) {
        return new Block(Kind.IMAGE, "", caption, null, picture, alt);
    }

    public static Block card(Kind kind, long thing, String title, String body) {
        return new Block(kind, title, body, thing, null, "");
    }

    public static Block empty(Kind kind) {
        return new Block(kind, "", "", null, null, "");
    }
}
