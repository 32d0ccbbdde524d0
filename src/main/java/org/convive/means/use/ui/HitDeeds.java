package org.convive.means.use.ui;

import org.convive.means.MeansQueries;
import org.convive.means.use.HitBookings;
import org.springframework.stereotype.Component;

/** What can be done with a booking that damage hits. */
@Component
record HitDeeds(HitBookings hits, MeansQueries queries) {}
