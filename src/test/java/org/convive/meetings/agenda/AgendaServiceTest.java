package org.convive.meetings.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class AgendaServiceTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private AgendaService agendas;

    @Autowired
    private Topics topics;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor nadia;
    private Actor otto;
    private Instant from;
    private MeetingId meeting;

    @BeforeEach
    void aMeetingOfAnHour() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.animatorOfNewCluster();
        from = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        meeting = schedule();
    }

    @Test
    void eachItemBeginsWhenTheOneBeforeItEnds() {
        add("Welcome", 10);
        add("Gas", 40);
        add("One thing I need", 20);
        Agenda agenda = agendas.agenda(nadia, meeting);
        assertThat(agenda.items())
                .extracting(AgendaItem::planned)
                .containsExactly(from, from.plusSeconds(600), from.plusSeconds(3000));
        assertThat(agenda.tooLong()).isEqualTo(10);
        assertThat(agenda.mayChange()).isFalse();
    }

    @Test
    void itemsAreMovedRemovedAndPutBack() {
        long welcome = add("Welcome", 10);
        long gas = add("Gas", 40);
        add("Needs", 20);
        agendas.move(camille, meeting, welcome, 2);
        assertThat(titles()).containsExactly("Gas", "Needs", "Welcome");
        agendas.move(camille, meeting, welcome, 99);
        agendas.move(camille, meeting, gas, -1);
        assertThat(titles()).containsExactly("Gas", "Needs", "Welcome");
        agendas.remove(camille, meeting, gas);
        assertThat(titles()).containsExactly("Needs", "Welcome");
        agendas.restore(camille, meeting, gas);
        assertThat(titles()).containsExactly("Gas", "Needs", "Welcome");
    }

    @Test
    void theClockRunsOneItemAtATime() {
        long welcome = add("Welcome", 10);
        long gas = add("Gas", 40);
        agendas.begin(camille, meeting, welcome);
        agendas.begin(camille, meeting, gas);
        Agenda agenda = agendas.agenda(nadia, meeting);
        assertThat(agenda.items().get(0).isTreated()).isTrue();
        assertThat(agenda.running()).get().extracting(AgendaItem::id).isEqualTo(gas);
        agendas.stop(camille, meeting);
        assertThat(agendas.agenda(nadia, meeting).running()).isEmpty();
        agendas.unbegin(camille, meeting, gas);
        assertThat(agendas.agenda(nadia, meeting).next())
                .get()
                .extracting(AgendaItem::id)
                .isEqualTo(gas);
    }

    @Test
    void twoWhoChangeOneItemDoNotOverwriteEachOther() {
        long welcome = add("Welcome", 10);
        agendas.change(camille, meeting, welcome, 0, ItemDraft.of("Welcome all", 5));
        assertThatThrownBy(() -> agendas.change(camille, meeting, welcome, 0, ItemDraft.of("Hello", 5)))
                .isInstanceOf(StaleEdit.class);
        assertThat(titles()).containsExactly("Welcome all");
    }

    @Test
    void documentsAreAddressesOrFilesThatOnlyThoseInvitedGet() {
        long welcome = add("Welcome", 10);
        agendas.attach(camille, meeting, welcome, "Slides", "https://files.example/slides");
        byte[] bytes = "a,b".getBytes(StandardCharsets.UTF_8);
        agendas.attach(camille, meeting, welcome, new AgendaService.DocumentFile("prices.csv", bytes));
        List<AgendaItem.Document> documents =
                agendas.agenda(nadia, meeting).items().getFirst().documents();
        assertThat(documents).extracting(AgendaItem.Document::name).containsExactly("Slides", "prices.csv");
        assertThat(agendas.file(nadia, meeting, documents.get(1).id()).bytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> agendas.file(otto, meeting, documents.get(1).id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> agendas.file(camille, schedule(), documents.get(1).id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> agendas.attach(camille, meeting, welcome, "Bad", "javascript:alert(1)"))
                .isInstanceOf(InvalidInput.class);
        agendas.detach(camille, meeting, documents.getFirst().id());
        assertThat(agendas.agenda(nadia, meeting).items().getFirst().documents())
                .hasSize(1);
    }

    @Test
    void theMostWantedTopicComesFirst() {
        topics.propose(nadia, "Noise", "");
        topics.propose(nadia, "Gas", "It is dear");
        long gas = topic("Gas").id();
        topics.vote(nadia, gas, true);
        topics.vote(camille, gas, true);
        topics.vote(camille, gas, true);
        assertThat(topics.open(nadia)).extracting(Topic::title).containsExactly("Gas", "Noise");
        assertThat(topic("Gas").votes()).isEqualTo(2);
        topics.vote(camille, gas, false);
        assertThat(topic("Gas").votes()).isEqualTo(1);
    }

    @Test
    void aTopicThatAMeetingDoesNotComeToIsCarriedForwardWithItsVotes() {
        topics.propose(nadia, "Gas", "");
        long gas = topic("Gas").id();
        topics.vote(nadia, gas, true);
        agendas.take(camille, meeting, gas, 15);
        assertThat(topics.open(nadia)).isEmpty();
        assertThatThrownBy(() -> agendas.take(camille, schedule(), gas, 15)).isInstanceOf(NotFoundException.class);
        over(meeting);
        assertThat(topic("Gas").votes()).isEqualTo(1);
        assertThat(topic("Gas").carried()).isEqualTo(1);
        MeetingId next = schedule();
        long item = agendas.take(camille, next, gas, 15);
        agendas.begin(camille, next, item);
        over(next);
        assertThat(topics.open(nadia)).isEmpty();
    }

    @Test
    void aTopicTakenOffTheAgendaWaitsAgain() {
        topics.propose(nadia, "Gas", "");
        long item = agendas.take(camille, meeting, topic("Gas").id(), 15);
        agendas.remove(camille, meeting, item);
        assertThat(topics.open(nadia)).hasSize(1);
    }

    @Test
    void oneWithdrawsOnesOwnTopicOnly() {
        topics.propose(camille, "Gas", "");
        long gas = topic("Gas").id();
        assertThatThrownBy(() -> topics.withdraw(nadia, gas)).isInstanceOf(NotFoundException.class);
        topics.withdraw(camille, gas);
        assertThat(topics.open(nadia)).isEmpty();
        topics.restore(camille, gas);
        assertThat(topics.open(nadia)).hasSize(1);
    }

    @Test
    void onlyOrganiserHostsAndAnimatorsWriteTheAgenda() {
        long welcome = add("Welcome", 10);
        assertThatThrownBy(() -> agendas.add(nadia, meeting, ItemDraft.of("x", 5)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agendas.begin(nadia, meeting, welcome)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agendas.move(nadia, meeting, welcome, 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agendas.remove(nadia, meeting, welcome)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void somebodyOfAnotherClusterFindsNeitherAgendaNorTopics() {
        long welcome = add("Welcome", 10);
        topics.propose(nadia, "Gas", "");
        long gas = topic("Gas").id();
        assertThatThrownBy(() -> agendas.agenda(otto, meeting)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> agendas.begin(otto, meeting, welcome)).isInstanceOf(NotFoundException.class);
        assertThat(topics.open(otto)).isEmpty();
        assertThatThrownBy(() -> topics.vote(otto, gas, true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> topics.withdraw(otto, gas)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> agendas.add(camille, meeting, new ItemDraft("x", 5, otto.person(), "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> agendas.begin(camille, schedule(), welcome)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aBadItemIsRefusedWithWords() {
        assertThatThrownBy(() -> add("", 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKeys("title", "minutes"));
    }

    private long add(String title, int minutes) {
        return agendas.add(camille, meeting, ItemDraft.of(title, minutes));
    }

    private List<String> titles() {
        return agendas.agenda(camille, meeting).items().stream()
                .map(AgendaItem::title)
                .toList();
    }

    private Topic topic(String title) {
        return topics.open(nadia).stream()
                .filter(topic -> topic.title().equals(title))
                .findFirst()
                .orElseThrow();
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
        return meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Breakfast",
                        from,
                        from.plusSeconds(3600),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
    }
}
