package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import java.time.Clock;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.OutsideGuests;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.springframework.stereotype.Component;

/** The head of a meeting's page: title, when, where, by whom, and what its organiser can do. */
@Component
class MeetingHead {
    private final MeetingService meetings;
    private final OutsideGuests outside;
    private final MeetingSeries series;
    private final MeetingQueries queries;
    private final MeetingStages stages;
    private final StageSteps steps;
    private final DirectoryQueries directory;
    private final Groups groups;
    private final Clock clock;

    MeetingHead(
            MeetingService meetings,
            OutsideGuests outside,
            MeetingSeries series,
            MeetingQueries queries,
            MeetingStages stages,
            StageSteps steps,
            DirectoryQueries directory,
            Groups groups,
            Clock clock) {
        this.meetings = meetings;
        this.outside = outside;
        this.series = series;
        this.queries = queries;
        this.stages = stages;
        this.steps = steps;
        this.directory = directory;
        this.groups = groups;
        this.clock = clock;
    }

    PageHeader of(Actor actor, MeetingPage page, Runnable reload) {
        MeetingCard card = page.card();
        var wording = new Wording(actor);
        PageHeader header = new PageHeader(card.title())
                .back(text("meetings.title"), "c/" + actor.slug() + "/meetings")
                .valley(card.id().value())
                .meta(CvIcon.CLOCK, card.isDated() ? wording.when(card) : text("meetings.no-date-yet"));
        if (!card.where().isEmpty()) {
            header.meta(CvIcon.MAP_PIN, card.where());
        }
        if (!card.link().isEmpty()) {
            Anchor link = new Anchor(card.link(), text("meetings.join-online"));
            link.getElement().setAttribute("rel", "noopener nofollow").setAttribute("target", "_blank");
            header.meta(CvIcon.LINK, link);
        }
        header.meta(CvIcon.USER, text("meetings.by", card.organiserName()));
        if (card.isDated()) {
            Anchor calendar =
                    Links.button(wording.href(card.id()) + "/meeting.ics", text("meetings.add"), CvIcon.CALENDAR_PLUS);
            calendar.setRouterIgnore(true);
            header.action(calendar);
        }
        if (page.mayChange() && !(card.cancelled() && card.isOver(clock.instant()))) {
            if (!card.cancelled()) {
                steps.next(actor, page, reload).ifPresent(header::action);
            }
            header.action(menu(actor, page, reload));
        }
        return header;
    }

    private MenuBar menu(Actor actor, MeetingPage page, Runnable reload) {
        MeetingCard card = page.card();
        var bar = new MenuBar();
        bar.addClassName("cv-meeting-menu");
        MenuItem more = bar.addItem(CvIcon.MORE.create());
        more.setAriaLabel(text("meetings.menu"));
        SubMenu menu = more.getSubMenu();
        if (card.cancelled()) {
            menu.addItem(text("meetings.stages.revive"), e -> {
                stages.revive(actor, card.id());
                Toasts.say(text("meetings.stages.revived"));
                reload.run();
            });
            return bar;
        }
        menu.addItem(
                text("meetings.menu.change"),
                e -> UI.getCurrent().navigate(new Wording(actor).href(card.id()) + "/edit"));
        if (!card.isOver(clock.instant())) {
            menu.addItem(
                    text("meetings.menu.invite"),
                    e -> new InviteDialog(meetings, outside, directory, groups, actor, page, reload).open());
        }
        steps.addTo(menu, actor, page, reload);
        if (!card.isOver(clock.instant())) {
            menu.addItem(text("meetings.menu.cancel"), e -> CancelDialog.ask(series, queries, actor, card, reload));
        }
        return bar;
    }
}
