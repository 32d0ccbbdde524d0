package org.convive.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.convive.shared.EmailAddress;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ActorsTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Test
    void aManagerActsForTheirOrganisationInTheirCluster() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        assertThat(helene.cluster()).isEqualTo(camille.cluster());
        assertThat(helene.organisationName()).isEqualTo("Verrerie Saulnaye");
        assertThat(helene.maySpeakFor(helene.requireOrganisation())).isTrue();
        assertThat(helene.isAnimator()).isFalse();
    }

    @Test
    void aStrangerIsNoActorInAnotherCluster() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor otto = fixtures.animatorOfNewCluster();
        assertThat(actors.member(otto.person(), camille.cluster())).isEmpty();
    }

    @Test
    void anInvitedPersonTakesTheirAccountAtTheFirstSignInByVerifiedAddress() {
        var invited = accounts.invite(new EmailAddress("first.sign.in@test.example"), "Inès");
        var signedIn = accounts.signedIn("subject-1", new EmailAddress("First.Sign.In@test.example"), true, "Ines C");
        assertThat(signedIn).isEqualTo(invited);
    }

    @Test
    void anUnverifiedAddressOpensNoAccount() {
        accounts.invite(new EmailAddress("unverified@test.example"), "Inès");
        assertThatThrownBy(() ->
                        accounts.signedIn("subject-2", new EmailAddress("unverified@test.example"), false, "Mallory"))
                .isInstanceOf(Accounts.UnverifiedEmailException.class);
    }

    @Test
    void somebodyElsesAddressDoesNotOpenTheirAccount() {
        accounts.signedIn("subject-3", new EmailAddress("taken@test.example"), true, "Inès");
        assertThatThrownBy(
                        () -> accounts.signedIn("subject-4", new EmailAddress("taken@test.example"), true, "Mallory"))
                .isInstanceOf(Accounts.UnverifiedEmailException.class);
    }
}
