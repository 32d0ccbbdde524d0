package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Source;
import org.convive.meetings.desk.DeskRow;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Questions;
import org.convive.meetings.desk.Segment;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organiser's desk: everybody's answer, questions, rules of seats, messages. For organiser, hosts and animators. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings/{id}")
@Tag(name = "Meetings")
class MeetingDeskController {
    private final Actors actors;
    private final MeetingDesk desk;
    private final Questions questions;
    private final MeetingService meetings;

    MeetingDeskController(Actors actors, MeetingDesk desk, Questions questions, MeetingService meetings) {
        this.actors = actors;
        this.desk = desk;
        this.questions = questions;
        this.meetings = meetings;
    }

    @GetMapping("/desk")
    @Operation(summary = "Everybody whom the meeting concerns, with their answer and where it came from")
    Items<RowBody> desk(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam(defaultValue = "EVERYBODY") Segment segment) {
        Actor actor = actors.in(slug);
        return Items.of(desk.rows(actor, new MeetingId(id), segment), row -> RowBody.of(actor, row));
    }

    @PutMapping("/desk/{person}/rsvp")
    @Operation(summary = "Records what somebody said on the telephone", description = "It is shown who recorded it.")
    RowBody answerFor(
            @PathVariable String slug, @PathVariable long id, @PathVariable long person, @RequestBody NewAnswer said) {
        Actor actor = actors.in(slug);
        MeetingId meeting = new MeetingId(id);
        var unused = meetings.answerFor(actor, meeting, new PersonId(person), said.said(), said.company());
        return row(actor, meeting, person);
    }

    @PutMapping("/desk/{person}/approval")
    @Operation(
            summary = "Approves somebody's yes",
            description = "They get their seats when some are free, and are told.")
    RowBody approve(@PathVariable String slug, @PathVariable long id, @PathVariable long person) {
        Actor actor = actors.in(slug);
        MeetingId meeting = new MeetingId(id);
        meetings.approve(actor, meeting, new PersonId(person));
        return row(actor, meeting, person);
    }

    private RowBody row(Actor actor, MeetingId meeting, long person) {
        return desk.rows(actor, meeting, Segment.EVERYBODY).stream()
                .filter(row -> row.person().value() == person)
                .findFirst()
                .map(row -> RowBody.of(actor, row))
                .orElseThrow(() -> new NotFoundException("person"));
    }

    @GetMapping("/desk/rules")
    @Operation(summary = "Under which rules seats are given")
    RulesBody rules(@PathVariable String slug, @PathVariable long id) {
        MeetingDesk.Rules rules = desk.rules(actors.in(slug), new MeetingId(id));
        return new RulesBody(rules.perCompany(), rules.approval());
    }

    @PutMapping("/desk/rules")
    @Operation(summary = "Says under which rules seats are given", description = "Nobody loses a seat by it.")
    RulesBody rule(@PathVariable String slug, @PathVariable long id, @RequestBody RulesBody rules) {
        meetings.rules(actors.in(slug), new MeetingId(id), rules.perCompany(), Boolean.TRUE.equals(rules.approval()));
        return rules(slug, id);
    }

    @PostMapping("/desk/messages")
    @Operation(summary = "Writes to everybody of a segment")
    MeetingDeedsController.Told write(
            @PathVariable String slug, @PathVariable long id, @RequestBody MessageBody message) {
        return new MeetingDeedsController.Told(desk.write(
                actors.in(slug),
                new MeetingId(id),
                Objects.requireNonNullElse(message.segment(), Segment.EVERYBODY),
                Asked.text(message.subject()),
                Asked.text(message.words())));
    }

    @GetMapping("/questions")
    @Operation(summary = "What the organiser asks of those who come, with what the reader said")
    Items<QuestionBody> questions(@PathVariable String slug, @PathVariable long id) {
        return Items.of(questions.of(actors.in(slug), new MeetingId(id)), QuestionBody::of);
    }

    @PutMapping("/questions")
    @Operation(
            summary = "Says what is asked of those who come",
            description = "An id of a question that is there keeps its answers; one that is left out goes with them.")
    Items<QuestionBody> ask(@PathVariable String slug, @PathVariable long id, @RequestBody QuestionsBody asked) {
        Actor actor = actors.in(slug);
        questions.ask(
                actor,
                new MeetingId(id),
                asked.questions() == null
                        ? List.of()
                        : asked.questions().stream().map(NewQuestion::draft).toList());
        return questions(slug, id);
    }

    @PutMapping("/questions/{question}/reply")
    @Operation(
            summary = "Answers a question of the organiser",
            description = "Empty words take it back. What is said about diet needs consent, and is erased some weeks"
                    + " after the meeting.")
    Items<QuestionBody> reply(
            @PathVariable String slug,
            @PathVariable long id,
            @PathVariable long question,
            @RequestBody ReplyBody said) {
        questions.reply(
                actors.in(slug),
                new MeetingId(id),
                question,
                Asked.text(said.words()),
                Boolean.TRUE.equals(said.consent()));
        return questions(slug, id);
    }

    /** Somebody whom the meeting concerns. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowBody(
            Named person,
            String email,
            String organisation,

            @Schema(description = "Invited by e-mail from outside the cluster")
            boolean outside,

            @Schema(description = "Absent when they said nothing") @Nullable
            Answer answer,

            int guests,

            @Schema(description = "On the waiting list; absent for who does not wait") @Nullable
            Integer waitingPosition,

            boolean approved,

            @Schema(description = "By which way the answer came") @Nullable
            Source source,

            @Nullable OffsetDateTime answeredAt,

            @Schema(description = "What they said to the questions, by the id of the question")
            Map<Long, String> replies) {

        static RowBody of(Actor actor, DeskRow row) {
            return new RowBody(
                    new Named(row.person().value(), row.name()),
                    row.email().value(),
                    row.organisation(),
                    row.outside(),
                    row.answer(),
                    row.guests(),
                    row.position(),
                    row.approved(),
                    row.source(),
                    Times.perhaps(actor, row.answeredAt()),
                    row.replies());
        }
    }

    /** @param perCompany seats for one company; absent for no limit */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulesBody(
            @Nullable Integer perCompany,

            @Schema(description = "Whether a yes waits for the organiser's word", defaultValue = "false") @Nullable
            Boolean approval) {}

    /** A message to a segment. */
    @Schema(requiredProperties = {"subject", "words"})
    record MessageBody(
            @Nullable Segment segment,
            @Nullable String subject,
            @Nullable String words) {}

    /** A question, as the reader sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionBody(
            long id,
            Question.Kind kind,
            String words,
            List<String> choices,
            @Nullable String mine) {
        static QuestionBody of(Question question) {
            return new QuestionBody(
                    question.id(), question.kind(), question.words(), question.choices(), question.mine());
        }
    }

    /** All questions, in the order in which they are asked. */
    record QuestionsBody(@Nullable List<NewQuestion> questions) {}

    /** A question to be asked. */
    @Schema(requiredProperties = {"kind", "words"})
    record NewQuestion(
            @Nullable Long id,
            Question.@Nullable Kind kind,
            @Nullable String words,
            @Nullable List<String> choices) {
        Question.Draft draft() {
            return new Question.Draft(
                    id,
                    Objects.requireNonNullElse(kind, Question.Kind.TEXT),
                    Asked.text(words),
                    choices == null ? List.of() : choices);
        }
    }

    /** What somebody says to a question. */
    record ReplyBody(@Nullable String words, @Nullable Boolean consent) {}
}
