package org.convive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Role;
import org.convive.identity.SignedIn;
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

@PortalTest
class MembersTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Members members;

    @Autowired
    JoinRequests requests;

    @Autowired
    DirectoryQueries directory;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Actor camille;
    Actor helene;
    Actor otto;
    SignedIn paul;

    @BeforeEach
    void twoClustersAndSomebodyOutside() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        otto = fixtures.animatorOfNewCluster();
        paul = new Outsider(fixtures.person("Paul"));
    }

    @Test
    void anAnimatorAdmitsSomebodyByAddress() {
        PersonId person = members.admit(
                camille, new Members.Admission(" Zoe@Test.example ", "Zoé", helene.organisation(), Role.MEMBER));
        assertThat(directory.person(camille, person).card().organisationName()).isEqualTo("Verrerie Saulnaye");
        assertThatThrownBy(() ->
                        members.admit(camille, new Members.Admission("zoe@test.example", "Zoé", null, Role.MEMBER)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aWrongAddressOrNameIsTold() {
        assertThatThrownBy(() ->
                        members.admit(camille, new Members.Admission("nobody", "x".repeat(10_000), null, Role.MEMBER)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("email", "name"));
        assertThatThrownBy(
                        () -> members.admit(camille, new Members.Admission("m@test.example", "M", null, Role.MANAGER)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatWasEndedCanBeTakenBack() {
        var ended = members.end(camille, helene.person());
        assertThat(actors.member(helene.person(), camille.cluster())).isEmpty();
        members.takeBack(camille, ended);
        assertThat(actors.member(helene.person(), camille.cluster())).get().satisfies(back -> {
            assertThat(back.role()).isEqualTo(Role.MANAGER);
            assertThat(back.organisation()).isEqualTo(helene.organisation());
        });
    }

    @Test
    void aClusterKeepsOneAnimator() {
        assertThatThrownBy(() -> members.end(camille, camille.person())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> members.change(camille, camille.person(), null, Role.MEMBER))
                .isInstanceOf(InvalidInput.class);
        members.change(camille, helene.person(), helene.organisation(), Role.ANIMATOR);
        members.end(camille, camille.person());
        assertThat(actors.member(camille.person(), camille.cluster())).isEmpty();
    }

    @Test
    void onlyAnimatorsAdmitChangeAndEnd() {
        assertThatThrownBy(() -> members.admit(helene, new Members.Admission("n@test.example", "N", null, Role.MEMBER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> members.change(helene, camille.person(), null, Role.MEMBER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> members.end(helene, camille.person())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> requests.waiting(helene)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> requests.decline(helene, 1, "")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ottoChangesNobodyElsewhereAndAdmitsNobodyForAForeignOrganisation() {
        assertThatThrownBy(() -> members.change(otto, helene.person(), null, Role.MEMBER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.end(otto, helene.person())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.admit(
                        otto, new Members.Admission("k@test.example", "K", helene.organisation(), Role.MEMBER)))
                .isInstanceOf(NotFoundException.class);
        long request = requests.ask(paul, camille.slug(), "Atelier Paul", "");
        assertThat(requests.waiting(otto)).isEmpty();
        assertThatThrownBy(() -> requests.accept(otto, request, null, Role.MEMBER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> requests.decline(otto, request, "")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void somebodyAsksAndIsWelcomedWithTheirOrganisation() {
        long request = requests.ask(paul, camille.slug(), "Atelier Paul", "<b>Bonjour</b> 🙂");
        assertThat(requests.waitingCount(camille)).isEqualTo(1);
        assertThat(requests.waiting(camille).getFirst().message()).isEqualTo("<b>Bonjour</b> 🙂");
        requests.acceptWithNew(camille, request, "Atelier Paul", OrganisationKind.COMPANY, Role.MANAGER);
        assertThat(actors.member(paul.personId(), camille.cluster())
                        .orElseThrow()
                        .organisationName())
                .isEqualTo("Atelier Paul");
        assertThat(requests.waitingCount(camille)).isZero();
        assertThatThrownBy(() -> requests.accept(camille, request, null, Role.MEMBER))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whoAsksAndTakesBackAllDayWritesToTheAnimatorsAFewTimesOnly() {
        for (int i = 0; i < JoinRequests.MOST_A_DAY; i++) {
            requests.withdraw(paul, requests.ask(paul, camille.slug(), "Atelier Paul", ""));
        }
        assertThatThrownBy(() -> requests.ask(paul, camille.slug(), "Atelier Paul", ""))
                .isInstanceOf(InvalidInput.class);
        assertThat(subjectsTo(camille.email().value())).hasSize(JoinRequests.MOST_A_DAY);
    }

    @Test
    void bothSidesAreToldByMail() {
        long request = requests.ask(paul, camille.slug(), "Atelier Paul", "");
        assertThat(subjectsTo(camille.email().value())).containsExactly("Paul asks to join " + camille.clusterName());
        requests.decline(camille, request, "Next year perhaps");
        assertThat(subjectsTo(accounts.get(paul.personId()).email().value()))
                .containsExactly("Your request to join " + camille.clusterName());
        requests.accept(camille, requests.ask(paul, camille.slug(), "Atelier Paul", ""), null, Role.MEMBER);
        assertThat(subjectsTo(accounts.get(paul.personId()).email().value()))
                .contains("Welcome to " + camille.clusterName());
    }

    private List<String> subjectsTo(String address) {
        return jdbc.sql(
                        "SELECT l.subject FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id WHERE d.address = ?")
                .param(address)
                .query(String.class)
                .list();
    }

    @Test
    void oneAsksOnceAtATime() {
        long request = requests.ask(paul, camille.slug(), "Atelier Paul", "");
        assertThatThrownBy(() -> requests.ask(paul, camille.slug(), "Atelier Paul", ""))
                .isInstanceOf(InvalidInput.class);
        requests.withdraw(paul, request);
        requests.ask(paul, camille.slug(), "Atelier Paul", "");
        assertThat(requests.mine(paul))
                .extracting(JoinRequests.Request::status)
                .containsExactly(JoinRequests.Status.PENDING, JoinRequests.Status.WITHDRAWN);
    }

    @Test
    void membersDoNotAskAndNobodyWithdrawsForAnother() {
        assertThatThrownBy(() -> requests.ask(new Outsider(helene.person()), camille.slug(), "S", ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> requests.ask(paul, "no-such-cluster", "S", "")).isInstanceOf(NotFoundException.class);
        long request = requests.ask(paul, camille.slug(), "Atelier Paul", "");
        assertThatThrownBy(() -> requests.withdraw(new Outsider(otto.person()), request))
                .isInstanceOf(NotFoundException.class);
    }

    private record Outsider(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
