package org.convive.meetings;

import java.util.HashSet;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;

/** Whom a meeting is for. Who joins an invited organisation later is invited too. */
public record Invited(boolean everyone, Set<OrganisationId> organisations, Set<PersonId> people) {
    public Invited {
        organisations = Set.copyOf(organisations);
        people = Set.copyOf(people);
    }

    /** The whole cluster. */
    public static Invited wholeCluster() {
        return new Invited(true, Set.of(), Set.of());
    }

    public static Invited people(PersonId... people) {
        return new Invited(false, Set.of(), Set.of(people));
    }

    public static Invited organisations(OrganisationId... organisations) {
        return new Invited(false, Set.of(organisations), Set.of());
    }

    public Invited and(Invited others) {
        Set<OrganisationId> allOrganisations = new HashSet<>(organisations);
        allOrganisations.addAll(others.organisations);
        Set<PersonId> allPeople = new HashSet<>(people);
        allPeople.addAll(others.people);
        return new Invited(everyone || others.everyone, allOrganisations, allPeople);
    }

    boolean isNobody() {
        return !everyone && organisations.isEmpty() && people.isEmpty();
    }
}
