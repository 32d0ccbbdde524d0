package org.convive.meetings.day.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.day.DoorService;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DoorPagesTest extends KaribuTest {
    @Autowired
    private MeetingService meetings;

    @Autowired
    private DoorService door;

    private Actor camille;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void aSupperInAnHour() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        Instant from = Instant.now().plus(Duration.ofHours(1));
        supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        var unused = meetings.answer(nadia, supper, Answer.YES, 0);
    }

    @Test
    void oneTapNotesSomebodyAndUndoTakesItBack() {
        signIn(camille);
        open("door");
        _click(_get(Button.class, spec -> spec.withText("Here")));
        assertThat(door.attendance(camille, supper).here()).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(door.attendance(camille, supper).here()).isEmpty();
    }

    @Test
    void aWalkInIsTypedAndABadOneIsToldBesideTheField() {
        signIn(camille);
        open("door");
        _click(_get(Button.class, spec -> spec.withText("Somebody else came")));
        _click(_get(Button.class, spec -> spec.withText("Note them")));
        TextField name = _get(TextField.class, spec -> spec.withLabel("Name"));
        assertThat(name.isInvalid()).isTrue();
        _setValue(name, "Otto");
        _click(_get(Button.class, spec -> spec.withText("Note them")));
        assertThat(_find(DoorRow.class)).hasSize(2);
    }

    @Test
    void whoeverShowsTheirOwnCodeComesFirst() {
        signIn(camille);
        UI.getCurrent()
                .navigate(
                        path("door"),
                        QueryParameters.simple(Map.of("person", nadia.person().toString())));
        assertThat(_find(DoorRow.class)).hasSize(2);
    }

    @Test
    void aGuestTapsOnceWithTheCodeOfTheDoor() {
        String address = door.doorAddress(camille, supper);
        signIn(nadia);
        UI.getCurrent()
                .navigate(
                        path("here"),
                        QueryParameters.simple(Map.of("key", address.substring(address.indexOf("key=") + 4))));
        assertThat(door.arrival(nadia, supper)).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("I am here")));
        assertThat(door.arrival(nadia, supper)).isPresent();
        _assertNone(Button.class, spec -> spec.withText("I am here"));
    }

    @Test
    void withoutTheCodeOfTheDoorOneShowsOnesOwn() {
        signIn(nadia);
        open("here");
        _assertOne(HereView.class);
        _assertNone(Button.class, spec -> spec.withText("I am here"));
    }

    @Test
    void membersAndStrangersDoNotKeepTheDoor() {
        signIn(nadia);
        open("door");
        _assertNone(DoorView.class);
        Actor otto = fixtures.animatorOfNewCluster();
        signIn(otto);
        open("door");
        _assertNone(DoorView.class);
        open("here");
        _assertNone(HereView.class);
    }

    private void open(String page) {
        UI.getCurrent().navigate(path(page));
    }

    private String path(String page) {
        return "c/" + camille.slug() + "/meetings/" + supper + "/" + page;
    }
}
