package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingMoves;
import org.convive.means.JustTaken;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Dates;
import org.convive.uikit.Timeline;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What happens when a bar of the timeline is dragged: the booking moves, with Undo, or a sentence says why not. */
final class DragMove {
    private final Actor actor;
    private final BookingMoves moves;
    private final MeansQueries queries;
    private final Runnable reload;

    DragMove(Actor actor, BookingMoves moves, MeansQueries queries, Runnable reload) {
        this.actor = actor;
        this.moves = moves;
        this.queries = queries;
        this.reload = reload;
    }

    /** @param occupied what the timeline shows */
    void move(Timeline.MoveEvent event, List<Occupied> occupied) {
        occupied.stream()
                .filter(one -> event.bar().equals(one.booking() + "/" + one.unit()))
                .findFirst()
                .ifPresent(one -> {
                    long row = Long.parseLong(event.row());
                    boolean sameMeans = row == one.unit()
                            || occupied.stream().anyMatch(other -> isOn(other, row, one))
                            || queries.get(actor, one.means()).means().units().stream()
                                    .anyMatch(unit -> unit.id() == row);
                    if (!sameMeans) {
                        Toasts.sorry(text("means.move.other-means"));
                        return;
                    }
                    move(one.booking(), event.from(), event.to(), row == one.unit() ? null : row, one.version());
                });
    }

    private static boolean isOn(Occupied other, long row, Occupied one) {
        return other.unit() == row && other.means().equals(one.means());
    }

    void move(BookingId id, Instant from, Instant to, @Nullable Long unit, int version) {
        BookingLine before = queries.booking(actor, id);
        if (attempt(id, from, to, unit, version)) {
            Dates dates = Dates.of(actor.locale(), actor.zone());
            Toasts.undo(text("means.move.done", dates.range(from, to)), () -> {
                attempt(
                        id,
                        before.from(),
                        before.to(),
                        null,
                        queries.booking(actor, id).version());
                reload.run();
            });
        }
        reload.run();
    }

    private boolean attempt(BookingId id, Instant from, Instant to, @Nullable Long unit, int version) {
        try {
            moves.move(actor, id, from, to, unit, version);
            return true;
        } catch (JustTaken e) {
            Toasts.sorry(text("means.move.taken"));
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message ->
                            Toasts.sorry(text(message.key(), message.args().toArray())));
        } catch (StaleEdit e) {
            Toasts.sorry(text("means.move.stale"));
        }
        return false;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
