package org.convive.directory;

import org.convive.identity.Actor;

/** Implemented by features that show pictures of a cluster to some of its members only. */
public interface PictureGuard {
    /** Whether the actor must not see this picture of their cluster. */
    boolean hides(Actor actor, long picture);
}
