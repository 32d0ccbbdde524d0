package org.convive.means;

/**
 * Implemented by what follows from bookings: letters, notices, the ledger. Called after the deed was committed, in a
 * transaction of its own that is committed together with the mark that the deed was told: a listener that only writes to
 * this database does so exactly once, whatever crashes. One that throws is called again later, with all others.
 */
public interface BookingListener {
    /** @param deed what happened; the booking may have changed since, its page says how it stands now */
    void after(BookingDeed deed);

    /** A deed could not be told however often it was tried, and will not be; somebody should know. */
    default void setAside(BookingDeed deed) {}
}
