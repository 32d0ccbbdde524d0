package org.convive.meetings.encounters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convive.directory.Competences;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.rivals.Rivals;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class EncountersTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private Introductions introductions;

    @Autowired
    private IntroductionChore chore;

    @Autowired
    private Rivals rivals;

    @Autowired
    private Afterwards afterwards;

    @Autowired
    private Pulse pulse;

    @Autowired
    private Competences competences;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private final List<Actor> managers = new ArrayList<>();
    private MeetingId supper;

    @BeforeEach
    void fourPeopleOfFourCompaniesCome() {
        managers.clear();
        camille = fixtures.animatorOfNewCluster();
        supper = schedule();
        for (int i = 0; i < 4; i++) {
            Actor manager = fixtures.managerOf(camille, "Company " + i);
            managers.add(manager);
            var unused = meetings.answer(manager, supper, Answer.YES, 0);
        }
    }

    @Test
    void onlyThoseWhoAskAreIntroducedWithAReasonAndTheyAreTold() {
        competences.say(managers.get(1), managers.get(1).requireOrganisation(), List.of("3D scanning"));
        introductions.ask(managers.get(0), supper, List.of("3D scanning"));
        introductions.ask(managers.get(1), supper, List.of());
        introductions.ask(managers.get(2), supper, List.of());
        assertThat(introductions.asking(camille, supper)).isEqualTo(3);
        assertThat(introductions.introduce(camille, supper)).isEqualTo(3);
        Introduction karim = introductions.mine(managers.get(0), supper).stream()
                .filter(one -> one.person().equals(managers.get(1).person()))
                .findFirst()
                .orElseThrow();
        assertThat(karim.reason()).isEqualTo("NEED");
        assertThat(karim.detail()).isEqualTo("3D scanning");
        assertThat(karim.iSeek()).isTrue();
        assertThat(introductions.mine(managers.get(3), supper)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'meetings.notice.introduced'")
                        .param(managers.get(0).person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCompetitorIsNeverIntroducedWhicheverOfThemSaidSo() {
        Actor one = managers.get(0);
        Actor other = managers.get(1);
        rivals.say(one, one.requireOrganisation(), Set.of(other.requireOrganisation()));
        assertThat(rivals.of(one, one.requireOrganisation())).containsExactly(other.requireOrganisation());
        introductions.ask(one, supper, List.of());
        introductions.ask(other, supper, List.of());
        assertThatThrownBy(() -> introductions.introduce(camille, supper)).isInstanceOf(InvalidInput.class);
        introductions.ask(managers.get(2), supper, List.of());
        introductions.introduce(camille, supper);
        assertThat(introductions.mine(other, supper))
                .extracting(Introduction::person)
                .containsExactly(managers.get(2).person());
        assertThatThrownBy(() -> rivals.of(other, one.requireOrganisation())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rivals.say(other, one.requireOrganisation(), Set.of()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void twoDaysBeforePeopleAreIntroducedByItselfOnceAndNotWhenTheOrganiserDidIt() {
        chore.round();
        assertThat(introductions.mine(managers.get(0), supper)).isEmpty();
        introductions.ask(managers.get(0), supper, List.of());
        introductions.ask(managers.get(1), supper, List.of());
        assertThat(introductions.byItself(camille, supper)).isPresent();
        chore.round();
        assertThat(introductions.mine(managers.get(0), supper))
                .extracting(Introduction::person)
                .containsExactly(managers.get(1).person());
        assertThat(introductions.byItself(camille, supper)).isEmpty();
        introductions.ask(managers.get(2), supper, List.of());
        chore.round();
        assertThat(introductions.mine(managers.get(2), supper)).isEmpty();
        introductions.introduce(camille, supper);
        assertThat(introductions.mine(managers.get(2), supper)).hasSize(2);
        assertThat(introductions.introduceByItself(camille, supper)).isZero();
    }

    @Test
    void nobodyIsIntroducedByItselfEarlierThanTwoDaysBefore() {
        introductions.ask(managers.get(0), supper, List.of());
        introductions.ask(managers.get(1), supper, List.of());
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().plus(Duration.ofDays(3))),
                        Utc.column(Instant.now().plus(Duration.ofDays(4))),
                        supper.value())
                .update();
        chore.round();
        assertThat(introductions.mine(managers.get(0), supper)).isEmpty();
    }

    @Test
    void whoeverTakesTheWishBackIsInTheListOfNobody() {
        introductions.ask(managers.get(0), supper, List.of());
        introductions.ask(managers.get(1), supper, List.of());
        introductions.introduce(camille, supper);
        introductions.withdraw(managers.get(0), supper);
        assertThat(introductions.mine(managers.get(1), supper)).isEmpty();
        assertThat(introductions.wish(managers.get(0), supper)).isEmpty();
    }

    @Test
    void onePersonSaysInOneTapWhatBecameOfIt() {
        introductions.ask(managers.get(0), supper, List.of());
        introductions.ask(managers.get(1), supper, List.of());
        introductions.introduce(camille, supper);
        long id = introductions.mine(managers.get(0), supper).getFirst().id();
        introductions.say(managers.get(0), supper, id, Introduction.Outcome.GOES_ON);
        assertThat(introductions.mine(managers.get(0), supper).getFirst().mine())
                .isEqualTo(Introduction.Outcome.GOES_ON);
        assertThat(introductions.mine(managers.get(1), supper).getFirst().mine())
                .isNull();
        assertThatThrownBy(() -> introductions.say(managers.get(2), supper, id, Introduction.Outcome.TALKED))
                .isInstanceOf(NotFoundException.class);
        Pulse.Facts facts = pulse.facts(camille, supper);
        assertThat(facts.introductions()).isEqualTo(1);
        assertThat(facts.goOn()).isEqualTo(1);
    }

    @Test
    void thePulseIsAskedAfterTheEndAndCountsShowFromThreeAnswersOn() {
        assertThat(pulse.isAsked(managers.get(0), supper)).isFalse();
        assertThatThrownBy(() -> say(managers.get(0), 3)).isInstanceOf(AccessDeniedException.class);
        over(supper);
        say(managers.get(0), 3);
        say(managers.get(1), 1);
        assertThat(pulse.facts(camille, supper).good()).isNull();
        assertThat(pulse.facts(camille, supper).words()).isEmpty();
        say(managers.get(2), 3);
        Pulse.Facts facts = pulse.facts(camille, supper);
        assertThat(facts.good()).isEqualTo(2);
        assertThat(facts.again()).isEqualTo(3);
        assertThat(facts.words()).hasSize(3);
        pulse.forget(managers.get(2), supper);
        assertThat(pulse.facts(camille, supper).pulse()).isEqualTo(2);
        assertThatThrownBy(() -> say(managers.get(0), 4)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pulse.facts(managers.get(0), supper)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whomSomebodyWantsToMeetIsTheFirstReasonNextTime() {
        over(supper);
        pulse.say(
                managers.get(0),
                supper,
                new Pulse.Said(3, true, "", Set.of(managers.get(3).person())));
        MeetingId next = schedule();
        for (Actor manager : managers) {
            var unused = meetings.answer(manager, next, Answer.YES, 0);
            introductions.ask(manager, next, List.of());
        }
        introductions.introduce(camille, next);
        assertThat(introductions.mine(managers.get(3), next))
                .anyMatch(one -> one.reason().equals("WANTED")
                        && one.person().equals(managers.get(0).person())
                        && !one.iSeek());
    }

    @Test
    void forAWeekAfterwardsOneIsAskedHowItWasAndWhetherOneTalked() {
        introductions.ask(managers.get(0), supper, List.of());
        introductions.ask(managers.get(1), supper, List.of());
        introductions.introduce(camille, supper);
        assertThat(afterwards.pulses(managers.get(0), 5)).isEmpty();
        assertThat(afterwards.introductions(managers.get(0), 5)).isEmpty();
        over(supper);
        assertThat(afterwards.pulses(managers.get(0), 5))
                .extracting(Afterwards.Pending::meeting)
                .containsExactly(supper);
        Afterwards.Unsaid unsaid = afterwards.introductions(managers.get(0), 5).getFirst();
        assertThat(unsaid.name()).isEqualTo(managers.get(1).name());
        say(managers.get(0), 3);
        introductions.say(managers.get(0), supper, unsaid.introduction(), Introduction.Outcome.TALKED);
        assertThat(afterwards.pulses(managers.get(0), 5)).isEmpty();
        assertThat(afterwards.introductions(managers.get(0), 5)).isEmpty();
        assertThat(afterwards.introductions(managers.get(1), 5)).hasSize(1);
        jdbc.sql("UPDATE meeting SET ends = ? WHERE id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofDays(8))), supper.value())
                .update();
        assertThat(afterwards.pulses(managers.get(1), 5)).isEmpty();
        assertThat(afterwards.introductions(managers.get(1), 5)).isEmpty();
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Elsewhere");
        introductions.ask(managers.get(0), supper, List.of());
        assertThatThrownBy(() -> introductions.ask(otto, supper, List.of())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> introductions.mine(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> introductions.introduce(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pulse.facts(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pulse.mine(otto, supper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> rivals.say(
                        managers.get(0), managers.get(0).requireOrganisation(), Set.of(otto.requireOrganisation())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> rivals.of(otto, managers.get(0).requireOrganisation()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> introductions.introduce(managers.get(0), supper))
                .isInstanceOf(AccessDeniedException.class);
        over(supper);
        assertThatThrownBy(() -> pulse.say(managers.get(0), supper, new Pulse.Said(3, null, "", Set.of(otto.person()))))
                .isInstanceOf(NotFoundException.class);
    }

    private void say(Actor actor, int how) {
        pulse.say(actor, supper, new Pulse.Said(how, true, "Words " + how, Set.of()));
    }

    private void over(MeetingId id) {
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minusSeconds(7200)),
                        Utc.column(Instant.now().minusSeconds(3600)),
                        Objects.requireNonNull(id).value())
                .update();
    }

    private MeetingId schedule() {
        Instant from = Instant.now().plus(Duration.ofDays(2));
        return meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
    }
}
