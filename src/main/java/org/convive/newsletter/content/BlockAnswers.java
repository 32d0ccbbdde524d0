package org.convive.newsletter.content;

import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;

/** A feature whose things a reader can say "I come" to from a letter. Implemented as a Spring bean, one for each kind. */
public interface BlockAnswers {
    BlockSource.Kind kind();

    /**
     * A member of the cluster comes.
     *
     * @return whether it was noted; false when the thing is over, gone, or not for them
     */
    boolean come(ClusterId cluster, PersonId person, long thing);
}
