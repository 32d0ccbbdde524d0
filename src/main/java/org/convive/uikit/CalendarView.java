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
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A month, a week or a list of entries. The page around owns the title and the buttons; only the range seen is loaded. */
@Tag("cv-calendar")
@NpmPackage(value = "@event-calendar/core", version = "5.15.0")
@JsModule("./components/cv-calendar.ts")
public class CalendarView extends Component implements HasSize, HasStyle {

    /** How it is seen. */
    public enum Mode {
        MONTH,
        WEEK,
        LIST
    }

    /** How an entry is drawn: yours in glass, open in ember, by the way, cancelled. */
    public enum Kind {
        MINE,
        OPEN,
        QUIET,
        CANCELLED
    }

    /** Something on the calendar; times are already in the reader's zone. */
    public record Entry(
            String id, String title, String note, LocalDateTime from, LocalDateTime to, boolean allDay, Kind kind) {}

    public CalendarView() {
        addClassName("cv-calendar");
        setMode(Mode.MONTH);
    }

    public void setEntries(List<Entry> entries) {
        getElement()
                .setPropertyList(
                        "entries",
                        entries.stream()
                                .map(entry -> Map.of(
                                        "id", entry.id(),
                                        "title", entry.title(),
                                        "note", entry.note(),
                                        "from", entry.from().toString(),
                                        "to", entry.to().toString(),
                                        "allDay", entry.allDay(),
                                        "kind", entry.kind().name().toLowerCase(Locale.ROOT)))
                                .toList());
    }

    public final void setMode(Mode mode) {
        getElement().setProperty("mode", mode.name().toLowerCase(Locale.ROOT));
    }

    /** A day in the month or week to be seen. */
    public void setDate(LocalDate day) {
        getElement().setProperty("day", day.toString());
    }

    /** The first day seen and the day after the last: load these. */
    public Registration onRange(ComponentEventListener<RangeEvent> listener) {
        return addListener(RangeEvent.class, listener);
    }

    public Registration onEntry(ComponentEventListener<EntryEvent> listener) {
        return addListener(EntryEvent.class, listener);
    }

    public Registration onDate(ComponentEventListener<DateEvent> listener) {
        return addListener(DateEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Locale locale = event.getUI().getLocale();
        getElement()
                .setProperty("locale", locale.getLanguage().equals("fr") ? "fr-FR" : "en-GB")
                .setProperty("label", Words.text(locale, "uikit.calendar.label"))
                .setProperty("more", Words.text(locale, "uikit.calendar.more", "{0}"))
                .setProperty("none", Words.text(locale, "uikit.calendar.none"))
                .setProperty("allDay", Words.text(locale, "uikit.calendar.all-day"));
    }

    /** Another range is seen. */
    @DomEvent("cv-range")
    public static class RangeEvent extends ComponentEvent<CalendarView> {
        private final LocalDate from;
        private final LocalDate to;

        public RangeEvent(
                CalendarView source,
                boolean fromClient,
                @EventData("event.detail.from") String from,
                @EventData("event.detail.to") String to) {
            super(source, fromClient);
            this.from = LocalDate.parse(from);
            this.to = LocalDate.parse(to);
        }

        public LocalDate from() {
            return from;
        }

        public LocalDate to() {
            return to;
        }
    }

    /** An entry was chosen. */
    @DomEvent("cv-entry")
    public static class EntryEvent extends ComponentEvent<CalendarView> {
        private final String entry;

        public EntryEvent(CalendarView source, boolean fromClient, @EventData("event.detail.entry") String entry) {
            super(source, fromClient);
            this.entry = entry;
        }

        public String entry() {
            return entry;
        }
    }

    /** A day was chosen. */
    @DomEvent("cv-date")
    public static class DateEvent extends ComponentEvent<CalendarView> {
        private final LocalDate day;

        public DateEvent(CalendarView source, boolean fromClient, @EventData("event.detail.day") String day) {
            super(source, fromClient);
            this.day = LocalDate.parse(day);
        }

        public LocalDate day() {
            return day;
        }
    }
}
