package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import org.convive.calendar.CalendarFeeds;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** A person's own calendar address: made, shown once, renewed, revoked. */
public final class CalendarFeedCard extends Pane {
    private final transient CalendarFeeds feeds;
    private final PersonId person;
    private final ZoneId zone;

    public CalendarFeedCard(CalendarFeeds feeds, PersonId person, ZoneId zone) {
        this.feeds = feeds;
        this.person = person;
        this.zone = zone;
        show();
    }

    private void show() {
        removeAll();
        feeds.state(person)
                .ifPresentOrElse(
                        this::showState,
                        () -> add(
                                quiet("calendar.feed.none"),
                                Buttons.primary(
                                        getTranslation("calendar.feed.make"), CvIcon.CALENDAR_PLUS, this::renew)));
    }

    private void showState(CalendarFeeds.State state) {
        Dates dates = Dates.of(getLocale(), zone);
        add(quiet("calendar.feed.since", dates.date(state.since())));
        if (state.lastRead() == null) {
            add(quiet("calendar.feed.never-read"));
        } else {
            add(quiet("calendar.feed.read", dates.dayAndTime(state.lastRead())));
        }
        add(
                Buttons.plain(
                        getTranslation("calendar.feed.renew"),
                        CvIcon.REFRESH,
                        () -> Confirm.ask(
                                getTranslation("calendar.feed.renew.question"),
                                getTranslation("calendar.feed.renew.consequences"),
                                getTranslation("calendar.feed.keep"),
                                getTranslation("calendar.feed.renew"),
                                this::renew)),
                Buttons.danger(getTranslation("calendar.feed.revoke"), () -> {
                    feeds.revoke(person);
                    Toasts.say(getTranslation("calendar.feed.revoked"));
                    show();
                }));
    }

    private void renew() {
        String address = feeds.renew(person);
        show();
        var field = new TextField(getTranslation("calendar.feed.address"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.setHelperText(getTranslation("calendar.feed.once"));
        addComponentAsFirst(field);
    }

    private Paragraph quiet(String key, Object... args) {
        Paragraph paragraph = new Paragraph(getTranslation(key, args));
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
