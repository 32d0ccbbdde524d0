package org.convive.newsletter.content;

import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;

/** A feature that knows who came together, so that a letter can go to those alone. Implemented as a Spring bean. */
public interface Gatherings {
    /** Occasions whose name contains the text, those that are over first; at most twenty, all of the actor's cluster. */
    List<BlockSource.Choice> search(Actor actor, String text);

    /** Those of the occasions that are of this cluster, by their names. */
    List<BlockSource.Choice> named(ClusterId cluster, Set<Long> occasions);

    /** Who comes or came to any of the occasions; nobody for those of other clusters. */
    Set<PersonId> people(ClusterId cluster, Set<Long> occasions);
}
