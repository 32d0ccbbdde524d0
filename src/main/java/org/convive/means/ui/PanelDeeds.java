package org.convive.means.ui;

import org.convive.calendar.busy.MyTimes;
import org.convive.means.BookingMoves;
import org.convive.means.BookingService;
import org.convive.means.MeansQueries;
import org.convive.means.WaitingList;
import org.convive.means.catalogue.Documents;
import org.springframework.stereotype.Component;

/** What a page with a booking panel or a timeline can do. */
@Component
record PanelDeeds(
        BookingService bookings,
        BookingMoves moves,
        WaitingList waiting,
        MeansQueries queries,
        Documents documents,
        MyTimes times) {}
