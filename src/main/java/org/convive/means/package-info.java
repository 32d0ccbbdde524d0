/**
 * Shared means of the companies, their units and bookings, without a double booking ever.
 *
 * <p><b>States.</b> A booking is {@link org.convive.means.BookingStatus#HELD HELD}, PENDING or PROPOSED until
 * somebody answers, CONFIRMED, or ended (CANCELLED, REFUSED, EXPIRED). While {@code status.occupies()}, its units stand in
 * the table {@code occupancy}; when it ends, they go. {@code booking.expires_at} is set exactly for the states that lapse;
 * {@link org.convive.means.Expiries} ends them.
 *
 * <p><b>The protocol, for whoever writes occupancy here.</b> Run in {@code BookingTransactions.run}; say
 * {@code BookingRows.lock} for every means concerned, in ascending order of id, before any SELECT; read rules before, with
 * the version that the lock asks for; free with {@code GivingBack.free} and then call {@code Offers.of}, so that who waits
 * is served; write {@code BookingEvents.record} last. Never inside another transaction.
 *
 * <p><b>What follows from bookings</b> (letters, notices, use, ledger) implements
 * {@link org.convive.means.BookingListener}: it is called once for every {@link org.convive.means.Deed}, after the deed's
 * commit, in a transaction of its own that also marks the deed as told. Tests call
 * {@link org.convive.means.BookingEvents#tell()}; the portal does so every two seconds.
 *
 * <p><b>What was agreed.</b> Each change of rules, lending or terms is a {@link org.convive.means.LendingTerms.Version};
 * {@code booking.terms_id} names the one a booking was made under.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "paper",
            "uikit",
            "identity",
            "identity::ui",
            "directory",
            "calendar",
            "calendar::busy",
            "calendar::inbound",
            "calendar::ui",
            "mail",
            "notices",
            "newsletter::content"
        })
package org.convive.means;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
