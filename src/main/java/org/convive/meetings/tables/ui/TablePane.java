package org.convive.meetings.tables.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.RoundTable;
import org.convive.uikit.Toasts;

/** One table of one course: the round table with its faces, the names, and for the organiser a way to move people. */
final class TablePane extends Pane {
    private final transient TableService tables;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient TablePlan plan;
    private final int course;
    private final int table;
    private final transient Runnable refresh;

    TablePane(
            TableService tables,
            Actor actor,
            MeetingId meeting,
            TablePlan plan,
            int course,
            int table,
            Runnable refresh) {
        super(text("meetings.tables.table", table));
        this.tables = tables;
        this.actor = actor;
        this.meeting = meeting;
        this.plan = plan;
        this.course = course;
        this.table = table;
        this.refresh = refresh;
        addClassName("cv-table-pane");
        List<Sitter> here = plan.at(course, table);
        int seats = plan.layout().seats().get(table - 1);
        aside(new Span(text("meetings.tables.count", plan.taken(course, table), seats)));
        if (here.stream().anyMatch(sitter -> sitter.person().equals(actor.person()))) {
            cut();
        }
        long companies = here.stream().mapToLong(Sitter::company).distinct().count();
        add(RoundTable.of(seats, here.stream().map(this::portrait).toList(), 0)
                .small()
                .say(Long.toString(companies), text("meetings.tables.companies", companies)));
        var names = new UnorderedList();
        names.addClassName("cv-meeting-people");
        here.forEach(sitter -> names.add(row(sitter)));
        add(names);
    }

    private ListItem row(Sitter sitter) {
        Span name = new Span(sitter.name());
        name.addClassName("cv-strong");
        Span company = new Span(
                sitter.guests() == 0
                        ? sitter.organisation()
                        : sitter.organisation() + " " + text("meetings.tables.guests", sitter.guests()));
        company.addClassNames("cv-q", "cv-small");
        Div words = new Div(name, company);
        words.addClassName("cv-grow");
        ListItem item = new ListItem(new Face(portrait(sitter)).decorative(), words);
        if (plan.mayChange()) {
            item.add(Buttons.icon(
                    CvIcon.ARROW_RIGHT, text("meetings.tables.move", sitter.name()), () -> moving(sitter)));
        }
        return item;
    }

    private void moving(Sitter sitter) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("meetings.tables.move", sitter.name()));
        var where = new RadioButtonGroup<Integer>();
        where.setLabel(text("meetings.tables.move.to"));
        where.setItems(IntStream.rangeClosed(1, plan.layout().tables())
                .filter(number -> number != table)
                .boxed()
                .toList());
        where.setItemLabelGenerator(number -> text("meetings.tables.table", number) + ", "
                + text(
                        "meetings.tables.count",
                        plan.taken(course, number),
                        plan.layout().seats().get(number - 1)));
        where.addThemeName("vertical");
        dialog.add(where);
        dialog.getFooter().add(Buttons.quiet(text("meetings.tables.move.close"), dialog::close));
        dialog.getFooter().add(Buttons.primary(text("meetings.tables.move.deed"), () -> {
            Integer to = where.getValue();
            if (to != null && move(sitter, to, where)) {
                dialog.close();
            }
        }));
        dialog.open();
    }

    private boolean move(Sitter sitter, int to, RadioButtonGroup<Integer> field) {
        try {
            int before = tables.move(actor, meeting, course, sitter.person(), to);
            Toasts.undo(text("meetings.tables.moved", sitter.name(), to), () -> {
                var unused = tables.move(actor, meeting, course, sitter.person(), before);
                refresh.run();
            });
            refresh.run();
            return true;
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("table", field));
            return false;
        }
    }

    private Portrait portrait(Sitter sitter) {
        String picture = sitter.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + sitter.picture();
        return new Portrait(sitter.name(), sitter.organisation(), picture);
    }

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
