/** Shared means through the API: the catalogue, bookings and plans, use, give and take. */
@NullMarked
package org.convive.api.means;

import org.jspecify.annotations.NullMarked;
