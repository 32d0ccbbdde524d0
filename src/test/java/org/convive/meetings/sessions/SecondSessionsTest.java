package org.convive.meetings.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.Voices;
import org.convive.meetings.sessions.SecondSession.Offer;
import org.convive.meetings.sessions.SecondSession.State;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Four seats, and a queue. */
@PortalTest
class SecondSessionsTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private SecondSessions sessions;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private OutsideGuests outside;

    @Autowired
    private Voices voices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private MeetingId id;
    private final List<Actor> people = new ArrayList<>();

    @BeforeEach
    void aFullMeeting() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        for (int i = 0; i < 8; i++) {
            people.add(fixtures.member(camille, "Person " + (char) ('A' + i), null));
        }
        id = meetings.schedule(camille, draft(7, 4));
        for (int i = 0; i < 6; i++) {
            meetings.answer(people.get(i), id, Answer.YES, 0);
        }
    }

    @Test
    void aQueueThatIsNotLongProposesNothing() {
        assertThat(sessions.of(helene, id).wanted()).isFalse();
        assertThatThrownBy(() -> sessions.offer(helene, id, "")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void fromTheOfferToTheSecondSessionForThoseWhoWaitAndThenTheOthers() {
        meetings.answer(people.get(6), id, Answer.YES, 0);
        outside.invite(camille, id, "Anna Kern <anna." + id + "@kern.example>");
        PersonId anna = accounts.find(new EmailAddress("anna." + id + "@kern.example"))
                .orElseThrow()
                .id();
        meetings.answer(voices.of(id, anna).orElseThrow(), id, Answer.YES, 0, Source.LINK);
        assertThat(sessions.of(people.getFirst(), id).wanted()).isTrue();
        assertThat(sessions.of(people.getFirst(), id).waiting()).isEqualTo(4);

        sessions.offer(helene, id, "On the Friday, at our works");
        assertThat(notices(camille)).isEqualTo(1);
        Offer offer = sessions.of(camille, id).offers().getFirst();
        assertThat(offer.words()).isEqualTo("On the Friday, at our works");
        assertThat(sessions.of(helene, id).mine()).isPresent();
        assertThat(sessions.offering(camille, id, offer.id())).isEqualTo(helene.person());

        MeetingId next = sessions.accept(camille, id, offer.id(), draft(9, 6));
        for (int i = 4; i < 7; i++) {
            assertThat(queries.card(people.get(i), next).invited()).isTrue();
        }
        assertThatThrownBy(() -> queries.card(people.getFirst(), next)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> queries.card(people.get(7), next)).isInstanceOf(NotFoundException.class);
        assertThat(queries.get(camille, next).hosts())
                .anyMatch(host -> host.id().equals(helene.person()));
        assertThat(letters(next))
                .as("three who wait, a guest who waits, and the host")
                .isEqualTo(5);
        meetings.answer(voices.of(next, anna).orElseThrow(), next, Answer.YES, 0, Source.LINK);
        assertThat(sessions.of(people.get(4), id).offers()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.ACCEPTED);
            assertThat(one.next()).isEqualTo(next);
        });
        assertThat(sessions.of(people.get(7), id).offers().getFirst().next()).isNull();
        assertThatThrownBy(() -> sessions.accept(camille, id, offer.id(), draft(9, 6)))
                .isInstanceOf(NotFoundException.class);

        assertThat(sessions.firstOf(camille, next)).contains(id);
        assertThat(sessions.inviteOthers(camille, next)).isEqualTo(5);
        assertThat(queries.card(people.get(7), next).invited()).isTrue();
    }

    @Test
    void anOfferIsTakenBackOrDeclined() {
        meetings.answer(people.get(6), id, Answer.YES, 0);
        sessions.offer(helene, id, "");
        sessions.takeBack(helene, id);
        assertThat(sessions.of(camille, id).offers()).isEmpty();
        sessions.offer(helene, id, "");
        long offer = sessions.of(camille, id).offers().getFirst().id();
        sessions.decline(camille, id, offer);
        assertThat(sessions.of(camille, id).offers()).isEmpty();
        sessions.restore(camille, id, offer);
        assertThat(sessions.of(camille, id).offers()).hasSize(1);
    }

    @Test
    void whatIsWrongWithTheSecondSessionLeavesTheOfferOpen() {
        meetings.answer(people.get(6), id, Answer.YES, 0);
        sessions.offer(helene, id, "");
        long offer = sessions.of(camille, id).offers().getFirst().id();
        assertThatThrownBy(() -> sessions.accept(camille, id, offer, draft(-3, 6)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("from"));
        assertThat(sessions.of(camille, id).offers().getFirst().state()).isEqualTo(State.OFFERED);
    }

    @Test
    void onlyTheOrganiserDecidesAndAnotherClusterFindsNothing() {
        meetings.answer(people.get(6), id, Answer.YES, 0);
        sessions.offer(helene, id, "");
        long offer = sessions.of(camille, id).offers().getFirst().id();
        Actor nadia = people.get(7);
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> sessions.accept(nadia, id, offer, draft(9, 6)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sessions.decline(nadia, id, offer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sessions.of(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sessions.offer(otto, id, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sessions.decline(otto, id, offer)).isInstanceOf(NotFoundException.class);
    }

    private int letters(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ? AND kind = 'meeting.invitation'")
                .param("meeting:" + meeting)
                .query(Integer.class)
                .single();
    }

    private int notices(Actor actor) {
        return jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = ?")
                .params(actor.person().value(), SecondSessions.OFFERED.key())
                .query(Integer.class)
                .single();
    }

    private static MeetingDraft draft(int days, int seats) {
        Instant from = Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES);
        return new MeetingDraft(
                "Furnace visit",
                from,
                from.plusSeconds(3600),
                ZoneId.of("Europe/Paris"),
                Place.at("Here"),
                "",
                seats,
                null,
                List.of(),
                Invited.wholeCluster());
    }
}
