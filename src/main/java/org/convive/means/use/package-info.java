/**
 * Using what was booked: check-in and check-out, both sides confirming, no-shows, damage, maintenance. What occupies or
 * frees units goes through {@link org.convive.means.Interventions} and {@link org.convive.means.BookingService}.
 */
@NullMarked
@NamedInterface("use")
package org.convive.means.use;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
