package org.convive.meetings.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.directory.GroupCard;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingFilter;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.OptionDraft;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.meetings.sessions.SecondSessions;
import org.convive.testing.KaribuTest;
import org.convive.uikit.CalendarView;
import org.convive.uikit.Rsvp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ideas, polls, series, the desk, filters and second sessions, as a member, the organiser and a stranger see them. */
class PlanningPagesTest extends KaribuTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private MeetingSeries series;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlanningQueries planning;

    @Autowired
    private SecondSessions sessions;

    @Autowired
    private Groups groups;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private final Instant soon = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void cluster() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aMemberSaysWhatTheyThinkOfAnIdeaAndTakesItBack() {
        MeetingId id = stages.imagine(helene, draft("Kiln visit").undated());
        signIn(nadia);
        open(id);
        say(_get(Rsvp.class), Interest.COULD_HOST);
        assertThat(planning.interest(nadia, id)).contains(Interest.COULD_HOST);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(planning.interest(nadia, id)).isEmpty();
        _assertNone(Button.class, spec -> spec.withText("Find a date"));
    }

    @Test
    void aMemberVotesInAPollAndSeesNoWayToChoose() {
        MeetingId id = poll();
        signIn(nadia);
        open(id);
        assertThat(_find(PollRow.class)).hasSize(2);
        say(_find(Rsvp.class).getFirst(), Suits.YES);
        assertThat(planning.poll(nadia, id).options().getFirst().mine()).isEqualTo(Suits.YES);
        assertThat(text()).contains("Suits everybody who answered");
        _assertNone(Button.class, spec -> spec.withText("Choose"));
    }

    @Test
    void theOrganiserChoosesADateAndTheAnswersAreKept() {
        MeetingId id = poll();
        polls.vote(
                nadia, id, Map.of(planning.poll(nadia, id).options().getFirst().id(), Suits.YES), Source.PORTAL);
        signIn(helene);
        open(id);
        _click(_find(Button.class, spec -> spec.withText("Choose")).getFirst());
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.RejectEvent(dialog, true));
        assertThat(queries.card(nadia, id).stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(queries.get(nadia, id).saying(Answer.YES)).hasSize(1);
    }

    @Test
    void aFrenchSpeakerReadsThePollInFrench() {
        MeetingId id = poll();
        signIn(nadia);
        UI.getCurrent().setLocale(Locale.FRENCH);
        open(id);
        assertThat(text()).contains("Quelles dates vous conviennent", "Un autre moment me convient");
    }

    @Test
    void theDatesOfASeriesAreListedAndTheSameAnswerIsGivenToAll() {
        List<MeetingId> dates = weekly();
        signIn(nadia);
        open(dates.getFirst());
        say(_find(Rsvp.class).getFirst(), Answer.YES);
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getText().contains("Say the same"))));
        assertThat(dates).allMatch(date -> queries.card(nadia, date).mine() != null);
    }

    @Test
    void whoeverChangesASeriesIsAskedForWhichDates() {
        List<MeetingId> dates = weekly();
        signIn(helene);
        UI.getCurrent().navigate(path(dates.get(1)) + "/edit");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Title")), "Late breakfast");
        _setValue(_get(ScopeField.class), Scope.FOLLOWING);
        _click(_get(Button.class, spec -> spec.withText("Save the changes")));
        assertThat(queries.series(nadia, dates.getFirst()))
                .extracting(card -> card.title())
                .containsExactly("Breakfast", "Late breakfast", "Late breakfast");
    }

    @Test
    void theDeskIsForTheOrganiserOnly() {
        MeetingId id = meetings.schedule(helene, draft("Supper"));
        meetings.answer(nadia, id, Answer.YES, 1);
        signIn(helene);
        UI.getCurrent().navigate(path(id) + "/desk");
        _assertOne(DeskView.class);
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(href -> href.contains("/answers.csv?segment=EVERYBODY"))
                .anyMatch(href -> href.contains("/answers.xlsx?segment=EVERYBODY"));
        UI.getCurrent().navigate(path(id) + "/desk", QueryParameters.of("segment", "ABSENT"));
        assertThat(text()).contains("Nobody");
        signIn(nadia);
        UI.getCurrent().navigate(path(id) + "/desk");
        _assertNone(DeskView.class);
    }

    @Test
    void filtersAreInTheAddressAndHoldInListAndCalendar() {
        meetings.schedule(helene, draft("On site"));
        MeetingId online = meetings.schedule(
                helene,
                MeetingDraft.of(
                        "Call",
                        soon,
                        soon.plusSeconds(600),
                        PARIS,
                        new Place(null, "", "https://meet.example/x"),
                        Invited.wholeCluster()));
        signIn(nadia);
        list("show=upcoming&kind=ONLINE");
        assertThat(text()).contains("Call").doesNotContain("On site, ");
        assertThat(_find(Rsvp.class)).hasSize(1);
        _setValue(_kind(), null);
        assertThat(_find(Rsvp.class)).hasSize(2);
        list("show=upcoming&organisation=" + helene.organisation());
        assertThat(_find(Rsvp.class)).hasSize(2);
        list("show=upcoming&mine=1");
        assertThat(text()).contains("Nothing fits the filter");
        meetings.answer(nadia, online, Answer.YES, 0);
        list("view=month&mine=1");
        _assertOne(CalendarView.class);
        assertThat(queries.between(
                        nadia, soon.minusSeconds(60), soon.plusSeconds(60), new MeetingFilter(true, null, null, null)))
                .hasSize(1);
        list("stage=IDEA");
        assertThat(text()).contains("Nothing fits the filter");
        list("stage=nonsense&kind=nonsense&organisation=nonsense&date=nonsense&view=nonsense");
        assertThat(_find(Rsvp.class)).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static Select<MeetingFilter.Kind> _kind() {
        return (Select<MeetingFilter.Kind>) _get(Select.class, spec -> spec.withLabel("How"));
    }

    @Test
    void aLongQueueAsksWhoHostsAndTheOrganiserPlansTheSecondSession() {
        MeetingId id = meetings.schedule(
                helene,
                new MeetingDraft(
                        "Furnace visit",
                        soon,
                        soon.plusSeconds(600),
                        PARIS,
                        Place.at("Here"),
                        "",
                        1,
                        null,
                        List.of(),
                        Invited.wholeCluster()));
        meetings.answer(camille, id, Answer.YES, 0);
        for (int i = 0; i < 3; i++) {
            meetings.answer(fixtures.member(camille, "Waiting " + (char) ('A' + i), null), id, Answer.YES, 0);
        }
        signIn(nadia);
        open(id);
        _click(_get(Button.class, spec -> spec.withText("I could host it once more")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("When and where it would suit you")), "On Friday");
        _click(_get(Button.class, spec -> spec.withText("Offer it")));
        assertThat(sessions.of(nadia, id).mine()).isPresent();
        _assertNone(Button.class, spec -> spec.withText("Plan it"));
        signIn(helene);
        open(id);
        assertThat(text()).contains("“On Friday”");
        _click(_get(Button.class, spec -> spec.withText("Plan it")));
        assertThat(_get(H1.class).getText()).contains("A second session of Furnace visit");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Title")).getValue())
                .isEqualTo("Furnace visit");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theAnimatorBeginsAGroupThatIsThenInvited() {
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/groups");
        _click(_get(Button.class, spec -> spec.withText("Begin a group")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Safety circle");
        MultiSelectComboBox<Object> people = _get(MultiSelectComboBox.class, spec -> spec.withLabel("People"));
        people.setValue(people.getListDataView().getItems().limit(1).collect(java.util.stream.Collectors.toSet()));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(groups.list(camille)).extracting(GroupCard::name).containsExactly("Safety circle");
        assertThat(text()).contains("Safety circle", "One person");
        signIn(helene);
        UI.getCurrent().navigate("c/" + camille.slug() + "/groups");
        _assertNone(H1.class, spec -> spec.withText("Groups"));
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/new");
        _setValue(
                (RadioButtonGroup<Boolean>) _get(
                        RadioButtonGroup.class,
                        spec -> spec.withPredicate(
                                group -> group.getListDataView().contains(Boolean.FALSE))),
                false);
        _assertOne(MultiSelectComboBox.class, spec -> spec.withLabel("Groups"));
    }

    private MeetingId poll() {
        return polls.start(
                helene,
                draft("Supper").undated(),
                List.of(
                        OptionDraft.at(soon, soon.plusSeconds(3600)),
                        OptionDraft.at(soon.plusSeconds(86_400), soon.plusSeconds(90_000))),
                null);
    }

    private List<MeetingId> weekly() {
        return series.schedule(
                helene, draft("Breakfast"), RepeatRule.weekly(1, Set.of()).times(3));
    }

    private MeetingDraft draft(String title) {
        return MeetingDraft.of(
                title, soon, soon.plusSeconds(3600), PARIS, Place.at("Le Creuset"), Invited.wholeCluster());
    }

    private String path(MeetingId id) {
        return "c/" + camille.slug() + "/meetings/" + id;
    }

    private void open(MeetingId id) {
        UI.getCurrent().navigate(path(id));
    }

    private void list(String query) {
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings", QueryParameters.fromString(query));
    }

    private static String text() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(target -> target.getElement().getTextRecursively())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** As somebody taps it. */
    @SuppressWarnings("unchecked")
    private static <T> void say(Rsvp<?> rsvp, @Nullable T answer) {
        Rsvp<T> typed = (Rsvp<T>) rsvp;
        typed.setValue(answer);
        ComponentUtil.fireEvent(
                (Component) typed, new AbstractField.ComponentValueChangeEvent<>(typed, typed, null, true));
    }
}
