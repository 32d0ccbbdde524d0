package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.html.Anchor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;

/** What brings minutes further: to correction, back, and to everybody. */
final class StateActions {
    private StateActions() {}

    static void add(PageHeader header, MinutesDesk desk, Minutes minutes) {
        MeetingId meeting = desk.meeting().id();
        if (!minutes.isEmpty()) {
            Anchor print = Links.button(
                    Say.href(desk.actor(), meeting) + "/minutes.pdf", text("meetings.minutes.print"), CvIcon.DOWNLOAD);
            print.setRouterIgnore(true);
            print.setTarget("_blank");
            header.action(print);
        }
        if (!minutes.mayRelease() || minutes.isEmpty()) {
            return;
        }
        switch (minutes.state()) {
            case DRAFT ->
                header.action(Buttons.primary(
                        text("meetings.minutes.review"),
                        () -> Say.orSorry(() -> {
                            desk.service().review(desk.actor(), meeting);
                            Toasts.say(text("meetings.minutes.review.done"));
                            desk.refresh().run();
                        })));
            case REVIEW -> {
                header.action(Buttons.plain(
                        text("meetings.minutes.reopen"),
                        () -> Say.orSorry(() -> {
                            desk.service().reopen(desk.actor(), meeting);
                            desk.refresh().run();
                        })));
                header.action(Buttons.primary(text("meetings.minutes.release"), () -> release(desk)));
            }
            case RELEASED -> {}
        }
    }

    private static void release(MinutesDesk desk) {
        Confirm.ask(
                text("meetings.minutes.release.question"),
                text("meetings.minutes.release.consequences"),
                text("meetings.minutes.release.keep"),
                text("meetings.minutes.release"),
                () -> Say.orSorry(() -> {
                    int told =
                            desk.service().release(desk.actor(), desk.meeting().id());
                    Toasts.say(text("meetings.minutes.release.done", told));
                    desk.refresh().run();
                }));
    }
}
