package org.convive.shell;

import java.util.List;
import org.convive.uikit.CvIcon;

/** The places of the portal, in the order of the navigation. */
enum Areas {
    TODAY("", CvIcon.SUN),
    MEETINGS("meetings", CvIcon.USERS),
    MEANS("means", CvIcon.CALENDAR_CLOCK),
    NEWSLETTER("newsletter", CvIcon.NEWSPAPER),
    DIRECTORY("directory", CvIcon.MAP);

    /** Seen by animators only. */
    enum Animation {
        MEMBERS("members", CvIcon.USER_PLUS),
        UNMET_DEMAND("unmet-demand", CvIcon.SEARCH),
        SETTINGS("settings", CvIcon.SETTINGS);

        private final String path;
        private final CvIcon icon;

        Animation(String path, CvIcon icon) {
            this.path = path;
            this.icon = icon;
        }

        String path() {
            return path;
        }

        CvIcon icon() {
            return icon;
        }

        String label() {
            return "shell.nav." + path;
        }
    }

    /** On a phone the bar at the bottom holds four, the rest stands behind "More". */
    static final List<Areas> ON_THE_BAR = List.of(TODAY, MEETINGS, MEANS, NEWSLETTER);

    /** Pages that belong to shared means and stand beside them in the address. */
    private static final List<String> OF_MEANS = List.of("bookings", "damage", "give-and-take", "utilisation");

    /** Whether a page, by its address within the cluster, belongs to an area though its address does not begin like it. */
    static boolean isAlsoOf(String area, String page) {
        return area.equals(MEANS.path)
                && OF_MEANS.stream().anyMatch(one -> page.equals(one) || page.startsWith(one + "/"));
    }

    private final String path;
    private final CvIcon icon;

    Areas(String path, CvIcon icon) {
        this.path = path;
        this.icon = icon;
    }

    String path() {
        return path;
    }

    CvIcon icon() {
        return icon;
    }

    String label() {
        return "shell.nav." + (path.isEmpty() ? "today" : path);
    }

    /** The page of this area in a cluster. */
    String href(String slug) {
        return "c/" + slug + (path.isEmpty() ? "" : "/" + path);
    }
}
