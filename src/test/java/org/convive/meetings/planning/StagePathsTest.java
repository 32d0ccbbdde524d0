package org.convive.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.shared.PersonId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random paths through the stages, with people speaking on the way: what each of them said last is always there. */
@PortalTest
class StagePathsTest {
    private static final int STEPS = 40;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlanningQueries planning;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private Interests interests;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAreNeverLostWhateverPathAMeetingTakes(long seed) {
        var chance = new Random(seed);
        Actor organiser = fixtures.animatorOfNewCluster();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(fixtures.member(organiser, "Person " + (char) ('A' + i), null));
        }
        var told = new Told();
        MeetingId id = stages.imagine(organiser, draft());
        Stage stage = Stage.IDEA;
        for (int step = 0; step < STEPS; step++) {
            Actor person = people.get(chance.nextInt(people.size()));
            if (chance.nextInt(3) > 0) {
                speak(stage, id, person, chance, told);
            } else {
                stage = move(stage, id, organiser, chance, told);
            }
            assertThat(queries.card(organiser, id).stage()).isEqualTo(stage);
            compare(id, organiser, told, "seed " + seed + ", step " + step + ", " + stage);
        }
    }

    private void speak(Stage stage, MeetingId id, Actor person, Random chance, Told told) {
        switch (stage) {
            case IDEA -> {
                Interest interest = Interest.values()[chance.nextInt(3)];
                var unused = interests.say(person, id, interest, Source.PORTAL);
                told.interests.put(person.person(), interest);
            }
            case DATES -> {
                List<DateOption> options = planning.poll(person, id).options();
                DateOption option = options.get(chance.nextInt(options.size()));
                Suits suits = Suits.values()[chance.nextInt(3)];
                var unused = polls.vote(person, id, Map.of(option.id(), suits), Source.PORTAL);
                told.vote(option.from(), person.person(), suits);
            }
            default -> {
                Answer answer = Answer.values()[chance.nextInt(4)];
                var unused = meetings.answer(person, id, answer, 0);
                told.answer(person.person(), answer);
            }
        }
    }

    private Stage move(Stage stage, MeetingId id, Actor organiser, Random chance, Told told) {
        Instant day = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(10 + chance.nextInt(4)))
                .plus(Duration.ofHours(9));
        switch (chance.nextInt(3)) {
            case 0 -> {
                var unused = stages.undate(organiser, id, Stage.IDEA);
                return Stage.IDEA;
            }
            case 1 -> {
                if (stage.isDated()) {
                    told.seed(queries.card(organiser, id).from());
                }
                polls.ask(organiser, id, List.of(at(day), at(day.plus(Duration.ofDays(1)))), null);
                return Stage.DATES;
            }
            default -> {
                if (stage.isDated()) {
                    return stage;
                }
                List<DateOption> options = planning.poll(organiser, id).options();
                if (stage == Stage.DATES) {
                    DateOption option = options.get(chance.nextInt(options.size()));
                    polls.choose(organiser, id, option.id(), null, null);
                    told.carry(option.from());
                } else {
                    stages.setDate(organiser, id, day, day.plusSeconds(3600));
                    told.carry(Instant.EPOCH);
                }
                return Stage.CONFIRMED;
            }
        }
    }

    private void compare(MeetingId id, Actor organiser, Told told, String where) {
        Map<PersonId, Interest> interest = new HashMap<>();
        planning.interested(organiser, id).forEach(one -> interest.put(one.person(), one.interest()));
        assertThat(interest).as(where).isEqualTo(told.interests);
        Map<PersonId, Answer> answers = new HashMap<>();
        for (Comer comer : queries.get(organiser, id).answers()) {
            answers.put(comer.person(), comer.answer());
        }
        assertThat(answers).as(where).isEqualTo(told.answers());
        Map<Instant, Map<PersonId, Suits>> votes = new HashMap<>();
        jdbc.sql("""
                        SELECT o.starts, v.person_id, v.suits FROM meeting_option o JOIN meeting_vote v ON v.option_id = o.id
                        WHERE o.meeting_id = ?""")
                .param(id.value())
                .query((row, n) -> votes.computeIfAbsent(
                                org.convive.shared.Utc.moment(row.getObject(1, java.time.LocalDateTime.class)),
                                key -> new HashMap<>())
                        .put(new PersonId(row.getLong(2)), Suits.valueOf(row.getString(3))))
                .list();
        assertThat(votes).as(where).isEqualTo(told.votes());
    }

    private static OptionDraft at(Instant from) {
        return OptionDraft.at(from, from.plusSeconds(3600));
    }

    private static MeetingDraft draft() {
        return new MeetingDraft(
                "Supper",
                null,
                null,
                ZoneId.of("Europe/Paris"),
                Place.at("Here"),
                "",
                null,
                null,
                List.of(),
                Invited.wholeCluster());
    }

    /** What people said, in the order they said it: a model in memory. */
    private static final class Told {
        private record Word<T>(T said, int at) {}

        private final Map<PersonId, Interest> interests = new HashMap<>();
        private final Map<PersonId, Word<Answer>> answers = new HashMap<>();
        private final Map<Instant, Map<PersonId, Word<Suits>>> votes = new HashMap<>();
        private int now;

        void answer(PersonId person, Answer answer) {
            now++;
            Word<Answer> before = answers.get(person);
            if (before == null || before.said() != answer) {
                answers.put(person, new Word<>(answer, now));
            }
        }

        void vote(Instant date, PersonId person, Suits suits) {
            now++;
            Map<PersonId, Word<Suits>> said = votes.computeIfAbsent(date, key -> new HashMap<>());
            Word<Suits> before = said.get(person);
            if (before == null || before.said() != suits) {
                said.put(person, new Word<>(suits, now));
            }
        }

        /** Answers to a date that is given up become votes on it, where there were none. */
        void seed(Instant date) {
            answers.forEach((person, word) -> {
                if (word.said() != Answer.KEEP_POSTED) {
                    Suits suits = word.said() == Answer.YES
                            ? Suits.YES
                            : word.said() == Answer.MAYBE ? Suits.IF_NEEDED : Suits.NO;
                    votes.computeIfAbsent(date, key -> new HashMap<>())
                            .putIfAbsent(person, new Word<>(suits, word.at()));
                }
            });
        }

        /** The word on the chosen date becomes the answer unless an answer came later. */
        void carry(Instant date) {
            now++;
            votes.getOrDefault(date, Map.of()).forEach((person, word) -> {
                Word<Answer> before = answers.get(person);
                if (before == null || word.at() > before.at()) {
                    Answer answer = word.said().answer();
                    if (before == null || before.said() != answer) {
                        answers.put(person, new Word<>(answer, now));
                    }
                }
            });
            interests.forEach((person, interest) -> {
                if (interest == Interest.KEEP_POSTED) {
                    answers.putIfAbsent(person, new Word<>(Answer.KEEP_POSTED, now));
                }
            });
        }

        Map<PersonId, Answer> answers() {
            Map<PersonId, Answer> all = new HashMap<>();
            answers.forEach((person, word) -> all.put(person, word.said()));
            return all;
        }

        Map<Instant, Map<PersonId, Suits>> votes() {
            Map<Instant, Map<PersonId, Suits>> all = new HashMap<>();
            votes.forEach((date, said) -> {
                Map<PersonId, Suits> plain = new HashMap<>();
                said.forEach((person, word) -> plain.put(person, word.said()));
                all.put(date, plain);
            });
            return all;
        }
    }
}
