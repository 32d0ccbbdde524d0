package org.convive.means;

import org.convive.shared.ClusterId;

/** A slot was given back because nobody came; published in the transaction that frees it. */
public record NobodyCame(ClusterId cluster, MeansId means, BookingId booking) {}
