package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.convive.calendar.Subscription;
import org.convive.calendar.Subscriptions;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Toasts;

/** The addresses that a person made: when each was last read, and a way to renew or revoke it. */
final class AddressList extends Div {
    private final transient Subscriptions subscriptions;
    private final PersonId person;
    private final ZoneId zone;
    private final transient Consumer<String> renewed;

    /** @param renewed gets the new address of one */
    AddressList(Subscriptions subscriptions, PersonId person, ZoneId zone, Consumer<String> renewed) {
        this.subscriptions = subscriptions;
        this.person = person;
        this.zone = zone;
        this.renewed = renewed;
        addClassName("cv-stack");
        refresh();
    }

    void refresh() {
        removeAll();
        List<Subscription> all = subscriptions.of(person);
        if (all.isEmpty()) {
            add(quiet(getTranslation("calendar.feed.no-address")));
        }
        all.forEach(one -> add(row(one)));
    }

    private Div row(Subscription subscription) {
        Dates dates = Dates.of(getLocale(), zone);
        String name = subscription.isOwn()
                ? getTranslation("calendar.feed.kind." + subscription.kind())
                : getTranslation("calendar.feed.kind." + subscription.kind(), subscription.name());
        String read = subscription.lastRead() == null
                ? getTranslation("calendar.feed.never-read")
                : getTranslation("calendar.feed.read", dates.date(subscription.lastRead()));
        Div words = new Div(
                new Span(name),
                quiet(getTranslation("calendar.feed.since", dates.date(subscription.since())) + " " + read));
        words.addClassName("cv-grow");
        Div row = new Div(
                words,
                Buttons.plain(getTranslation("calendar.feed.renew"), CvIcon.REFRESH, () -> askToRenew(subscription)),
                Buttons.danger(getTranslation("calendar.feed.revoke"), () -> {
                    subscriptions.revoke(person, subscription.id());
                    Toasts.say(getTranslation("calendar.feed.revoked"));
                    refresh();
                }));
        row.addClassName("cv-row");
        return row;
    }

    private void askToRenew(Subscription subscription) {
        Confirm.ask(
                getTranslation("calendar.feed.renew.question"),
                getTranslation("calendar.feed.renew.consequences"),
                getTranslation("calendar.feed.keep"),
                getTranslation("calendar.feed.renew"),
                () -> {
                    try {
                        String address = subscriptions.renew(person, subscription.id());
                        refresh();
                        renewed.accept(address);
                    } catch (NotFoundException e) {
                        refresh();
                    }
                });
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
