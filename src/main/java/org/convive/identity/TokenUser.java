package org.convive.identity;

import org.convive.shared.PersonId;

/** The principal of an API request made with a bearer token. */
record TokenUser(PersonId personId, boolean isAdmin) implements SignedIn {}
