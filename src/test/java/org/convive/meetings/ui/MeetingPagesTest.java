package org.convive.meetings.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingQueries.Selection;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.testing.KaribuTest;
import org.convive.uikit.CalendarView;
import org.convive.uikit.RoundTable;
import org.convive.uikit.Rsvp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingPagesTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private NextMeeting next;

    @Autowired
    private AlsoComingUp also;

    private Actor camille;
    private Actor helene;
    private Actor nadia;

    @BeforeEach
    void cluster() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aMemberAnswersOnTheMeetingsPageAndTakesItBack() {
        MeetingId id = supper("Supper", 24);
        signIn(nadia);
        open(id);
        assertThat(_get(H1.class).getText()).isEqualTo("Supper");
        answer(_get(Rsvp.class), Answer.YES);
        assertThat(queries.card(nadia, id).coming()).isEqualTo(1);
        _assertOne(RoundTable.class);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(queries.card(nadia, id).mine()).isNull();
    }

    @Test
    void aMemberBringsGuests() {
        MeetingId id = supper("Supper", 24);
        signIn(nadia);
        open(id);
        answer(_get(Rsvp.class), Answer.YES);
        fromClient(_get(IntegerField.class, spec -> spec.withClasses("cv-meeting-guests")), 2);
        assertThat(queries.card(nadia, id).seatsTaken()).isEqualTo(3);
    }

    @Test
    void whoeverComesLateSeesTheirPlaceOnTheWaitingList() {
        MeetingId id = supper("Supper", 1);
        meetings.answer(helene, id, Answer.YES, 0);
        signIn(nadia);
        open(id);
        answer(_get(Rsvp.class), Answer.YES);
        assertThat(texts(_get(MeetingView.class))).contains("You are number 1 on the waiting list");
    }

    @Test
    void aMemberCannotChangeTheMeetingOfSomebodyElse() {
        MeetingId id = supper("Supper", null);
        signIn(nadia);
        open(id);
        _assertNone(MenuBar.class, spec -> spec.withClasses("cv-meeting-menu"));
        UI.getCurrent().navigate(path(id) + "/edit");
        _assertNone(MeetingFormView.class);
    }

    @Test
    void organiserAndAnimatorFindTheMenu() {
        MeetingId id = supper("Supper", null);
        for (Actor actor : List.of(helene, camille)) {
            signIn(actor);
            open(id);
            _assertOne(MenuBar.class, spec -> spec.withClasses("cv-meeting-menu"));
        }
    }

    @Test
    void aStrangerFindsNoMeeting() {
        MeetingId id = supper("Supper", null);
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        open(id);
        _assertNone(MeetingView.class);
        UI.getCurrent().navigate("c/" + otto.slug() + "/meetings/" + id);
        _assertNone(MeetingView.class);
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings");
        _assertNone(MeetingsView.class);
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/new");
        _assertNone(MeetingFormView.class);
    }

    @Test
    void aMemberProposesAMeeting() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings/new");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Title")), "Breakfast");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Place, in words")), "Café de la Halle");
        _setValue(
                _get(DatePicker.class, spec -> spec.withLabel("Day")),
                LocalDate.now(PARIS).plusDays(9));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Starts")), LocalTime.of(8, 0));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Ends")), LocalTime.of(9, 30));
        _click(_get(Button.class, spec -> spec.withText("Propose and invite")));
        assertThat(queries.list(helene, Selection.UPCOMING, 5))
                .singleElement()
                .matches(card -> card.title().equals("Breakfast") && card.coming() == 1);
        _assertOne(MeetingView.class);
    }

    @Test
    void whatCannotBeIsToldBesideTheFieldAndNothingIsLost() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings/new");
        TextField title = _get(TextField.class, spec -> spec.withLabel("Title"));
        _setValue(title, "<b>Breakfast</b>");
        _setValue(
                _get(DatePicker.class, spec -> spec.withLabel("Day")),
                LocalDate.now(PARIS).plusDays(9));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Starts")), LocalTime.of(9, 0));
        TimePicker ends = _get(TimePicker.class, spec -> spec.withLabel("Ends"));
        _setValue(ends, LocalTime.of(8, 0));
        _click(_get(Button.class, spec -> spec.withText("Propose and invite")));
        assertThat(ends.isInvalid()).isTrue();
        assertThat(ends.getErrorMessage()).isEqualTo("It ends before it starts");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Place, in words"))
                        .isInvalid())
                .isTrue();
        assertThat(title.getValue()).isEqualTo("<b>Breakfast</b>");
        assertThat(queries.list(helene, Selection.UPCOMING, 5)).isEmpty();
    }

    @Test
    void ofDayAndHoursEachThatIsMissingSaysSoAndNoOther() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings/new");
        DatePicker day = _get(DatePicker.class, spec -> spec.withLabel("Day"));
        TimePicker starts = _get(TimePicker.class, spec -> spec.withLabel("Starts"));
        TimePicker ends = _get(TimePicker.class, spec -> spec.withLabel("Ends"));
        Button propose = _get(Button.class, spec -> spec.withText("Propose and invite"));
        _click(propose);
        assertThat(List.of(day.isInvalid(), starts.isInvalid(), ends.isInvalid()))
                .containsOnly(true);
        _setValue(ends, LocalTime.of(18, 0));
        _click(propose);
        assertThat(List.of(day.isInvalid(), starts.isInvalid(), ends.isInvalid()))
                .containsExactly(true, true, false);
    }

    @Test
    void aStaleEditIsSaidAndCanBeSavedOverTheOther() {
        MeetingId id = supper("Supper", null);
        signIn(helene);
        UI.getCurrent().navigate(path(id) + "/edit");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Title")), "Dinner");
        meetings.change(camille, id, 0, draft("Banquet", 9));
        _click(_get(Button.class, spec -> spec.withText("Save the changes")));
        assertThat(queries.card(helene, id).title()).isEqualTo("Banquet");
        _click(_get(Button.class, spec -> spec.withText("Save mine over it")));
        assertThat(queries.card(helene, id).title()).isEqualTo("Dinner");
    }

    @Test
    void theListShowsWhatIsComingWithAnswers() {
        supper("<script>alert(1)</script>", null);
        supper("Éclats de verre ".repeat(12).strip(), null);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings");
        assertThat(_find(Rsvp.class)).hasSize(2);
        assertThat(_find(Anchor.class).stream().map(Anchor::getText)).contains("<script>alert(1)</script>");
        answer(_find(Rsvp.class).getFirst(), Answer.MAYBE);
        assertThat(queries.awaited(nadia)).isEqualTo(1);
        list("show=mine");
        assertThat(_find(Rsvp.class)).hasSize(1);
    }

    @Test
    void monthAndWeekAreInTheAddress() {
        supper("Supper", null);
        signIn(nadia);
        for (String view : List.of("month", "week")) {
            list("view=" + view + "&date=2027-03-28");
            _assertOne(CalendarView.class);
        }
        list("view=month&date=nonsense");
        _assertOne(CalendarView.class);
    }

    @Test
    void thePageTodayHoldsTheNextMeetingAndTheOthers() {
        MeetingId first = supper("Supper", 24);
        supper("Breakfast", null);
        meetings.answer(helene, first, Answer.YES, 0);
        signIn(nadia);
        Component hero = next.render(nadia).orElseThrow();
        Component others = also.render(nadia).orElseThrow();
        UI.getCurrent().add(hero, others);
        assertThat(_find(hero, Rsvp.class)).hasSize(1);
        assertThat(_find(others, Rsvp.class)).hasSize(1);
        answer(_find(hero, Rsvp.class).getFirst(), Answer.YES);
        assertThat(queries.card(nadia, first).coming()).isEqualTo(2);
        assertThat(texts(hero)).contains("is coming.");
    }

    @Test
    void onTodayAnAnswerIsCountedAtOnceAndItsUndoToo() {
        supper("Supper", 24);
        supper("Breakfast", null);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug());
        assertThat(waiting()).startsWith("2 quick answers");
        answer(_find(Rsvp.class).getFirst(), Answer.YES);
        assertThat(waiting()).startsWith("One quick answer");
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(waiting()).startsWith("2 quick answers");
    }

    @Test
    void withoutMeetingsThePageTodayInvitesToProposeOne() {
        signIn(nadia);
        Component hero = next.render(nadia).orElseThrow();
        UI.getCurrent().add(hero);
        _assertOne(
                hero, Anchor.class, spec -> spec.withPredicate(a -> a.getHref().endsWith("/meetings/new")));
        assertThat(also.render(nadia)).isEmpty();
    }

    @Test
    void aFrenchSpeakerReadsFrench() {
        MeetingId id = supper("Souper", 24);
        signIn(nadia);
        UI.getCurrent().setLocale(Locale.FRENCH);
        open(id);
        assertThat(texts(_get(MeetingView.class)))
                .contains("Serez-vous là\u202f?")
                .contains("sur 24 places");
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings");
        assertThat(_get(H1.class).getText()).isEqualTo("Rencontres");
    }

    @Test
    void aCancelledMeetingSaysSo() {
        MeetingId id = supper("Supper", null);
        meetings.cancel(helene, id, "The furnace is cold");
        signIn(nadia);
        open(id);
        assertThat(texts(_get(MeetingView.class))).contains("This meeting was cancelled.", "The furnace is cold");
        _assertNone(Rsvp.class);
    }

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private MeetingId supper(String title, @Nullable Integer capacity) {
        return meetings.schedule(helene, draft(title, capacity));
    }

    private static MeetingDraft draft(String title, @Nullable Integer capacity) {
        Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
        return new MeetingDraft(
                title,
                from,
                from.plusSeconds(7200),
                PARIS,
                Place.at("Le Creuset"),
                "Bring **one thing**.",
                capacity,
                null,
                List.of(),
                Invited.wholeCluster());
    }

    private String path(MeetingId id) {
        return "c/" + camille.slug() + "/meetings/" + id;
    }

    private void list(String query) {
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings", QueryParameters.fromString(query));
    }

    private void open(MeetingId id) {
        UI.getCurrent().navigate(path(id));
    }

    @SuppressWarnings("unchecked")
    private static void answer(Rsvp<?> rsvp, Answer answer) {
        ((Rsvp<Answer>) rsvp).setValue(answer);
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                rsvp,
                new com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent<>(
                        (Rsvp<Answer>) rsvp, (Rsvp<Answer>) rsvp, null, true));
    }

    private static void fromClient(IntegerField field, int value) {
        field.setValue(value);
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                field, new com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent<>(field, field, 0, true));
    }

    private static String waiting() {
        return _get(
                        Paragraph.class,
                        spec -> spec.withPredicate(line -> line.getText().contains("up to date")))
                .getText();
    }

    private static String texts(Component component) {
        StringBuilder all = new StringBuilder();
        component
                .getElement()
                .getTextRecursively()
                .lines()
                .forEach(line -> all.append(line).append('\n'));
        return Objects.requireNonNull(all.toString());
    }
}
