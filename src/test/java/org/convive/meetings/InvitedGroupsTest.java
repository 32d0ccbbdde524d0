package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.convive.directory.Competences;
import org.convive.directory.GroupCard;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class InvitedGroupsTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Groups groups;

    @Autowired
    private Competences competences;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor marc;
    private Actor otto;

    @BeforeEach
    void people() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void aMeetingForAGroupIsForItsPeopleAndForWhoeverJoinsItLater() {
        long circle = groups.keep(camille, null, "Safety circle", Set.of(nadia.person()));
        MeetingId id = meetings.schedule(camille, draft(Invited.groups(circle)));
        assertThat(queries.card(nadia, id).invited()).isTrue();
        assertThat(letters(id)).isEqualTo(1);
        assertThatThrownBy(() -> queries.card(helene, id)).isInstanceOf(NotFoundException.class);
        groups.keep(camille, group(), "Safety circle", Set.of(nadia.person(), helene.person()));
        assertThat(queries.card(helene, id).invited()).isTrue();
        assertThat(queries.get(camille, id).invited().groups()).containsExactly(circle);
    }

    @Test
    void whoAnsweredStaysInvitedWhenTheGroupEnds() {
        long circle = groups.keep(camille, null, "Safety circle", Set.of(nadia.person(), helene.person()));
        MeetingId id = meetings.schedule(camille, draft(Invited.groups(circle)));
        meetings.answer(nadia, id, Answer.YES, 0);
        groups.end(camille, circle);
        assertThat(queries.card(nadia, id).coming()).isEqualTo(1);
        assertThatThrownBy(() -> queries.card(helene, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMeetingForACompetenceIsForThePeopleOfTheOrganisationsThatHaveIt() {
        competences.say(helene, helene.requireOrganisation(), List.of("Annealing"));
        MeetingId id = meetings.schedule(camille, draft(Invited.competences("Annealing")));
        assertThat(queries.card(helene, id).invited()).isTrue();
        assertThatThrownBy(() -> queries.card(marc, id)).isInstanceOf(NotFoundException.class);
        competences.say(marc, marc.requireOrganisation(), List.of("Annealing", "Milling"));
        assertThat(queries.card(marc, id).invited()).isTrue();
        assertThat(queries.get(camille, id).invited().competences()).containsExactly("Annealing");
        assertThat(letters(id)).isEqualTo(1);
        assertThat(meetings.invite(camille, id, Invited.competences("Milling"))).isZero();
    }

    @Test
    void groupsAndCompetencesOfAnotherClusterAreNotFound() {
        long foreign = groups.keep(otto, null, "Theirs", Set.of(otto.person()));
        assertThatThrownBy(() -> meetings.schedule(camille, draft(Invited.groups(foreign))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.schedule(camille, draft(Invited.competences("No such thing"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.end(camille, foreign)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.keep(camille, new GroupCard(foreign, "Theirs", Set.of(), 0), "Ours", Set.of()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.keep(camille, null, "Circle", Set.of(otto.person())))
                .isInstanceOf(NotFoundException.class);
        assertThat(groups.list(camille)).isEmpty();
    }

    @Test
    void onlyAnAnimatorKeepsGroupsAndNamesAreTakenOnce() {
        assertThatThrownBy(() -> groups.keep(helene, null, "Circle", Set.of()))
                .isInstanceOf(AccessDeniedException.class);
        long circle = groups.keep(camille, null, "Circle", Set.of());
        assertThatThrownBy(() -> groups.end(helene, circle)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> groups.keep(camille, null, "circle", Set.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("name"));
        GroupCard seen = group();
        groups.keep(camille, seen, "Circle of safety", Set.of());
        assertThatThrownBy(() -> groups.keep(camille, seen, "Other", Set.of())).isInstanceOf(StaleEdit.class);
        assertThat(groups.list(helene)).extracting(GroupCard::name).containsExactly("Circle of safety");
    }

    private GroupCard group() {
        return groups.list(camille).getFirst();
    }

    private int letters(MeetingId id) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ? AND kind = 'meeting.invitation'")
                .param("meeting:" + id)
                .query(Integer.class)
                .single();
    }

    private static MeetingDraft draft(Invited invited) {
        Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
        return MeetingDraft.of(
                "Round", from, from.plusSeconds(3600), ZoneId.of("Europe/Paris"), Place.at("Here"), invited);
    }
}
