/**
 * Journeys: what people do from the sign-in to the end, in a real browser, with a real Keycloak, database and mail server.
 * Run by {@code ./portal test}.
 */
@NullMarked
package org.convive.journey;

import org.jspecify.annotations.NullMarked;
