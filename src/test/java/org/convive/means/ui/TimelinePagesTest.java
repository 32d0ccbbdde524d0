package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.convive.means.BookingId;
import org.convive.means.BookingRules;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.OpeningHours;
import org.convive.means.Unit;
import org.convive.means.catalogue.Documents;
import org.convive.uikit.Timeline;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The timeline of all means: spans, groups, zoom; booking, maintenance and series from what is pointed at. */
class TimelinePagesTest extends MeansPages {
    @Autowired
    Documents documents;

    private final LocalDate day = LocalDate.now(PARIS).plusDays(2);

    private static Button button(String text) {
        return _find(Button.class, spec -> spec.withText(text)).getLast();
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    private List<Unit> units(MeansId means) {
        return queries.get(helene, means).means().units();
    }

    private void point(long unit, String from, String to) {
        Timeline timeline = _get(Timeline.class);
        ComponentUtil.fireEvent(
                timeline, new Timeline.SlotEvent(timeline, true, String.valueOf(unit), day + from, day + to));
    }

    @Test
    void spanGroupAndZoomStandInTheAddress() {
        signIn(helene);
        open(here("means?day=" + day));
        _click(button("Month"));
        assertThat(address()).contains("span=month");
        assertThat(_get(Timeline.class).getElement().getProperty("span")).isEqualTo("month");
        _click(button("Week"));
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        one -> "Closer".equals(one.getAriaLabel().orElse("")))));
        assertThat(address()).contains("span=week", "zoom=1");
        @SuppressWarnings("unchecked")
        Select<MeansLook.Grouping> group = _get(
                Select.class,
                spec -> spec.withPredicate(
                        one -> "Group by".equals(one.getAriaLabel().orElse(""))));
        _setValue(group, MeansLook.Grouping.OWNER);
        assertThat(address()).contains("group=owner");
        assertThat(_get(Timeline.class).getElement().getPropertyRaw("groups").toString())
                .contains("Métrologie Sarcelle");
    }

    @Test
    void theVeryUnitThatWasPointedAtIsBooked() {
        MeansId pool = share(meansService, sarcelle, draft("Pool", "P1", "P2", "P3"));
        long third = units(pool).getLast().id();
        signIn(helene);
        open(here("means?day=" + day));
        point(third, "T08:00:00", "T10:00:00");
        assertThat(page()).contains("P3 is free");
        _click(button("Book P3, 08:00 to 10:00"));
        assertThat(queries.mine(helene, in(0, 0)).getFirst().unitNames()).isEqualTo("P3");

        signIn(marc);
        open(here("means?day=" + day));
        point(third, "T09:00:00", "T11:00:00");
        assertThat(page()).contains("P3 is taken then, another one is free");
        _click(button("Book Pool, 09:00 to 11:00"));
        assertThat(queries.mine(marc, in(0, 0)).getFirst().unitNames()).isNotEqualTo("P3");
    }

    @Test
    void aSlotOverSeveralDaysIsBookedAsDrawn() {
        signIn(helene);
        open(here("means?span=week&day=" + day));
        Timeline timeline = _get(Timeline.class);
        ComponentUtil.fireEvent(
                timeline,
                new Timeline.SlotEvent(
                        timeline,
                        true,
                        String.valueOf(units(scanner).getFirst().id()),
                        day + "T14:00:00",
                        day.plusDays(1) + "T10:00:00"));
        assertThat(address()).contains("until=" + day.plusDays(1));
        _click(_find(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getText().startsWith("Book Scanner")))
                .getLast());
        assertThat(queries.mine(helene, in(0, 0)).getFirst().to()).isEqualTo(in(3, 10));
    }

    @Test
    void theOwnerDrawsASlotAndTakesItOutOfUse() {
        signIn(sarcelle);
        open(here("means?day=" + day));
        point(units(scanner).getFirst().id(), "T13:00:00", "T17:00:00");
        _click(button("Take it out of use"));
        _click(button("Take out of use"));
        var line = queries.lent(sarcelle, in(0, 0)).getFirst();
        assertThat(line.blackout()).isTrue();
        assertThat(line.from()).isEqualTo(in(2, 13));
        assertThat(line.to()).isEqualTo(in(2, 17));

        signIn(helene);
        open(here("means?day=" + day.plusDays(1) + "&from=08:00&to=10:00&means=" + scanner));
        assertThat(page()).doesNotContain("Take it out of use");
    }

    @Test
    void filesGoWithTheBooking() {
        signIn(helene);
        open(here("means?day=" + day + "&from=08:00&to=10:00&means=" + scanner));
        _get(FilesToSend.class).keep("plan.txt", "Fixture A".getBytes(StandardCharsets.UTF_8));
        assertThat(page()).contains("plan.txt");
        _click(button("Book Scanner, 08:00 to 10:00"));
        BookingId booked = queries.mine(helene, in(0, 0)).getFirst().id();
        assertThat(documents.of(helene, booked))
                .extracting(Documents.Line::name)
                .containsExactly("plan.txt");
    }

    @Test
    void theDayThatIsProposedRespectsTheNotice() {
        var rules = BookingRules.lenient(PARIS);
        MeansId slow = share(
                meansService,
                sarcelle,
                draft(
                        "Slow oven",
                        new BookingRules(
                                PARIS,
                                OpeningHours.ALWAYS,
                                Duration.ZERO,
                                Duration.ZERO,
                                rules.shortest(),
                                rules.longest(),
                                Duration.ofDays(3),
                                rules.horizonDays()),
                        List.of("Annealing"),
                        "O1"));
        signIn(helene);
        open(here("means?q=Slow+oven"));
        assertThat(_get(DatePicker.class, spec -> spec.withLabel("Day")).getValue())
                .isAfterOrEqualTo(LocalDate.now(PARIS).plusDays(3));
        assertThat(page()).contains("Free in your window");
        open(here("means/" + slow));
        assertThat(_get(DatePicker.class, spec -> spec.withLabel("Day")).getValue())
                .isAfterOrEqualTo(LocalDate.now(PARIS).plusDays(3));
        open(here("means?q=Slow+oven&day=" + LocalDate.now(PARIS).plusDays(1) + "&from=09:00&to=11:00"));
        assertThat(_get(Timeline.class).getElement().getPropertyRaw("groups").toString())
                .contains("Cannot be booked at this time");
    }

    @Test
    void theListShowsAScreenfulAtATime() {
        for (int i = 0; i < 30; i++) {
            share(meansService, sarcelle, draft("Lathe " + i, "L" + i));
        }
        signIn(helene);
        open(here("means?view=list&day=" + day));
        assertThat(_find(Timeline.class)).isEmpty();
        assertThat(cards()).isEqualTo(24);
        _click(button("Show more, 7 left"));
        assertThat(cards()).isEqualTo(31);
    }

    private static int cards() {
        return _find(ListItem.class, spec -> spec.withClasses("cv-means-card")).size();
    }

    @Test
    void aSeriesStartsWithoutAnythingInTheAddressAndTakesAnotherUnitWhereOneIsGone() {
        MeansId pool = share(meansService, sarcelle, draft("Pool", "P1", "P2"));
        long first = units(pool).getFirst().id();
        bookings.book(marc, request(pool, in(9, 8), 2).on(first));
        signIn(helene);
        open(here("means/" + pool + "/repeat"));
        assertThat(page()).contains("Book Pool again and again", "all of them free");

        open(RepeatState.address(camille, request(pool, in(2, 8), 2).on(first)) + "&until="
                + LocalDate.now(PARIS).plusDays(17));
        assertThat(page()).contains("3 times, 1 of them not free", "Pool, P1", "Moulin-Fauvel has it");
        _click(_get(Button.class, spec -> spec.withText("P2, same time")));
        _click(button("Book all 3 times"));
        assertThat(queries.mine(helene, in(0, 0)))
                .extracting(line -> line.unitNames())
                .containsExactly("P1", "P2", "P1");
    }

    @Test
    void openingHoursThatAreAlikeAreToldTogether() {
        var rules = new BookingRules(
                PARIS,
                OpeningHours.daily(
                        LocalTime.of(8, 0),
                        LocalTime.of(18, 0),
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ofDays(2),
                Duration.ZERO,
                90);
        MeansId oven = share(meansService, sarcelle, draft("Oven", rules, List.of(), "O1"));
        signIn(helene);
        open(here("means/" + oven));
        assertThat(page()).contains("Mon–Fri 08:00 to 18:00").doesNotContain("Wednesday 08:00");
    }

    @Test
    void whoGivesBackLateIsToldBeforeAndTheOwnerSeesIt() {
        var fiveDays = new Lending(
                false,
                false,
                Set.of(),
                "",
                false,
                Set.of(),
                Duration.ofHours(48),
                Duration.ofHours(24),
                null,
                Duration.ofDays(5),
                "");
        MeansId bench = share(meansService, sarcelle, draft("Bench", "B1").lent(fiveDays));
        BookingId hers = bookings.book(helene, request(bench, in(2, 8), 2));
        BookingId early = bookings.book(helene, request(bench, in(20, 8), 2));
        signIn(helene);
        open(here("bookings/" + hers));
        _click(button("Give back"));
        assertThat(queries.booking(helene, hers).status().occupies()).isTrue();
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.RejectEvent(dialog, true));
        assertThat(queries.booking(sarcelle, hers).late()).isTrue();
        signIn(sarcelle);
        open(here("bookings/" + hers));
        assertThat(page()).contains("Given back late");
        bookings.cancel(helene, early);
        assertThat(queries.booking(sarcelle, early).late()).isFalse();
        bookings.restore(helene, hers);
        assertThat(queries.booking(sarcelle, hers).late()).isFalse();
    }

    @Test
    void strangersFindNoSeriesAndNoMonth() {
        signIn(otto());
        assertNotFound(here("means?span=month"));
        assertNotFound(here("means/" + scanner + "/repeat"));
        assertNotFound(here("bookings"));
    }
}
