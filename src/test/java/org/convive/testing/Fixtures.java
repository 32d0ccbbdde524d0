package org.convive.testing;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.directory.ClusterKind;
import org.convive.directory.Clusters;
import org.convive.directory.OrganisationKind;
import org.convive.directory.Organisations;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.identity.Role;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Makes clusters and people through the services, a fresh cluster for each test. */
@TestComponent
public class Fixtures {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Clusters clusters;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Actors actors;

    public Fixtures(
            Clusters clusters, Organisations organisations, Accounts accounts, Memberships memberships, Actors actors) {
        this.clusters = clusters;
        this.organisations = organisations;
        this.accounts = accounts;
        this.memberships = memberships;
        this.actors = actors;
    }

    /** Founds a cluster (Europe/Paris) and gives its animator. */
    public Actor animatorOfNewCluster() {
        int number = NUMBER.incrementAndGet();
        PersonId camille = person("Camille");
        ClusterId cluster = clusters.found(
                new Clusters.Founding(
                        "test-" + number, "Test cluster " + number, ClusterKind.CLUSTER, "FR", "Europe/Paris"),
                camille);
        return actors.member(camille, cluster).orElseThrow();
    }

    /** Registers an organisation and gives its manager. */
    public Actor managerOf(Actor animator, String organisation) {
        OrganisationId id = organisations.register(animator, organisation, OrganisationKind.COMPANY);
        return admit(animator, organisation + " manager", id, Role.MANAGER);
    }

    /** A further person, of an organisation that is there already or of none. */
    public Actor member(Actor animator, String name, @Nullable OrganisationId organisation) {
        return admit(animator, name, organisation, Role.MEMBER);
    }

    public Actor admit(Actor animator, String name, @Nullable OrganisationId organisation, Role role) {
        PersonId person = person(name);
        memberships.admit(animator, person, organisation, role);
        return actors.member(person, animator.cluster()).orElseThrow();
    }

    /** An account that belongs to no cluster. */
    public PersonId person(String name) {
        String mailbox = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
        return accounts.invite(new EmailAddress("p." + mailbox + NUMBER.incrementAndGet() + "@test.example"), name);
    }
}
