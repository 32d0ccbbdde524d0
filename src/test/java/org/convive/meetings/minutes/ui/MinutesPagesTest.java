package org.convive.meetings.minutes.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.agenda.Topics;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.MinutesService;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MinutesPagesTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private AgendaService agendas;

    @Autowired
    private Topics topics;

    @Autowired
    private OpenActionsSection section;

    private Actor camille;
    private Actor nadia;
    private MeetingId meeting;

    @BeforeEach
    void aMeeting() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        Instant from = Instant.now().plus(Duration.ofHours(1));
        meeting = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Breakfast",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        var unused = meetings.answer(nadia, meeting, Answer.YES, 0);
    }

    @Test
    void whatSomebodyElseWritesAppearsWhileOneTypes() {
        long first = minutes.add(nadia, meeting, Entry.Draft.of(Entry.Kind.NOTE, "Gas is dear"));
        signIn(camille);
        open("minutes");
        _click(_find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("Change: Gas is dear"))
                .findFirst()
                .orElseThrow());
        TextArea mine = _find(TextArea.class).getFirst();
        _setValue(mine, "Today gas is dear");
        minutes.add(nadia, meeting, Entry.Draft.of(Entry.Kind.DECISION, "We buy together"));
        minutes.reword(nadia, meeting, first, 0, "Gas is dear again");
        MockVaadin.clientRoundtrip(true);
        assertThat(_find(EntryRow.class)).hasSize(2);
        assertThat(_find(TextArea.class).getFirst().getValue()).isEqualTo("Today gas is dear");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(minutes.minutes(camille, meeting).entries().getFirst().words())
                .contains("Today", "again");
    }

    @Test
    void anEntryIsAddedAndABlankOneRefused() {
        signIn(nadia);
        open("minutes");
        _click(_get(Button.class, spec -> spec.withText("Add")));
        TextArea words = _get(TextArea.class, spec -> spec.withLabel("What was said"));
        assertThat(words.isInvalid()).isTrue();
        _setValue(words, "Gas is dear");
        _click(_get(Button.class, spec -> spec.withText("Add")));
        assertThat(minutes.minutes(nadia, meeting).entries()).hasSize(1);
    }

    @Test
    void openActionsStandOnTheFirstPage() {
        signIn(nadia);
        assertThat(section.render(nadia)).isEmpty();
        minutes.add(
                camille, meeting, new Entry.Draft(Entry.Kind.ACTION, "Ask the supplier", null, nadia.person(), null));
        UI.getCurrent().navigate("c/" + camille.slug());
        _click(_find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("Done: Ask the supplier"))
                .findFirst()
                .orElseThrow());
        assertThat(minutes.openActions(nadia, 5)).isEmpty();
    }

    @Test
    void theOrganiserWritesTheAgenda() {
        signIn(camille);
        open("agenda");
        _click(_get(Button.class, spec -> spec.withText("Add an item")));
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Minutes")), 0);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        TextField title = _get(TextField.class, spec -> spec.withLabel("What"));
        assertThat(title.isInvalid()).isTrue();
        _setValue(title, "Welcome");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Minutes")), 10);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(agendas.agenda(camille, meeting).items()).hasSize(1);
        signIn(nadia);
        open("agenda");
        _assertNone(Button.class, spec -> spec.withText("Add an item"));
    }

    @Test
    void aMemberProposesATopicAndVotes() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/topics");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Topic")), "Gas");
        _click(_get(Button.class, spec -> spec.withText("Propose it")));
        _click(_get(Button.class, spec -> spec.withText("0")));
        assertThat(topics.open(nadia).getFirst().votes()).isEqualTo(1);
    }

    @Test
    void aStrangerFindsNeitherMinutesNorAgenda() {
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        open("minutes");
        _assertNone(MinutesView.class);
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/topics");
        assertThat(_find(TextField.class, spec -> spec.withLabel("Topic"))).isEmpty();
    }

    private void open(String page) {
        UI.getCurrent().navigate("c/" + camille.slug() + "/meetings/" + meeting + "/" + page);
    }
}
