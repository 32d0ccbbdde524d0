package org.convive.newsletter.ui;

import org.convive.newsletter.Block;
import org.convive.uikit.CvIcon;

/** How the kinds of blocks are drawn and called. */
final class Kinds {
    private Kinds() {}

    static CvIcon icon(Block.Kind kind) {
        return switch (kind) {
            case TEXT -> CvIcon.TEXT;
            case IMAGE -> CvIcon.IMAGE;
            case MEETING -> CvIcon.USERS;
            case MEANS -> CvIcon.SCAN;
            case ORGANISATION -> CvIcon.BUILDING;
        };
    }

    /** The translation key of its name. */
    static String key(Block.Kind kind) {
        return switch (kind) {
            case TEXT -> "newsletter.kind.text";
            case IMAGE -> "newsletter.kind.image";
            case MEETING -> "newsletter.kind.meeting";
            case MEANS -> "newsletter.kind.means";
            case ORGANISATION -> "newsletter.kind.organisation";
        };
    }
}
