package org.convive.means.ui;

import java.util.Map;
import org.convive.calendar.busy.MyTimes;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingMoves;
import org.convive.means.BookingService;
import org.convive.means.MeansQueries;
import org.convive.means.WaitingList;
import org.convive.means.catalogue.Documents;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page with a booking panel or a timeline can do. */
@Component
record PanelDeeds(
        BookingService bookings,
        BookingMoves moves,
        WaitingList waiting,
        MeansQueries queries,
        Documents documents,
        MyTimes times) {

    /**
     * Keeps files with a booking that was just made.
     *
     * @return why one of them was not kept; null when all were
     */
    @Nullable
    Message attach(Actor actor, BookingId booking, Map<String, byte[]> files) {
        Message refused = null;
        for (var file : files.entrySet()) {
            try {
                documents.attach(actor, booking, file.getKey(), file.getValue());
            } catch (InvalidInput e) {
                refused = e.fields().values().iterator().next();
            }
        }
        return refused;
    }
}
