package org.convive.newsletter.ui;

import java.util.Locale;
import org.convive.newsletter.Block;
import org.convive.uikit.CvIcon;

/** How the kinds of blocks are drawn and called. */
final class Kinds {
    private Kinds() {}

    static CvIcon icon(Block.Kind kind) {
        return switch (kind) {
            case HEADING -> CvIcon.HEADING;
            case TEXT -> CvIcon.TEXT;
            case IMAGE -> CvIcon.IMAGE;
            case COLUMNS -> CvIcon.COLUMNS;
            case QUOTE -> CvIcon.QUOTE;
            case BUTTON -> CvIcon.EXTERNAL_LINK;
            case FIGURES -> CvIcon.CHART;
            case ACTION -> CvIcon.HANDSHAKE;
            case DIVIDER -> CvIcon.MINUS;
            case MEETING -> CvIcon.USERS;
            case POLL -> CvIcon.CALENDAR_CHECK;
            case MEANS -> CvIcon.SCAN;
            case ORGANISATION -> CvIcon.BUILDING;
            case PERSON -> CvIcon.USER;
            case NEED -> CvIcon.SEARCH;
            case OFFER -> CvIcon.TAG;
        };
    }

    /** The translation key of its name. */
    static String key(Block.Kind kind) {
        return "newsletter.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The translation key of what an answer says. */
    static String key(Block.Answer answer) {
        return "newsletter.answer." + answer.name().toLowerCase(Locale.ROOT);
    }
}
