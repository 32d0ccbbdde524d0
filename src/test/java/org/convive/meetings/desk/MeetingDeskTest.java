package org.convive.meetings.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipFile;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
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
class MeetingDeskTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingDesk desk;

    @Autowired
    private DeskExport export;

    @Autowired
    private Questions questions;

    @Autowired
    private Reminders reminders;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private OutsideGuests outside;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor nadia;
    private Actor otto;

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void theOrganiserSeesWhoSaidWhatAndWhereItCameFrom() {
        MeetingId id = supper(null);
        meetings.answerFor(camille, id, nadia.person(), Answer.YES, 2);
        assertThat(outside.invite(camille, id, "Anna <anna." + id + "@kern.example>, Kern"))
                .isEqualTo(1);
        assertThat(desk.rows(camille, id, Segment.COMING)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Nadia");
            assertThat(row.recordedBy()).isEqualTo("Camille");
            assertThat(row.guests()).isEqualTo(2);
        });
        assertThat(desk.rows(camille, id, Segment.SILENT))
                .filteredOn(DeskRow::outside)
                .extracting(DeskRow::organisation)
                .containsExactly("Kern");
        assertThat(desk.rows(camille, id, Segment.EVERYBODY)).hasSize(3);
    }

    @Test
    void theDeskIsForThoseWhoMayChangeTheMeeting() {
        MeetingId id = supper(null);
        assertThatThrownBy(() -> desk.rows(nadia, id, Segment.EVERYBODY)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.write(nadia, id, Segment.EVERYBODY, "a", "b"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> questions.ask(nadia, id, List.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> meetings.rules(nadia, id, 1, true)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> meetings.approve(nadia, id, nadia.person())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.rows(otto, id, Segment.EVERYBODY)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> questions.of(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.write(otto, id, Segment.EVERYBODY, "a", "b"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.rules(otto, id, 1, true)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMessageGoesToTheSegmentOnly() {
        MeetingId id = supper(null);
        meetings.answer(nadia, id, Answer.MAYBE, 0);
        Actor helene = fixtures.member(camille, "Helene", null);
        assertThat(desk.write(camille, id, Segment.MAYBE, "Where?", "At the {{gate}}."))
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                                SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                                WHERE l.subject_ref = ? AND l.kind = 'meeting.message'""").param("meeting:" + id).query(String.class).list())
                .containsExactly(nadia.email().value())
                .doesNotContain(helene.email().value());
        assertThatThrownBy(() -> desk.write(camille, id, Segment.COMING, "Where?", "There."))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void exportsAreHarmlessInASpreadsheet() throws Exception {
        MeetingId id = supper(null);
        Actor mischief = fixtures.member(camille, "=HYPERLINK(\"x\")", null);
        meetings.answer(mischief, id, Answer.YES, 0);
        String csv = new String(export.csv(camille, id, Segment.COMING), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeff")
                .contains("'=HYPERLINK")
                .doesNotContain(";=")
                .doesNotContain("\n=");
        Path file = Files.createTempFile("answers", ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            export.xlsx(camille, id, Segment.COMING, out);
        }
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
            String xml = new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains("sheetData").doesNotContain("<f>");
        }
        Files.delete(file);
    }

    @Test
    void dietIsKeptWithConsentOnlyAndErasedAfterItsTime() {
        MeetingId id = supper(null);
        questions.ask(
                camille,
                id,
                List.of(
                        new Question.Draft(null, Question.Kind.DIET, "Allergies?", List.of()),
                        new Question.Draft(null, Question.Kind.CHOICE, "Which day?", List.of("Monday", "Tuesday")),
                        new Question.Draft(null, Question.Kind.TEXT, "Shoe size?", List.of())));
        List<Question> asked = questions.of(nadia, id);
        assertThatThrownBy(() -> questions.reply(nadia, id, asked.get(0).id(), "Nuts", false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> questions.reply(nadia, id, asked.get(1).id(), "Sunday", false))
                .isInstanceOf(InvalidInput.class);
        questions.reply(nadia, id, asked.get(0).id(), "Nuts", true);
        questions.reply(nadia, id, asked.get(2).id(), "41", false);
        assertThat(questions.replies(id).get(nadia.person()))
                .isEqualTo(Map.of(asked.get(0).id(), "Nuts", asked.get(2).id(), "41"));
        assertThat(questions.of(camille, id)).extracting(Question::mine).containsOnlyNulls();
        jdbc.sql("UPDATE meeting SET starts = '2020-01-01', ends = '2020-01-02' WHERE id = ?")
                .param(id.value())
                .update();
        assertThat(questions.eraseDue()).isPositive();
        assertThat(questions.replies(id).get(nadia.person()))
                .isEqualTo(Map.of(asked.get(2).id(), "41"));
    }

    @Test
    void aQuestionThatIsChangedKeepsItsAnswersAndOneThatIsLeftOutIsAskedNoMore() {
        MeetingId id = supper(null);
        questions.ask(camille, id, List.of(new Question.Draft(null, Question.Kind.TEXT, "A?", List.of())));
        long first = questions.of(nadia, id).getFirst().id();
        questions.reply(nadia, id, first, "yes", false);
        questions.ask(
                camille,
                id,
                List.of(
                        new Question.Draft(null, Question.Kind.TEXT, "B?", List.of()),
                        new Question.Draft(first, Question.Kind.TEXT, "A again?", List.of())));
        assertThat(questions.of(nadia, id)).extracting(Question::words).containsExactly("B?", "A again?");
        assertThat(questions.of(nadia, id).getLast().mine()).isEqualTo("yes");
        questions.ask(camille, id, List.of());
        assertThat(questions.of(nadia, id)).isEmpty();
    }

    @Test
    void oneCompanyDoesNotTakeAllSeats() {
        MeetingId id = supper(10);
        Actor manager = fixtures.managerOf(camille, "Verrerie");
        Actor second = fixtures.member(camille, "Second", manager.organisation());
        Actor third = fixtures.member(camille, "Third", manager.organisation());
        meetings.rules(camille, id, 2, false);
        meetings.answer(manager, id, Answer.YES, 0);
        meetings.answer(second, id, Answer.YES, 0);
        assertThat(meetings.answer(third, id, Answer.YES, 0).waitingPosition()).isEqualTo(1);
        assertThat(meetings.answer(nadia, id, Answer.YES, 0).waitingPosition())
                .as("another company")
                .isNull();
        assertThatThrownBy(() -> meetings.answer(manager, id, Answer.YES, 2)).isInstanceOf(InvalidInput.class);
        meetings.answer(second, id, Answer.NO, 0);
        assertThat(queries.card(third, id).mine())
                .satisfies(mine -> assertThat(Objects.requireNonNull(mine).waitingPosition())
                        .isNull());
    }

    @Test
    void whereTheOrganiserApprovesAYesWaitsForTheirWord() {
        MeetingId id = supper(null);
        meetings.rules(camille, id, null, true);
        meetings.answer(nadia, id, Answer.YES, 0);
        assertThat(queries.get(camille, id).saying(Answer.YES)).isEmpty();
        assertThat(desk.rows(camille, id, Segment.WAITING))
                .extracting(DeskRow::approved)
                .containsExactly(false);
        meetings.approve(camille, id, nadia.person());
        assertThat(queries.get(camille, id).saying(Answer.YES))
                .extracting(Comer::person)
                .containsExactly(nadia.person());
        Actor helene = fixtures.member(camille, "Helene", null);
        meetings.answer(helene, id, Answer.YES, 0);
        meetings.rules(camille, id, null, false);
        assertThat(queries.get(camille, id).saying(Answer.YES)).hasSize(2);
    }

    @Test
    void silenceIsRemindedOnceAndNeverChased() {
        MeetingId id = supper(null);
        Actor helene = fixtures.member(camille, "Helene", null);
        meetings.answer(nadia, id, Answer.NO, 0);
        jdbc.sql("UPDATE meeting SET created_at = ?, answer_by = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minus(Duration.ofDays(9))),
                        Utc.column(Instant.now().plus(Duration.ofDays(1))),
                        id.value())
                .update();
        var first = reminders.remindDue();
        var second = reminders.remindDue();
        assertThat(first).isPositive();
        assertThat(second).isZero();
        assertThat(jdbc.sql("""
                                SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                                WHERE l.subject_ref = ? AND l.kind = 'meeting.reminder'""").param("meeting:" + id).query(String.class).list())
                .containsExactly(helene.email().value());
    }

    @Test
    void underManyWithdrawalsAndAnswersAtOnceNobodySkipsTheQueueAndNoSeatIsGivenTwice() throws Exception {
        int capacity = 32;
        MeetingId id = supper(capacity);
        List<Actor> seated = people("Seated", capacity);
        List<Actor> queue = people("Queued", 40);
        List<Actor> late = people("Late", 16);
        seated.forEach(person -> meetings.answer(person, id, Answer.YES, 0));
        queue.forEach(person -> meetings.answer(person, id, Answer.YES, 0));
        List<Callable<Void>> deeds = new ArrayList<>();
        seated.forEach(person -> deeds.add(() -> {
            meetings.withdraw(person, id);
            assertThat(queries.card(person, id).seatsTaken()).isLessThanOrEqualTo(capacity);
            return null;
        }));
        late.forEach(person -> deeds.add(() -> {
            meetings.answer(person, id, Answer.YES, 0);
            return null;
        }));
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (Future<Void> done : threads.invokeAll(deeds)) {
                done.get();
            }
        }
        assertThat(queries.card(camille, id).seatsTaken()).isEqualTo(capacity);
        assertThat(queries.get(camille, id).saying(Answer.YES))
                .as("the first 32 of the queue, in their order")
                .extracting(Comer::person)
                .containsExactlyInAnyOrderElementsOf(
                        queue.subList(0, capacity).stream().map(Actor::person).toList());
        assertThat(jdbc.sql("""
                                SELECT person_id FROM meeting_answer_history WHERE meeting_id = ? AND promoted ORDER BY id""").param(id.value()).query(Long.class).list())
                .isEqualTo(queue.subList(0, capacity).stream()
                        .map(person -> person.person().value())
                        .toList());
    }

    private List<Actor> people(String name, int count) {
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(fixtures.member(camille, name + " " + (char) ('A' + i), null));
        }
        return people;
    }

    private MeetingId supper(@Nullable Integer capacity) {
        Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
        return meetings.schedule(
                camille,
                new MeetingDraft(
                        "Supper",
                        from,
                        from.plusSeconds(3600),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        "",
                        capacity,
                        null,
                        List.of(),
                        Invited.wholeCluster()));
    }
}
