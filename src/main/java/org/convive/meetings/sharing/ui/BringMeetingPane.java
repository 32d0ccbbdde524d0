package org.convive.meetings.sharing.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.sharing.BringList;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Faces;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** On the meeting's page: who brings what, one tap to bring it; for the organiser, who could host next. */
@org.springframework.stereotype.Component
class BringMeetingPane implements MeetingPane {
    private final BringList bringing;

    BringMeetingPane(BringList bringing) {
        this.bringing = bringing;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated()
                || page.card().cancelled()
                || page.card().stage().isAfter()) {
            return Optional.empty();
        }
        MyAnswer mine = page.card().mine();
        boolean comes = mine != null && mine.answer() == Answer.YES && mine.waitingPosition() == null;
        List<BringList.Item> items = bringing.list(actor, page.card().id());
        return items.isEmpty() && !page.mayChange()
                ? Optional.empty()
                : Optional.of(
                        new Bringing(bringing, actor, page.card().id(), comes || page.mayChange(), page.mayChange()));
    }

    /** The pane itself; it shows itself anew after each deed. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Bringing extends Pane {
        private final transient BringList bringing;
        private final transient Actor actor;
        private final transient MeetingId meeting;
        private final boolean mayBring;
        private final boolean mayChange;
        private final Div body = new Div();

        Bringing(BringList bringing, Actor actor, MeetingId meeting, boolean mayBring, boolean mayChange) {
            super(text("meetings.bring.title"));
            this.bringing = bringing;
            this.actor = actor;
            this.meeting = meeting;
            this.mayBring = mayBring;
            this.mayChange = mayChange;
            body.addClassName("cv-stack");
            add(body);
            fill();
        }

        private void fill() {
            body.removeAll();
            List<BringList.Item> items = bringing.list(actor, meeting);
            long covered = items.stream().filter(item -> item.open() == 0).count();
            if (items.isEmpty()) {
                Paragraph none = new Paragraph(text("meetings.bring.none"));
                none.addClassName("cv-q");
                body.add(none);
            } else {
                aside(new Span(text("meetings.bring.covered", covered, items.size())));
                var list = new UnorderedList();
                list.addClassNames("cv-meeting-people", "cv-divided");
                list.getElement().setAttribute("role", "list");
                items.forEach(item -> list.add(row(item)));
                body.add(list);
            }
            if (mayBring) {
                Details form = new Details(text("meetings.bring.add"), form());
                form.setOpened(false);
                body.add(form);
            }
            if (mayChange) {
                Details hosts = new Details(text("meetings.bring.hosts"), hosts());
                hosts.setOpened(false);
                body.add(hosts);
            }
        }

        private ListItem row(BringList.Item item) {
            Span what = new Span(item.what());
            what.addClassName("cv-strong");
            Span count = new Span(
                    item.wanted() == 1
                            ? text(item.open() == 0 ? "meetings.bring.sure" : "meetings.bring.open")
                            : text("meetings.bring.count", item.promised(), item.wanted()));
            count.addClassNames("cv-q", "cv-small");
            Div words = new Div(what, count);
            words.addClassName("cv-grow");
            ListItem row = new ListItem(words);
            if (!item.bringers().isEmpty()) {
                row.add(new Faces(item.bringers().stream().map(this::portrait).toList(), 4));
            }
            if (item.mine() > 0) {
                row.add(Status.ok(text("meetings.bring.mine", item.mine())));
                row.add(Buttons.icon(CvIcon.X, text("meetings.bring.not", item.what()), () -> bring(item, 0)));
            }
            if (mayBring && item.open() > 0) {
                String deed = text(item.wanted() == 1 ? "meetings.bring.it" : "meetings.bring.one");
                var button = item.promised() == 0
                        ? Buttons.hot(deed, () -> bring(item, item.mine() + 1))
                        : Buttons.plain(deed, () -> bring(item, item.mine() + 1));
                button.setAriaLabel(deed + ": " + item.what());
                row.add(button);
            }
            if (mayChange) {
                row.add(Buttons.icon(CvIcon.TRASH, text("meetings.bring.drop", item.what()), () -> drop(item)));
            }
            return row;
        }

        private void bring(BringList.Item item, int number) {
            Say.orSorry(() -> {
                bringing.bring(actor, meeting, item.id(), number);
                Toasts.undo(text(number == 0 ? "meetings.bring.said.not" : "meetings.bring.said", item.what()), () -> {
                    Say.orSorry(() -> bringing.bring(actor, meeting, item.id(), item.mine()));
                    fill();
                });
            });
            fill();
        }

        private void drop(BringList.Item item) {
            bringing.drop(actor, meeting, item.id());
            if (item.bringers().isEmpty()) {
                Toasts.undo(text("meetings.bring.dropped", item.what()), () -> {
                    var unused = bringing.ask(actor, meeting, item.what(), item.wanted());
                    fill();
                });
            } else {
                Toasts.say(text("meetings.bring.dropped", item.what()));
            }
            fill();
        }

        private Div form() {
            TextField what = Fields.text(text("meetings.bring.field.what"), 200);
            var wanted = new IntegerField(text("meetings.bring.field.wanted"));
            wanted.setMin(1);
            wanted.setMax(500);
            wanted.setValue(1);
            wanted.setStepButtonsVisible(true);
            what.setWidthFull();
            Div form = new Div(what, wanted, Buttons.plain(text("meetings.bring.add.deed"), CvIcon.PLUS, () -> {
                try {
                    var unused = bringing.ask(
                            actor, meeting, what.getValue(), Objects.requireNonNullElse(wanted.getValue(), 0));
                    fill();
                } catch (InvalidInput e) {
                    FormErrors.show(e, Map.of("what", what, "wanted", wanted));
                }
            }));
            form.addClassName("cv-stack");
            return form;
        }

        private UnorderedList hosts() {
            var list = new UnorderedList();
            bringing.hostNext(actor, 5)
                    .forEach(one ->
                            list.add(new ListItem(text("meetings.bring.hosted", one.organisation(), one.times()))));
            return list;
        }

        private Portrait portrait(BringList.Bringer bringer) {
            String picture = bringer.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + bringer.picture();
            return new Portrait(bringer.name(), "", picture);
        }
    }
}
