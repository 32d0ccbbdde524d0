package org.convive.identity;

import org.convive.shared.PersonId;

/** The principal of every authenticated request, by session or by token. */
public interface SignedIn {
    PersonId personId();

    /** Operates the site: acts as animator in every cluster. */
    boolean isAdmin();
}
