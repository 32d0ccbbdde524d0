package org.convive.meetings.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.Notice;

/** One meeting: how far it has come, when and where, the table, your answer, who comes, and what features add. */
@Route("c/:cluster/meetings/:meeting")
@PermitAll
@StyleSheet("convive/meetings.css")
@StyleSheet("convive/meeting-parts.css")
// Panes are found by Spring, so the bundle does not see from here what they are made of.
@Uses(Checkbox.class)
@Uses(ComboBox.class)
@Uses(MultiSelectComboBox.class)
@Uses(DatePicker.class)
@Uses(Details.class)
@Uses(Dialog.class)
@Uses(MenuBar.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(IntegerField.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(TimePicker.class)
class MeetingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingService meetings;
    private final transient MeetingQueries queries;
    private final transient MeetingHead head;
    private final transient List<MeetingPane> panes;
    private final transient Clock clock;
    private final Div strip = new Div();
    private final Div main = new Div();
    private final Div around = new Div();
    private String title = "";

    MeetingView(
            Actors actors,
            MeetingService meetings,
            MeetingQueries queries,
            MeetingHead head,
            List<MeetingPane> panes,
            Clock clock) {
        this.actors = actors;
        this.meetings = meetings;
        this.queries = queries;
        this.head = head;
        this.panes = panes.stream()
                .sorted(Comparator.comparingInt(MeetingPane::order))
                .toList();
        this.clock = clock;
        addClassNames("cv-page", "cv-meeting");
        main.addClassName("cv-stack");
        around.addClassName("cv-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        show(actor, queries.get(actor, new MeetingId(ViewActor.id(event, "meeting"))));
    }

    private void show(Actor actor, MeetingPage page) {
        MeetingCard card = page.card();
        title = card.title() + " · " + actor.clusterName();
        removeAll();
        Runnable reload = () -> show(actor, queries.get(actor, card.id()));
        add(head.of(actor, page, reload));
        if (card.cancelled()) {
            String farewell = page.farewell();
            add(Notice.bad(new Span(
                    getTranslation("meetings.cancelled.notice") + (farewell.isBlank() ? "" : " “" + farewell + "”"))));
        }
        add(strip);
        Aside side = new Aside();
        side.addClassName("cv-stack");
        if (card.isDated()) {
            side.add(new AnswerPane(
                    meetings,
                    queries,
                    actor,
                    card,
                    clock.instant(),
                    () -> fill(actor, queries.get(actor, card.id()), reload)));
        }
        side.add(around);
        Div columns = new Div(side, main);
        columns.addClassNames("cv-meeting-columns");
        add(columns);
        fill(actor, page, reload);
    }

    /** Everything but the answer itself, which stays where the person tapped. */
    private void fill(Actor actor, MeetingPage page, Runnable reload) {
        strip.removeAll();
        strip.add(new StageStrip(page.card(), clock.instant()));
        main.removeAll();
        around.removeAll();
        for (MeetingPane pane : panes) {
            pane.render(actor, page, reload).ifPresent(content -> column(pane).add(content));
        }
    }

    private Div column(MeetingPane pane) {
        return pane.place() == MeetingPane.Place.MAIN ? main : around;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
