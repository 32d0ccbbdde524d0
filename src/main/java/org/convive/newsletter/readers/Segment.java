package org.convive.newsletter.readers;

import java.util.Locale;
import java.util.Set;
import org.convive.directory.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Who of the readers gets a letter: those to whom each of these applies of which something is chosen. Of one kind of
 * choice, any of what is chosen is enough.
 *
 * @param kinds of the organisation a reader stands for
 * @param competences of that organisation, one of them
 * @param occasions meetings a reader comes or came to, one of them
 * @param topics that a reader said they are interested in, one of them
 * @param language a reader gets letters in; null for all
 */
public record Segment(
        Set<OrganisationKind> kinds,
        Set<String> competences,
        Set<Long> occasions,
        Set<Topic> topics,
        @Nullable Locale language) {
    public static final Segment EVERYBODY = new Segment(Set.of(), Set.of(), Set.of(), Set.of(), null);

    public Segment {
        kinds = Set.copyOf(kinds);
        competences = Set.copyOf(competences);
        occasions = Set.copyOf(occasions);
        topics = Set.copyOf(topics);
    }

    public boolean isEverybody() {
        return equals(EVERYBODY);
    }
}
