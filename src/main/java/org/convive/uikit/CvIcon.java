package org.convive.uikit;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons of the portal: Lucide, 20 px, drawn from one sprite that we serve ourselves. */
public enum CvIcon {
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    AWARD,
    BELL,
    BELL_RING,
    BOLD,
    BOOKMARK,
    BOX,
    BRIEFCASE,
    BRIEFCASE_BUSINESS,
    BUILDING,
    CALENDAR,
    CALENDAR_CHECK,
    CALENDAR_CLOCK,
    CALENDAR_DAYS,
    CALENDAR_PLUS,
    CAR,
    CHART,
    CHECK,
    CHEVRONS_UP_DOWN,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE,
    CIRCLE_CHECK,
    CIRCLE_DASHED,
    CIRCLE_X,
    CLOCK,
    CLOUD_OFF,
    COG,
    COLUMNS,
    COPY,
    DOOR,
    DOWNLOAD,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FACTORY,
    FILTER,
    FLASK,
    GEM,
    GLOBE,
    GRADUATION_CAP,
    GRID,
    GRIP,
    HANDSHAKE,
    HEADING,
    HEART,
    HELP,
    HISTORY,
    HOME,
    HOURGLASS,
    IMAGE,
    INBOX,
    INFO,
    ITALIC,
    KEY,
    LANDMARK,
    LANGUAGES,
    LEAF,
    LINK,
    LIST,
    LOCK,
    LOG_OUT,
    MAIL,
    MAIL_CHECK,
    MAP,
    MAP_PIN,
    MENU,
    MESSAGE_CIRCLE,
    MICROSCOPE,
    MINUS,
    MONITOR,
    MOON,
    MORE,
    NEWSPAPER,
    PACKAGE,
    PALETTE,
    PAUSE,
    PENCIL,
    PHONE,
    PLAY,
    PLUS,
    PRINTER,
    PROJECTOR,
    QUOTE,
    REDO,
    REFRESH,
    REPEAT,
    REPLY,
    RSS,
    RULER,
    SCAN,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD,
    SHIELD_CHECK,
    SMARTPHONE,
    SNOWFLAKE,
    SOFA,
    SPARKLES,
    STAR,
    SUN,
    SUN_MOON,
    TABLE,
    TAG,
    TEXT,
    THERMOMETER,
    TRASH,
    TRIANGLE_ALERT,
    TRUCK,
    UNDO,
    UPLOAD,
    USER,
    USERS,
    USER_CHECK,
    USER_PLUS,
    WAREHOUSE,
    WINE,
    WRENCH,
    X,
    ZOOM_IN,
    ZOOM_OUT;

    private static final String SPRITE = "convive/icons.svg#";

    /** The address of the drawing, for web components. */
    public String src() {
        return SPRITE + symbol();
    }

    /** The name of the symbol in the sprite. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A decorative icon, hidden from screen readers. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(src());
        icon.addClassName("cv-ic");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** A decorative icon with further classes: {@code cv-ic-s}, {@code cv-ic-l}, {@code cv-glass}, {@code cv-ember}. */
    public SvgIcon create(String... classNames) {
        SvgIcon icon = create();
        icon.addClassNames(classNames);
        return icon;
    }

    /** An icon that says something by itself. */
    public SvgIcon named(String label) {
        SvgIcon icon = create();
        icon.getElement().removeAttribute("aria-hidden");
        icon.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        return icon;
    }
}
