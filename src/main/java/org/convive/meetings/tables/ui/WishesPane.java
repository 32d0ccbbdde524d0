package org.convive.meetings.tables.ui;

import static org.convive.meetings.tables.ui.TablePane.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.meetings.tables.Wish;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** Who sits apart, who sits together, who hosts a table. */
final class WishesPane extends Pane {
    private final transient TableService tables;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient TablePlan plan;
    private final transient Runnable refresh;

    WishesPane(TableService tables, Actor actor, MeetingId meeting, TablePlan plan, Runnable refresh) {
        super(text("meetings.tables.wishes"));
        this.tables = tables;
        this.actor = actor;
        this.meeting = meeting;
        this.plan = plan;
        this.refresh = refresh;
        Paragraph sentence = new Paragraph(text("meetings.tables.wishes.sentence"));
        sentence.addClassNames("cv-q", "cv-small");
        var list = new UnorderedList();
        list.addClassName("cv-meeting-people");
        plan.wishes().forEach(wish -> list.add(row(wish)));
        Details form = new Details(text("meetings.tables.wish.new"), form());
        form.setOpened(false);
        Div stack = new Div(sentence, list, form);
        stack.addClassName("cv-stack");
        add(stack);
    }

    private ListItem row(Wish wish) {
        String words = text("meetings.tables.wish.said." + wish.kind(), name(wish.person()), name(wish.other()));
        Span said = new Span(words);
        said.addClassName("cv-grow");
        return new ListItem(
                said, Buttons.icon(CvIcon.X, text("meetings.tables.wish.remove", name(wish.person())), () -> {
                    tables.forget(actor, meeting, wish.id());
                    refresh.run();
                }));
    }

    private Div form() {
        var kind = new Select<Wish.Kind>();
        kind.setLabel(text("meetings.tables.wish.kind"));
        kind.setItems(Wish.Kind.values());
        kind.setItemLabelGenerator(one -> text("meetings.tables.wish." + one));
        kind.setValue(Wish.Kind.APART);
        ComboBox<Sitter> person = people("meetings.tables.wish.person");
        ComboBox<Sitter> other = people("meetings.tables.wish.other");
        kind.addValueChangeListener(e -> other.setVisible(e.getValue() != Wish.Kind.HOST));
        var add = Buttons.plain(text("meetings.tables.wish.add"), CvIcon.PLUS, () -> {
            try {
                tables.wish(actor, meeting, wish(kind.getValue(), person.getValue(), other.getValue()));
                refresh.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("wish", kind.getValue() == Wish.Kind.HOST ? person : other));
            }
        });
        Div form = new Div(kind, person, other, add);
        form.addClassName("cv-stack");
        return form;
    }

    private static Wish wish(Wish.Kind kind, @Nullable Sitter person, @Nullable Sitter other) {
        if (person == null || (other == null && kind != Wish.Kind.HOST)) {
            throw new InvalidInput("wish", Message.of("meetings.tables.error.pair"));
        }
        return new Wish(0, kind, person.person(), other == null || kind == Wish.Kind.HOST ? null : other.person());
    }

    private ComboBox<Sitter> people(String key) {
        var people = new ComboBox<Sitter>(text(key));
        people.setItems(plan.sitters());
        people.setItemLabelGenerator(sitter ->
                sitter.organisation().isEmpty() ? sitter.name() : sitter.name() + ", " + sitter.organisation());
        people.setWidthFull();
        return people;
    }

    private String name(@Nullable PersonId person) {
        Sitter sitter = person == null ? null : plan.sitter(person);
        return sitter == null ? "…" : sitter.name();
    }
}
