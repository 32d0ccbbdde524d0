package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.List;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.convive.means.MeansDetail;
import org.convive.means.MeansQueries;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.convive.means.catalogue.Documents;
import org.convive.means.ui.RepeatState.Occurrence;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** Books all times of a series together, once none of them is in anybody's way. */
class RepeatBooking extends Pane {
    private final transient Actor actor;
    private final transient List<Occurrence> wanted;
    private final transient Recurrence recurrence;
    private final transient Plans plans;
    private final transient Documents documents;
    private final transient Runnable again;
    private final BookingExtras extras;
    private final String key;

    /** @param again looks anew at what is in the way */
    RepeatBooking(
            Actor actor,
            MeansDetail detail,
            List<Occurrence> wanted,
            Recurrence recurrence,
            MeansQueries queries,
            Plans plans,
            Documents documents,
            String key,
            Runnable again) {
        this.actor = actor;
        this.wanted = wanted;
        this.recurrence = recurrence;
        this.plans = plans;
        this.documents = documents;
        this.key = key;
        this.again = again;
        extras = new BookingExtras(actor);
        var details = new ArrayList<MeansDetail>();
        details.add(detail);
        wanted.stream()
                .map(one -> one.booked().means())
                .distinct()
                .filter(id -> !id.equals(detail.means().id()))
                .forEach(id -> details.add(queries.get(actor, id)));
        extras.show(details);
        setTitle(new H2(getTranslation("means.plan.together")));
        cut();
        add(extras, Buttons.primary(getTranslation("means.repeat.book", wanted.size()), CvIcon.REPEAT, this::book));
    }

    private void book() {
        try {
            List<BookingRequest> requests = wanted.stream()
                    .map(Occurrence::booked)
                    .map(extras::complete)
                    .toList();
            String rule = recurrence.stored().lines().findFirst().orElse("");
            Plans.Booked booked = plans.book(actor, requests, key, rule);
            UI.getCurrent().navigate(MeansPath.bookings(actor));
            Toasts.undoThere(
                    getTranslation("means.plan.booked", booked.bookings().size()), () -> {
                        plans.cancel(actor, booked.plan());
                        UI.getCurrent().refreshCurrentRoute(false);
                    });
            extras.send((name, bytes) -> documents.attachToPlan(actor, booked.plan(), name, bytes));
        } catch (PlanRefused e) {
            again.run();
            RefusedWords.say(e);
        } catch (InvalidInput e) {
            FormErrors.show(e, extras.fields());
        }
    }
}
