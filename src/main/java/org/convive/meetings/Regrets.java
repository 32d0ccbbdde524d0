package org.convive.meetings;

import org.convive.identity.Actor;

/** What hangs on somebody's coming to a meeting, and is told when they do not come after all. */
public interface Regrets {
    /** In the transaction of an answer that is no longer a yes or maybe, under the meeting's lock. */
    void regretted(Actor person, Meeting meeting);
}
