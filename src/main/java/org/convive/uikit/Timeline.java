package org.convive.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has what and when: one row a unit, in groups, for a day, a week or a month. However many rows there are, only
 * those in sight are in the page, and where there are many bars, only theirs are sent. Pair it with a list on the same data, the spoken way. Times are written in the zone
 * given.
 */
@Tag("cv-timeline")
@JsModule("./components/cv-timeline.ts")
public class Timeline extends Component implements HasSize, HasStyle {

    /** A kind of means with its rows; the note says what is free. */
    public record Group(String id, String title, String note, CvIcon icon, List<Row> rows) {}

    /** One unit. */
    public record Row(String id, String title, String note) {}

    /** How a bar is drawn. */
    public enum Kind {
        /** Somebody else's. */
        BOOKED("bk"),
        /** Yours. */
        MINE("mine"),
        /** Awaits the owner. */
        PENDING("pend"),
        /** The owner keeps it. */
        OWN("own"),
        /** Set-up before and after. */
        BUFFER("buf"),
        MAINTENANCE("mt"),
        /** A numbered alternative: the title is the number. */
        ALTERNATIVE("alt"),
        /** The alternative chosen, your slot. */
        CHOSEN("alt-on"),
        /** What was asked for and is taken. */
        WANTED("want");

        final String css;

        Kind(String css) {
            this.css = css;
        }
    }

    /**
     * A bar on a row.
     *
     * @param movable can be dragged to another time or row, and made longer or shorter
     */
    public record Bar(
            String id,
            String row,
            Instant from,
            Instant to,
            Kind kind,
            String title,
            @Nullable String note,
            boolean movable) {
        public Bar(String id, String row, Instant from, Instant to, Kind kind, String title, @Nullable String note) {
            this(id, row, from, to, kind, title, note, false);
        }

        public Bar asMovable() {
            return new Bar(id, row, from, to, kind, title, note, true);
        }
    }

    /** How many days are seen at once. */
    public enum Span {
        DAY,
        WEEK,
        MONTH
    }

    private final ZoneId zone;
    private final transient TimelineLoad load;

    public Timeline(ZoneId zone) {
        this.zone = zone;
        this.load = new TimelineLoad(this::local);
        addClassName("cv-timeline");
        addListener(SightEvent.class, event -> load.show(getElement(), event.rows));
        setHours(LocalTime.of(7, 0), LocalTime.of(19, 0));
    }

    public void setGroups(List<Group> groups) {
        load.rows(groups);
        getElement()
                .setPropertyList(
                        "groups",
                        groups.stream()
                                .map(group -> Map.of(
                                        "id", group.id(),
                                        "title", group.title(),
                                        "note", group.note(),
                                        "icon", group.icon().symbol(),
                                        "rows", group.rows()))
                                .toList());
    }

    /** All bars there are; of a long timeline those of rows that nobody looks at stay here. */
    public void setBars(List<Bar> bars) {
        load.send(getElement(), bars);
    }

    public void setRange(LocalDate day, Span span) {
        getElement()
                .setProperty("day", day.toString())
                .setProperty("span", span.name().toLowerCase(Locale.ROOT));
    }

    /** The hours drawn of a day. */
    public final void setHours(LocalTime from, LocalTime to) {
        getElement()
                .setProperty("minTime", from.toString())
                .setProperty(
                        "maxTime", to.equals(LocalTime.MIDNIGHT) || to.equals(LocalTime.MAX) ? "24:00" : to.toString());
    }

    /** How wide the time is drawn; 1 fits the room there is. */
    public void setZoom(double factor) {
        getElement().setProperty("zoom", factor);
    }

    /** The hours asked for, drawn across all rows; null when nothing is asked. */
    public void setWindow(@Nullable Instant from, @Nullable Instant to) {
        getElement()
                .setProperty("windowFrom", from == null ? "" : local(from))
                .setProperty("windowTo", to == null ? "" : local(to));
    }

    /** Marks the row under discussion in ember. */
    public void setSelectedRow(@Nullable String row) {
        load.select(row);
        getElement().setProperty("selectedRow", row == null ? "" : row);
    }

    /** A free time on a row was chosen by dragging, tapping or with the keyboard. */
    public Registration onSlot(ComponentEventListener<SlotEvent> listener) {
        return addListener(SlotEvent.class, listener);
    }

    /** A bar was moved or resized by hand; it is drawn where it was until the bars are set anew. */
    public Registration onMove(ComponentEventListener<MoveEvent> listener) {
        return addListener(MoveEvent.class, listener);
    }

    /** Somebody wants to see more (1) or less (-1) closely. */
    public Registration onZoom(ComponentEventListener<ZoomEvent> listener) {
        return addListener(ZoomEvent.class, listener);
    }

    /** A bar was chosen. */
    public Registration onBar(ComponentEventListener<BarEvent> listener) {
        return addListener(BarEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Locale locale = event.getUI().getLocale();
        getElement()
                .setProperty("locale", locale.getLanguage().equals("fr") ? "fr-FR" : "en-GB")
                .setProperty("label", Words.text(locale, "uikit.timeline.label"))
                .setProperty("hint", Words.text(locale, "uikit.timeline.hint"));
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** A free time was chosen. */
    @DomEvent("cv-slot")
    public static class SlotEvent extends ComponentEvent<Timeline> {
        private final String row;
        private final Instant from;
        private final Instant to;

        public SlotEvent(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.row") String row,
                @EventData("event.detail.from") String from,
                @EventData("event.detail.to") String to) {
            super(source, fromClient);
            this.row = row;
            this.from = source.instant(from);
            this.to = source.instant(to);
        }

        public String row() {
            return row;
        }

        public Instant from() {
            return from;
        }

        public Instant to() {
            return to;
        }
    }

    /** A bar was chosen. */
    @DomEvent("cv-bar")
    public static class BarEvent extends ComponentEvent<Timeline> {
        private final String bar;

        public BarEvent(Timeline source, boolean fromClient, @EventData("event.detail.bar") String bar) {
            super(source, fromClient);
            this.bar = bar;
        }

        public String bar() {
            return bar;
        }
    }

    /** Rows came into sight whose bars are not there yet. */
    @DomEvent("cv-sight")
    public static class SightEvent extends ComponentEvent<Timeline> {
        private final List<String> rows;

        public SightEvent(Timeline source, boolean fromClient, @EventData("event.detail.rows") String rows) {
            super(source, fromClient);
            this.rows = List.of(rows.split(",", -1));
        }
    }

    /** A key asked to zoom. */
    @DomEvent("cv-zoom")
    public static class ZoomEvent extends ComponentEvent<Timeline> {
        private final int by;

        public ZoomEvent(Timeline source, boolean fromClient, @EventData("event.detail.by") int by) {
            super(source, fromClient);
            this.by = by;
        }

        public int by() {
            return by;
        }
    }

    /** A bar was moved or resized. */
    @DomEvent("cv-move")
    public static class MoveEvent extends ComponentEvent<Timeline> {
        private final String bar;
        private final String row;
        private final Instant from;
        private final Instant to;

        public MoveEvent(
                Timeline source,
                boolean fromClient,
                @EventData("event.detail.bar") String bar,
                @EventData("event.detail.row") String row,
                @EventData("event.detail.from") String from,
                @EventData("event.detail.to") String to) {
            super(source, fromClient);
            this.bar = bar;
            this.row = row;
            this.from = source.instant(from);
            this.to = source.instant(to);
        }

        public String bar() {
            return bar;
        }

        public String row() {
            return row;
        }

        public Instant from() {
            return from;
        }

        public Instant to() {
            return to;
        }
    }
}
