package org.convive.meetings;

import java.util.HashSet;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;

/**
 * Whom a meeting is for. Who joins an invited organisation or group later, or whose organisation says later that it can do
 * something, is invited too.
 *
 * @param groups ids of groups of people
 * @param competences the names of what organisations can do: all their people
 */
public record Invited(
        boolean everyone,
        Set<OrganisationId> organisations,
        Set<PersonId> people,
        Set<Long> groups,
        Set<String> competences) {
    public Invited {
        organisations = Set.copyOf(organisations);
        people = Set.copyOf(people);
        groups = Set.copyOf(groups);
        competences = Set.copyOf(competences);
    }

    public Invited(boolean everyone, Set<OrganisationId> organisations, Set<PersonId> people) {
        this(everyone, organisations, people, Set.of(), Set.of());
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

    /** All people of some groups. */
    public static Invited groups(Long... groups) {
        return new Invited(false, Set.of(), Set.of(), Set.of(groups), Set.of());
    }

    /** All people of the organisations that can do something. */
    public static Invited competences(String... competences) {
        return new Invited(false, Set.of(), Set.of(), Set.of(), Set.of(competences));
    }

    public Invited and(Invited others) {
        return new Invited(
                everyone || others.everyone,
                both(organisations, others.organisations),
                both(people, others.people),
                both(groups, others.groups),
                both(competences, others.competences));
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Whether nobody is named at all. */
    public boolean isNobody() {
        return !everyone && organisations.isEmpty() && people.isEmpty() && groups.isEmpty() && competences.isEmpty();
    }
}
