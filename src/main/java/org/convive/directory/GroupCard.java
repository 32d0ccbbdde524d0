package org.convive.directory;

import java.util.Set;
import org.convive.shared.PersonId;

/**
 * A named group of people of a cluster.
 *
 * @param people those of them who are members of the cluster now
 * @param version to be given back with a change
 */
public record GroupCard(long id, String name, Set<PersonId> people, int version) {
    public GroupCard {
        people = Set.copyOf(people);
    }
}
