package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.JustTaken;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.means.Unit;
import org.convive.uikit.Status;
import org.jspecify.annotations.Nullable;

/** What can be said of a wish before anybody presses a button: free, against a rule, or taken and what is free instead. */
class PanelAnswer extends Div {
    private final transient Actor actor;
    private final transient Wish wish;
    private final transient MeansQueries queries;
    private final transient Runnable whenChosen;
    private transient @Nullable PanelOffers offers;
    private transient @Nullable Long unit;

    /** @param whenChosen called when another alternative is chosen */
    PanelAnswer(Actor actor, Wish wish, MeansQueries queries, Runnable whenChosen) {
        this.actor = actor;
        this.wish = wish;
        this.queries = queries;
        this.whenChosen = whenChosen;
        addClassName("cv-stack");
        getElement().setAttribute("role", "status");
    }

    List<Alternative> offers() {
        return offers == null ? List.of() : offers.all();
    }

    int chosen() {
        return offers == null ? 0 : offers.chosen();
    }

    /** The very unit that will be booked; null for whichever is free. */
    @Nullable
    Long unit() {
        return unit;
    }

    void look(int count) {
        offers = null;
        unit = null;
        removeAll();
        if (!wish.broken().isEmpty()) {
            add(BrokenRules.of(wish.broken()));
        } else if (wish.free() >= count) {
            add(Status.ok(free(count)));
        } else {
            refuse(inTheWay(), queries.alternatives(actor, wish.means().id(), wish.from(), wish.to(), count));
        }
    }

    /** Free: the very unit that was pointed at where it is, or another one of them. */
    private String free(int count) {
        Unit wanted = wish.unit();
        if (wanted == null || count > 1) {
            return getTranslation("means.panel.free");
        }
        if (inTheWay().stream().anyMatch(one -> one.unit() == wanted.id())) {
            return getTranslation("means.panel.other-unit", wanted.name());
        }
        unit = wanted.id();
        return getTranslation("means.panel.unit-free", wanted.name());
    }

    /** Somebody was quicker. Where one unit was meant, another one may still do. */
    void taken(JustTaken refusal, @Nullable Long asked) {
        unit = null;
        Unit wanted = wish.unit();
        if (asked != null && wanted != null) {
            removeAll();
            add(Status.waiting(getTranslation("means.panel.other-unit", wanted.name())));
        } else {
            refuse(refusal.inTheWay(), refusal.alternatives());
        }
    }

    private void refuse(List<Occupied> inTheWay, List<Alternative> instead) {
        PanelOffers found = new PanelOffers(actor, wish, inTheWay, instead, whenChosen);
        offers = found;
        removeAll();
        add(found);
    }

    private List<Occupied> inTheWay() {
        Instant from = wish.from().minus(wish.means().rules().setUp());
        Instant to = wish.to().plus(wish.means().rules().tearDown());
        return queries.occupancy(actor, wish.means().id(), from, to);
    }
}
