package org.convive.meetings.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.convive.testing.RowLocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class MinutesServiceTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private MinutesRows rows;

    @Autowired
    private RowLocks locks;

    @Autowired
    private ReleasedDecisions decided;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor otto;
    private MeetingId meeting;

    @BeforeEach
    void aMeetingWithTwoWhoCome() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.animatorOfNewCluster();
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
        var unused = meetings.answer(helene, meeting, Answer.YES, 0);
    }

    @Test
    void everybodyWhoTakesPartWritesAndOthersSeeNothingYet() {
        note(camille, "Gas is dear");
        note(helene, "We look for cullet");
        assertThat(words(helene)).containsExactly("Gas is dear", "We look for cullet");
        assertThat(words(nadia)).isEmpty();
        assertThatThrownBy(() -> note(nadia, "I am not there")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eightPeopleWhoWriteAndChangeAtOnceLoseNothing() throws Exception {
        long shared = note(camille, "Start");
        List<Callable<Boolean>> deeds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int who = i;
            Actor actor = i % 2 == 0 ? camille : helene;
            deeds.add(() -> {
                note(actor, "Note of " + who);
                var unused = minutes.reword(actor, meeting, shared, 0, "Start word" + who);
                return true;
            });
        }
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var done : executor.invokeAll(deeds)) {
                assertThat(done.get()).isTrue();
            }
        }
        List<String> all = words(camille);
        assertThat(all).hasSize(9);
        for (int i = 0; i < 8; i++) {
            assertThat(all).contains("Note of " + i);
            assertThat(all.getFirst()).contains("word" + i);
        }
    }

    @Test
    void twoWhoChangeTheSameWordsBothKeepTheirs() {
        long entry = note(camille, "Until March");
        assertThat(minutes.reword(camille, meeting, entry, 0, "Until April").bothKept())
                .isFalse();
        Reworded now = minutes.reword(helene, meeting, entry, 0, "Until May");
        assertThat(now.bothKept()).isTrue();
        assertThat(words(camille).getFirst()).contains("April", "May");
    }

    @Test
    void anActionStandsOnItsOwnersFirstPageUntilItIsDone() {
        long action = minutes.add(
                camille,
                meeting,
                new Entry.Draft(Entry.Kind.ACTION, "Ask the supplier", null, nadia.person(), LocalDate.of(2030, 3, 1)));
        assertThat(minutes.openActions(nadia, 5)).extracting(OpenAction::words).containsExactly("Ask the supplier");
        assertThat(minutes.openActions(helene, 5)).isEmpty();
        assertThatThrownBy(() -> minutes.done(helene, meeting, action, true)).isInstanceOf(AccessDeniedException.class);
        minutes.done(nadia, meeting, action, true);
        assertThat(minutes.openActions(nadia, 5)).isEmpty();
        minutes.done(nadia, meeting, action, false);
        assertThat(minutes.openActions(nadia, 5)).hasSize(1);
        minutes.remove(camille, meeting, action);
        assertThat(minutes.openActions(nadia, 5)).isEmpty();
        minutes.restore(camille, meeting, action);
        assertThat(minutes.openActions(nadia, 5)).hasSize(1);
    }

    @Test
    void participantsCorrectBeforeReleaseAndNobodyAfter() {
        long entry = note(camille, "We buy a oven");
        assertThatThrownBy(() -> minutes.correct(helene, meeting, entry, 0, "We buy an oven"))
                .isInstanceOf(InvalidInput.class);
        minutes.review(camille, meeting);
        assertThatThrownBy(() -> note(helene, "More")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> minutes.correct(nadia, meeting, entry, 0, "x"))
                .isInstanceOf(AccessDeniedException.class);
        minutes.correct(helene, meeting, entry, 0, "We buy an oven");
        assertThatThrownBy(() -> minutes.release(camille, meeting)).isInstanceOf(InvalidInput.class);
        var correction = minutes.minutes(camille, meeting).corrections().getFirst();
        assertThat(correction.personName()).isEqualTo("Verrerie Saulnaye manager");
        assertThatThrownBy(() -> minutes.answer(helene, meeting, correction.id(), true))
                .isInstanceOf(AccessDeniedException.class);
        minutes.answer(camille, meeting, correction.id(), true);
        assertThat(words(helene)).containsExactly("We buy an oven");
        minutes.release(camille, meeting);
        assertThat(words(nadia)).containsExactly("We buy an oven");
        assertThatThrownBy(() -> note(camille, "Late")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> minutes.correct(helene, meeting, entry, 1, "x"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepMePostedGetsTheMinutes() {
        var unused = meetings.answer(nadia, meeting, Answer.KEEP_POSTED, 0);
        note(camille, "Gas is dear");
        minutes.add(camille, meeting, Entry.Draft.of(Entry.Kind.DECISION, "We buy together"));
        int told = minutes.release(camille, meeting);
        assertThat(told).isEqualTo(3);
        assertThat(minutes.release(camille, meeting)).isZero();
        assertThat(jdbc.sql("""
                        SELECT d.address FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        WHERE l.kind = 'meeting.minutes' AND l.subject_ref = ?""").param("meeting:" + meeting).query(String.class).list())
                .contains(nadia.email().value(), helene.email().value());
    }

    @Test
    void decisionsOfReleasedMinutesCanBeToldToTheWholeClusterAndNoEarlier() {
        Instant before = Instant.now().minusSeconds(60);
        minutes.add(camille, meeting, Entry.Draft.of(Entry.Kind.DECISION, "We buy together"));
        note(camille, "Gas is dear");
        assertThat(decided.between(camille.cluster(), before, Instant.now().plusSeconds(60), 10))
                .isEmpty();
        minutes.release(camille, meeting);
        assertThat(decided.between(camille.cluster(), before, Instant.now().plusSeconds(60), 10))
                .extracting(ReleasedDecisions.Decision::words, ReleasedDecisions.Decision::meetingTitle)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("We buy together", "Breakfast"));
        assertThat(decided.between(otto.cluster(), before, Instant.now().plusSeconds(60), 10))
                .isEmpty();
        jdbc.sql("UPDATE meeting SET everyone = FALSE WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(decided.between(camille.cluster(), before, Instant.now().plusSeconds(60), 10))
                .isEmpty();
    }

    @Test
    void emptyMinutesAndEmptyWordsAreRefused() {
        assertThatThrownBy(() -> minutes.release(camille, meeting)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> note(camille, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> note(camille, "x".repeat(4001))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNoMinutes() {
        long entry = note(camille, "Gas is dear");
        assertThatThrownBy(() -> minutes.minutes(otto, meeting)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> note(otto, "x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> minutes.reword(otto, meeting, entry, 0, "x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> minutes.done(otto, meeting, entry, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> minutes.release(otto, meeting)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> minutes.add(
                        camille, meeting, new Entry.Draft(Entry.Kind.ACTION, "x", null, otto.person(), null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> minutes.review(helene, meeting)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoChangesAnEntryLocksTheEntryOnlyAndNobodysAccount() {
        long entry = note(helene, "Gas is dear");
        locks.assertLeavesAlone(
                () -> assertThat(rows.lock(meeting, entry))
                        .hasValueSatisfying(
                                found -> assertThat(found.authorName()).isEqualTo(helene.name())),
                "SELECT id FROM person WHERE id = ?",
                helene.person().value());
    }

    private long note(Actor actor, String words) {
        return minutes.add(actor, meeting, Entry.Draft.of(Entry.Kind.NOTE, words));
    }

    private List<String> words(Actor actor) {
        return minutes.minutes(actor, meeting).entries().stream()
                .map(Entry::words)
                .toList();
    }
}
