package org.convive.meetings.album;

import java.util.List;
import org.convive.shared.PersonId;

/**
 * A photo as one person sees it.
 *
 * @param people who can be recognised, those who have not agreed included
 * @param waits names of those whose consent is missing; empty unless the reader added it or is in it
 * @param mine whether the reader added it
 * @param mayRemove whether the reader may take it out of the album: who added it, the organiser, hosts, animators
 */
public record Photo(
        long id,
        String caption,
        PersonId by,
        String byName,
        int width,
        int height,
        State state,
        List<Person> people,
        List<String> waits,
        boolean mine,
        boolean mayRemove) {
    public Photo {
        people = List.copyOf(people);
        waits = List.copyOf(waits);
    }

    /** How far it is from being seen. */
    public enum State {
        /** Who added it has not yet said who is in it; only they see it. */
        NEW,
        /** Somebody in it has not agreed; who added it and who is in it see it. */
        WAITING,
        /** Every member who may see the meeting sees it. */
        SHOWN
    }

    /** Somebody who can be recognised. */
    public record Person(PersonId id, String name) {}

    public boolean shows(PersonId person) {
        return people.stream().anyMatch(one -> one.id().equals(person));
    }
}
