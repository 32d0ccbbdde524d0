package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convive.calendar.CalendarSource;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class MeetingServiceTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MeetingCalendar calendar;

    @Autowired
    private List<CalendarSource> sources;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor otto;
    private Instant from;

    @BeforeEach
    void cluster() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Mécanique du Val");
        from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void aMemberSchedulesAMeetingForTheWholeCluster() {
        MeetingId id = meetings.schedule(nadia, supper(null, Invited.wholeCluster()));
        MeetingPage page = queries.get(helene, id);
        assertThat(page.card().title()).isEqualTo("Supper at the furnace");
        assertThat(page.card().where()).isEqualTo("Le Creuset");
        assertThat(page.mayChange()).isFalse();
        assertThat(queries.get(nadia, id).mayChange()).isTrue();
        assertThat(queries.awaited(helene)).isEqualTo(1);
    }

    @Test
    void whoHostsTheirOwnMeetingComes() {
        var draft = new MeetingDraft(
                "Supper",
                from,
                from.plusSeconds(3600),
                PARIS,
                Place.at("Here"),
                "",
                5,
                null,
                List.of(nadia.person()),
                Invited.wholeCluster());
        MeetingId id = meetings.schedule(nadia, draft);
        assertThat(queries.get(nadia, id).saying(Answer.YES))
                .extracting(Comer::person)
                .containsExactly(nadia.person());
    }

    @Test
    void onlyThoseInvitedSeeAMeeting() {
        MeetingId id = meetings.schedule(camille, supper(null, Invited.people(nadia.person())));
        assertThat(queries.get(nadia, id).card().invited()).isTrue();
        assertThatThrownBy(() -> queries.get(helene, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.answer(helene, id, Answer.YES, 0)).isInstanceOf(NotFoundException.class);
        assertThat(queries.list(helene, MeetingQueries.Selection.UPCOMING, 10)).isEmpty();
        assertThat(queries.awaited(helene)).isZero();
    }

    @Test
    void whoeverWorksForAnInvitedOrganisationIsInvited() {
        var organisation = Objects.requireNonNull(helene.organisation());
        MeetingId id = meetings.schedule(camille, supper(null, Invited.organisations(organisation)));
        Actor colleague = fixtures.member(camille, "Colleague", organisation);
        assertThat(queries.get(colleague, id).card().invited()).isTrue();
        assertThatThrownBy(() -> queries.get(nadia, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() {
        MeetingId id = meetings.schedule(nadia, supper(null, Invited.wholeCluster()));
        assertThatThrownBy(() -> queries.get(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.entry(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.answer(otto, id, Answer.YES, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.withdraw(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.cancel(otto, id, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.invite(otto, id, Invited.wholeCluster()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.change(otto, id, 0, supper(null, Invited.wholeCluster())))
                .isInstanceOf(NotFoundException.class);
        assertThat(queries.list(otto, MeetingQueries.Selection.UPCOMING, 10)).isEmpty();
        assertThat(queries.upcoming(otto, Instant.EPOCH, from.plusSeconds(9), 10))
                .isEmpty();
    }

    @Test
    void peopleAndSitesOfAnotherClusterCannotBeNamed() {
        assertThatThrownBy(() -> meetings.schedule(nadia, supper(null, Invited.people(otto.person()))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.schedule(
                        nadia, supper(null, Invited.organisations(Objects.requireNonNull(otto.organisation())))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyOrganiserHostsAndAnimatorChangeAMeeting() {
        MeetingId id = meetings.schedule(nadia, supper(null, Invited.wholeCluster()));
        assertThatThrownBy(() -> meetings.cancel(helene, id, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> meetings.change(helene, id, 0, supper(9, Invited.wholeCluster())))
                .isInstanceOf(AccessDeniedException.class);
        meetings.change(camille, id, 0, supper(9, Invited.wholeCluster()));
        assertThat(queries.get(nadia, id).card().capacity()).isEqualTo(9);
    }

    @Test
    void aStaleEditIsRefusedAndNothingIsLost() {
        MeetingId id = meetings.schedule(nadia, supper(null, Invited.wholeCluster()));
        meetings.change(nadia, id, 0, supper(9, Invited.wholeCluster()));
        assertThatThrownBy(() -> meetings.change(camille, id, 0, supper(3, Invited.wholeCluster())))
                .isInstanceOf(StaleEdit.class);
        assertThat(queries.get(nadia, id).card().capacity()).isEqualTo(9);
    }

    @Test
    void theSequenceRisesWithTimeAndPlaceAndOnCancellingOnly() {
        MeetingId id = meetings.schedule(nadia, supper(null, Invited.wholeCluster()));
        String uid = queries.entry(nadia, id).uid();
        meetings.change(nadia, id, 0, supper(9, Invited.wholeCluster()));
        assertThat(queries.entry(nadia, id).sequence()).isZero();
        from = from.plusSeconds(3600);
        meetings.change(nadia, id, 1, supper(9, Invited.wholeCluster()));
        assertThat(queries.entry(nadia, id).sequence()).isEqualTo(1);
        meetings.cancel(nadia, id, "The furnace is cold");
        var entry = queries.entry(nadia, id);
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.cancelled()).isTrue();
        assertThat(entry.uid()).isEqualTo(uid);
    }

    @Test
    void anAnswerCanBeChangedAnyTimeAndIsRemembered() {
        MeetingId id = meetings.schedule(camille, supper(null, Invited.wholeCluster()));
        meetings.answer(nadia, id, Answer.YES, 2);
        meetings.answer(nadia, id, Answer.MAYBE, 0);
        meetings.answer(nadia, id, Answer.MAYBE, 0);
        var reply = meetings.answer(nadia, id, Answer.NO, 0);
        assertThat(reply.formerAnswer()).isEqualTo(Answer.MAYBE);
        assertThat(jdbc.sql("SELECT answer FROM meeting_answer_history WHERE meeting_id = ? ORDER BY id")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("YES", "MAYBE", "NO");
    }

    @Test
    void anAnswerCanBeTakenBack() {
        MeetingId id = meetings.schedule(camille, supper(1, Invited.wholeCluster()));
        meetings.answer(nadia, id, Answer.YES, 0);
        assertThat(meetings.answer(helene, id, Answer.YES, 0).waitingPosition()).isEqualTo(1);
        meetings.withdraw(nadia, id);
        assertThat(queries.get(nadia, id).card().mine()).isNull();
        assertThat(queries.get(helene, id).saying(Answer.YES))
                .extracting(Comer::person)
                .containsExactly(helene.person());
    }

    @Test
    void afterTheDeadlineOnlyARegretIsTaken() {
        MeetingId id = meetings.schedule(camille, supper(null, Invited.wholeCluster()));
        meetings.answer(nadia, id, Answer.YES, 0);
        move(id, "answer_by", Instant.now().minusSeconds(60));
        assertThatThrownBy(() -> meetings.answer(helene, id, Answer.YES, 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(Objects.requireNonNull(e.fields().get("answer"))
                                        .key())
                                .isEqualTo("meetings.error.closed"));
        meetings.answer(nadia, id, Answer.NO, 0);
        assertThat(queries.get(nadia, id).saying(Answer.YES)).isEmpty();
    }

    @Test
    void aMeetingThatStartedOrWasCancelledTakesNoAnswers() {
        MeetingId started = meetings.schedule(camille, supper(null, Invited.wholeCluster()));
        move(started, "starts", Instant.now().minusSeconds(60));
        assertThatThrownBy(() -> meetings.answer(nadia, started, Answer.YES, 0)).isInstanceOf(InvalidInput.class);
        MeetingId cancelled = meetings.schedule(camille, supper(null, Invited.wholeCluster()));
        meetings.cancel(camille, cancelled, "");
        assertThatThrownBy(() -> meetings.answer(nadia, cancelled, Answer.YES, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> meetings.cancel(camille, cancelled, "")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void moreSeatsPromoteThoseWhoWait() {
        MeetingId id = meetings.schedule(camille, supper(2, Invited.wholeCluster()));
        meetings.answer(nadia, id, Answer.YES, 0);
        meetings.answer(helene, id, Answer.YES, 1);
        assertThat(queries.get(helene, id).waiting()).extracting(Comer::person).containsExactly(helene.person());
        meetings.change(camille, id, 0, supper(3, Invited.wholeCluster()));
        assertThat(queries.get(helene, id).card().seatsTaken()).isEqualTo(3);
        assertThat(queries.get(helene, id).waiting()).isEmpty();
    }

    @Test
    void manyAnswerAtOnceAndTheTableIsNeverOverfull() throws Exception {
        int capacity = 12;
        MeetingId id = meetings.schedule(camille, supper(capacity, Invited.wholeCluster()));
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            people.add(fixtures.member(camille, "Person " + (char) ('A' + i), null));
        }
        List<Callable<Void>> deeds = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Actor person = people.get(i);
            int guests = i % 3;
            boolean leaves = i % 4 == 0;
            deeds.add(() -> {
                meetings.answer(person, id, Answer.YES, guests);
                if (leaves) {
                    meetings.answer(person, id, Answer.NO, 0);
                }
                assertThat(queries.get(person, id).card().seatsTaken()).isLessThanOrEqualTo(capacity);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<Void> done : threads.invokeAll(deeds)) {
                done.get();
            }
        }
        MeetingPage page = queries.get(camille, id);
        assertThat(page.answers()).hasSize(24);
        assertThat(page.saying(Answer.NO)).hasSize(6);
        int free = capacity - page.card().seatsTaken();
        assertThat(page.waiting()).as("nobody who fits is left waiting").allMatch(comer -> 1 + comer.guests() > free);
        assertThat(page.waiting()).isNotEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM meeting_answer_history WHERE meeting_id = ? AND NOT promoted")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .as("each answer is on record")
                .isEqualTo(30);
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT arrival) = COUNT(arrival) FROM meeting_answer WHERE meeting_id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theOwnCalendarHoldsWhatOneComesTo() {
        assertThat(sources).contains(calendar);
        MeetingId id = meetings.schedule(camille, supper(null, Invited.wholeCluster()));
        assertThat(calendar.entriesOf(nadia.person(), Instant.EPOCH)).isEmpty();
        meetings.answer(nadia, id, Answer.YES, 0);
        assertThat(calendar.entriesOf(nadia.person(), Instant.EPOCH))
                .extracting("uid")
                .containsExactly(queries.entry(nadia, id).uid());
        meetings.cancel(camille, id, "");
        assertThat(calendar.entriesOf(nadia.person(), Instant.EPOCH))
                .singleElement()
                .matches(entry -> entry.cancelled());
        assertThat(calendar.entriesOf(nadia.person(), from.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void htmlAndRightToLeftTextsAreKeptAsTheyAre() {
        String title = "<script>alert('é')</script> مرحبا 🍷";
        var draft =
                MeetingDraft.of(title, from, from.plusSeconds(60), PARIS, Place.at("<b>x</b>"), Invited.wholeCluster());
        MeetingId id = meetings.schedule(nadia, draft);
        assertThat(queries.get(nadia, id).card().title()).isEqualTo(title);
    }

    @Test
    void invitingMoreTellsOnlyTheNewcomers() {
        MeetingId id = meetings.schedule(camille, supper(null, Invited.people(nadia.person())));
        assertThat(meetings.invite(camille, id, Invited.people(nadia.person(), helene.person())))
                .isEqualTo(1);
        assertThat(queries.get(helene, id).card().invited()).isTrue();
        assertThatThrownBy(() -> meetings.invite(helene, id, Invited.wholeCluster()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> meetings.invite(camille, id, new Invited(false, Set.of(), Set.of())))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void thoseConcernedAreTold() {
        MeetingId id = meetings.schedule(camille, supper(1, Invited.people(nadia.person(), helene.person())));
        assertThat(letters(id, "meeting.invitation")).containsExactlyInAnyOrder(address(nadia), address(helene));
        meetings.answer(nadia, id, Answer.YES, 0);
        meetings.answer(helene, id, Answer.YES, 0);
        meetings.answer(nadia, id, Answer.NO, 0);
        assertThat(letters(id, "meeting.promotion")).containsExactly(address(helene));
        meetings.change(camille, id, 0, supper(8, Invited.wholeCluster()));
        assertThat(letters(id, "meeting.change")).as("more seats are no news").isEmpty();
        from = from.plusSeconds(3600);
        meetings.change(camille, id, 1, supper(8, Invited.wholeCluster()));
        assertThat(letters(id, "meeting.change")).as("Nadia said no").containsExactly(address(helene));
        meetings.cancel(camille, id, "The furnace is cold");
        assertThat(letters(id, "meeting.cancellation")).containsExactly(address(helene));
        assertThat(letters(id, "meeting.invitation")).hasSize(2);
    }

    private List<String> letters(MeetingId id, String kind) {
        return jdbc.sql("""
                        SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE l.subject_ref = ? AND l.kind = ?""").params("meeting:" + id, kind).query(String.class).list();
    }

    private static String address(Actor actor) {
        return actor.email().value();
    }

    private void move(MeetingId id, String column, Instant at) {
        jdbc.sql("UPDATE meeting SET " + column + " = ? WHERE id = ?")
                .params(Utc.column(at), id.value())
                .update();
    }

    private MeetingDraft supper(@Nullable Integer capacity, Invited invited) {
        return new MeetingDraft(
                "Supper at the furnace",
                from,
                from.plus(Duration.ofHours(3)),
                PARIS,
                Place.at("Le Creuset"),
                "Bring **one thing** that went wrong.",
                capacity,
                null,
                List.of(),
                invited);
    }
}
