package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything the design system draws, with the people of the mock pages; only in tests. */
@Route(value = "gallery", autoLayout = false)
@AnonymousAllowed
public class GalleryView extends Div {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);
    private static final List<Portrait> PEOPLE = Stream.of(
                    "Hélène Aubrac",
                    "Marc Delporte",
                    "Nadia Ferhaoui",
                    "Inès Carvallo",
                    "Yannis Tellouart",
                    "Sophie Roux")
            .map(name -> Portrait.of(name, "Verrerie Saulnaye"))
            .toList();

    public GalleryView() {
        addClassName("cv-page");
        Div main = new Div(supper(), days(), states(), charts());
        Div aside = new Div(
                new Pane("Waiting for you", Buttons.primary("Accept", () -> {}), Buttons.hot("Give my dates", () -> {}))
                        .hot(),
                empty());
        Div two = new Div(main, aside);
        two.addClassName("cv-two");
        add(
                new PageHeader("Good morning, Hélène", "Five quick answers, then you are up to date.")
                        .above("Thursday 12 March")
                        .display()
                        .action(Buttons.plain("Propose a meeting", CvIcon.PLUS, () -> Toasts.undo("Saved", () -> {})))
                        .valley(7),
                two,
                timeline(),
                calendar(),
                map());
    }

    private static Rsvp<String> rsvp() {
        return new Rsvp<>(
                "Your answer",
                List.of(
                        new Rsvp.Option<>("YES", Rsvp.Kind.YES, "I’m coming"),
                        new Rsvp.Option<>("MAYBE", Rsvp.Kind.MAYBE, "Maybe"),
                        new Rsvp.Option<>("NO", Rsvp.Kind.NO, "Can’t come"),
                        new Rsvp.Option<>("POSTED", Rsvp.Kind.POSTED, "Keep me posted")));
    }

    private static Pane supper() {
        Div words =
                new Div(DateTile.big(DAY, Locale.ENGLISH), new Facts().with(CvIcon.CLOCK, "18:30 to 21:30"), rsvp());
        words.addClassNames("cv-stack", "cv-grow");
        Div row = new Div(words, RoundTable.of(24, PEOPLE, -1).say("6", "of 24 seats"));
        row.addClassName("cv-row");
        return new Pane("Supper at the furnace", row);
    }

    private static DayList days() {
        return new DayList(
                new DayRow(
                                new DateTile(DAY, Locale.ENGLISH),
                                "Breakfast of plant directors",
                                "gallery",
                                "08:00, Martreville")
                        .faces(new Faces(PEOPLE))
                        .end(rsvp().compact().answered("YES")),
                new DayRow(new DateTile(DAY, Locale.ENGLISH), "Visit", "gallery", "14:00").end(rsvp().compact()),
                new DayRow(
                                new DateTile(DAY, Locale.ENGLISH, true),
                                "Moulds workshop",
                                "gallery",
                                "Marc proposes 4 dates")
                        .end(Badges.hot("Closes tomorrow")));
    }

    private static Pane states() {
        Div badges = new Div(
                Badges.ok("Confirmed"),
                Badges.bad("Refused"),
                Badges.quiet("Draft"),
                Status.waiting("Awaiting owner"),
                new Chip("Rooms", CvIcon.DOOR),
                Chip.removable("Lacquering", () -> {}));
        badges.addClassName("cv-row");
        return new Pane(
                "Small things",
                badges,
                new ErrorPane("No map for now", "The list still works.", () -> {}),
                new MarkdownField("Description", 10_000),
                new SlotField("When", Locale.ENGLISH),
                new Study(3));
    }

    private static ChartView charts() {
        return ChartView.stacked(
                "Two guests in five meet someone new",
                List.of("Jan", "Feb"),
                List.of(
                        new ChartView.Series("Guests", List.of(20.0, 23.0), Pigment.SEA),
                        new ChartView.Series("Met someone new", List.of(8.0, 14.0), Pigment.AMBER)));
    }

    private static Pane empty() {
        return Pane.of(new EmptyState(
                "The table is set for April",
                "No meeting yet.",
                Buttons.primary("Propose a meeting", CvIcon.PLUS, () -> {})));
    }

    private static Timeline timeline() {
        Timeline timeline = new Timeline(ZoneOffset.UTC);
        timeline.setGroups(List.of(new Timeline.Group(
                "s",
                "3D scanners",
                "1 of 3 free",
                CvIcon.SCAN,
                List.of(
                        new Timeline.Row("1", "ScanArm 1", "Métrologie Sarcelle"),
                        new Timeline.Row("2", "ScanArm 2", "Métrologie Sarcelle")))));
        timeline.setRange(DAY, Timeline.Span.DAY);
        timeline.setWindow(at(8), at(12));
        timeline.setBars(List.of(
                new Timeline.Bar("a", "1", at(9), at(11), Timeline.Kind.BOOKED, "Laques Ombrine", "09:00 to 11:00"),
                new Timeline.Bar("b", "2", at(8), at(12), Timeline.Kind.CHOSEN, "1", "Your slot"),
                new Timeline.Bar("c", "2", at(13), at(15), Timeline.Kind.PENDING, "Fours Terrasque", "asks")));
        return timeline;
    }

    private static CalendarView calendar() {
        CalendarView calendar = new CalendarView();
        calendar.setDate(DAY);
        LocalDateTime evening = DAY.atTime(18, 30);
        calendar.setEntries(List.of(new CalendarView.Entry(
                "1", "Supper", "Le Hamel", evening, evening.plusHours(3), false, CalendarView.Kind.OPEN)));
        return calendar;
    }

    private static MapView map() {
        MapView map = new MapView();
        map.setHeight("480px");
        map.setLabels(List.of(
                new MapView.Label("Martreville", 49.98, 1.6, true), new MapView.Label("Gassigny", 50.02, 1.68, true)));
        map.setMarkers(List.of(
                MapView.Marker.of("1", "Verrerie Saulnaye", "Glass", 49.985, 1.61, Pigment.SEA, CvIcon.WINE),
                MapView.Marker.of("2", "Décors Yvelin", "Decoration", 50.022, 1.67, Pigment.RUBY, CvIcon.PALETTE)));
        map.setRiver(
                "L’Orsenne",
                List.of(new MapView.Point(50.05, 1.55), new MapView.Point(50.0, 1.63), new MapView.Point(49.96, 1.72)));
        map.setSelected("2");
        return map;
    }

    private static Instant at(int hour) {
        return DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
