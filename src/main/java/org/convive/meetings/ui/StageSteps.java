package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** What the organiser can do next at each stage, and the ways back. */
@org.springframework.stereotype.Component
class StageSteps {
    private final MeetingStages stages;
    private final DatePolls polls;
    private final PlanningQueries queries;

    StageSteps(MeetingStages stages, DatePolls polls, PlanningQueries queries) {
        this.stages = stages;
        this.polls = polls;
        this.queries = queries;
    }

    /** The one likely next step, as the button of the page. */
    Optional<Component> next(Actor actor, MeetingPage page, Runnable reload) {
        return switch (page.card().stage()) {
            case IDEA ->
                Optional.of(Buttons.primary(
                        text("meetings.stages.find-date"), CvIcon.CALENDAR, () -> askDates(actor, page, reload)));
            case HELD ->
                Optional.of(Buttons.primary(
                        text("meetings.stages.follow-up"), CvIcon.CHECK, () -> followUp(actor, page, true, reload)));
            case DATES, CONFIRMED, FOLLOW_UP -> Optional.empty();
        };
    }

    /** The desk, and the other steps, forward and back. */
    void addTo(SubMenu menu, Actor actor, MeetingPage page, Runnable reload) {
        Stage stage = page.card().stage();
        menu.addItem(
                text("meetings.desk.open"),
                e -> UI.getCurrent()
                        .navigate(new Wording(actor).href(page.card().id()) + "/desk"));
        switch (stage) {
            case IDEA ->
                menu.addItem(
                        text("meetings.stages.set-date"), e -> new SetDateDialog(stages, actor, page, reload).open());
            case DATES -> {
                menu.addItem(text("meetings.stages.other-dates"), e -> askDates(actor, page, reload));
                menu.addItem(
                        text("meetings.stages.set-date"), e -> new SetDateDialog(stages, actor, page, reload).open());
                menu.addItem(text("meetings.stages.to-idea"), e -> toIdea(actor, page, reload));
            }
            case CONFIRMED, HELD -> {
                menu.addItem(text("meetings.stages.another-date"), e -> askDates(actor, page, reload));
                menu.addItem(text("meetings.stages.to-idea"), e -> toIdea(actor, page, reload));
            }
            case FOLLOW_UP -> menu.addItem(text("meetings.stages.to-held"), e -> followUp(actor, page, false, reload));
        }
    }

    private void askDates(Actor actor, MeetingPage page, Runnable reload) {
        new PollDialog(
                        polls,
                        actor,
                        page,
                        queries.poll(actor, page.card().id()),
                        day -> queries.holiday(actor, day),
                        reload)
                .open();
    }

    private void toIdea(Actor actor, MeetingPage page, Runnable reload) {
        Runnable back = () -> {
            List<BookingLine> kept = stages.undate(actor, page.card().id(), Stage.IDEA);
            Toasts.say(RefusedMeans.withKept(text("meetings.stages.is-idea"), kept));
            reload.run();
        };
        if (page.card().isDated()) {
            Confirm.ask(
                    text("meetings.stages.to-idea.question"),
                    text("meetings.stages.to-idea.consequences", page.card().coming()),
                    text("meetings.stages.to-idea.keep"),
                    text("meetings.stages.to-idea"),
                    back);
        } else {
            back.run();
        }
    }

    private void followUp(Actor actor, MeetingPage page, boolean wanted, Runnable reload) {
        stages.followUp(actor, page.card().id(), wanted);
        reload.run();
    }
}
