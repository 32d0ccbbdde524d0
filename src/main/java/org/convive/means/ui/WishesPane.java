package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.WaitingList;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** What the person waits for, and what became free for them; nothing when they wait for nothing. */
class WishesPane extends Div {
    private final transient Actor actor;
    private final transient WaitingList waiting;
    private final transient Runnable changed;
    private final transient Dates dates;

    WishesPane(Actor actor, WaitingList waiting, Locale locale, Runnable changed) {
        this.actor = actor;
        this.waiting = waiting;
        this.changed = changed;
        this.dates = Dates.of(locale, actor.zone());
        List<WaitingList.Wish> wishes = waiting.mine(actor);
        setVisible(!wishes.isEmpty());
        if (!wishes.isEmpty()) {
            add(new Pane(
                    getTranslation("means.wait.title"),
                    new DayList(wishes.stream().map(one -> row(one, locale)).toList())));
        }
    }

    private DayRow row(WaitingList.Wish wish, Locale locale) {
        DayRow row = new DayRow(
                new DateTile(wish.from().atZone(actor.zone()).toLocalDate(), locale),
                wish.meansName(),
                MeansPath.of(actor, wish.means()),
                dates.range(wish.from(), wish.to()));
        BookingId offer = wish.offer();
        if (offer != null) {
            row.line(Status.waiting(getTranslation("means.wait.offered")));
            return row.end(Links.primary(
                    MeansPath.booking(actor, offer), getTranslation("means.wait.answer"), CvIcon.ARROW_RIGHT));
        }
        row.line(Status.quiet(CvIcon.HOURGLASS, getTranslation("means.wait.before", wish.before())));
        return row.end(Buttons.quiet(getTranslation("means.wait.leave"), () -> {
            waiting.leave(actor, wish.id());
            Toasts.say(getTranslation("means.wait.left"));
            changed.run();
        }));
    }
}
