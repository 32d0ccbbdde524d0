package org.convive.meetings.tables.ui;

import static org.convive.meetings.tables.ui.TablePane.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.tables.Layout;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.springframework.core.task.AsyncTaskExecutor;

/** How many tables, how many courses, and the deed: mix them. The search runs beside the page. */
final class RoomPane extends Pane {
    private final transient TableService tables;
    private final transient AsyncTaskExecutor executor;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient Runnable refresh;
    private final IntegerField number = number("meetings.tables.field.tables", 1, Layout.MOST_TABLES);
    private final IntegerField seats = number("meetings.tables.field.seats", 2, Layout.MOST_SEATS);
    private final IntegerField courses = number("meetings.tables.field.courses", 1, Layout.MOST_COURSES);
    private final TextField sizes = Fields.text(text("meetings.tables.field.sizes"), 400);
    private final Button mix;
    private final Div waiting = new Div();

    RoomPane(
            TableService tables,
            AsyncTaskExecutor executor,
            Actor actor,
            MeetingId meeting,
            TablePlan plan,
            Runnable refresh) {
        super(text("meetings.tables.room"));
        this.tables = tables;
        this.executor = executor;
        this.actor = actor;
        this.meeting = meeting;
        this.refresh = refresh;
        Layout layout = plan.layout();
        Paragraph count = new Paragraph(text("meetings.tables.room.count", plan.people(), layout.allSeats()));
        count.addClassNames("cv-q", "cv-small");
        number.setValue(layout.tables());
        seats.setValue(layout.seats().getFirst());
        courses.setValue(layout.courses());
        courses.setHelperText(text("meetings.tables.field.courses.help"));
        sizes.setHelperText(text("meetings.tables.field.sizes.help"));
        sizes.setWidthFull();
        boolean different = new HashSet<>(layout.seats()).size() > 1;
        if (different) {
            sizes.setValue(layout.seats().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Div row = new Div(number, seats, courses);
        row.addClassName("cv-tables-room");
        Details more = new Details(text("meetings.tables.sizes"), sizes);
        more.setOpened(different);
        String deed = text(plan.mixed() ? "meetings.tables.mix.again" : "meetings.tables.mix");
        mix = plan.mixed()
                ? Buttons.plain(deed, () -> mix(plan.version()))
                : Buttons.primary(deed, () -> mix(plan.version()));
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        waiting.add(new Span(text("meetings.tables.mixing")), bar);
        waiting.setVisible(false);
        waiting.getElement().setAttribute("role", "status");
        Div stack = new Div(count, row, more, mix, waiting);
        stack.addClassName("cv-stack");
        add(stack);
    }

    private void mix(int version) {
        Map<String, HasValidationProperties> fields =
                Map.of("tables", number, "seats", sizes.isEmpty() ? seats : sizes, "courses", courses);
        FormErrors.clear(fields);
        Layout layout;
        try {
            layout = layout();
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("seats", sizes));
            return;
        }
        UI ui = UI.getCurrent();
        busy(true);
        executor.execute(() -> {
            try {
                tables.mix(actor, meeting, layout, version, done -> {});
                ui.access(() -> {
                    Toasts.say(text("meetings.tables.mixed"));
                    refresh.run();
                });
            } catch (InvalidInput e) {
                ui.access(() -> {
                    busy(false);
                    FormErrors.show(e, fields);
                });
            } catch (StaleEdit e) {
                ui.access(() -> {
                    Toasts.sorry(text("meetings.tables.stale"));
                    refresh.run();
                });
            }
        });
    }

    private void busy(boolean busy) {
        mix.setEnabled(!busy);
        waiting.setVisible(busy);
    }

    private Layout layout() {
        int times = Objects.requireNonNullElse(courses.getValue(), 0);
        if (sizes.isEmpty()) {
            return Layout.alike(
                    Math.min(Layout.MOST_TABLES + 1, Objects.requireNonNullElse(number.getValue(), 0)),
                    Objects.requireNonNullElse(seats.getValue(), 0),
                    times);
        }
        List<String> parts = Arrays.asList(sizes.getValue().strip().split("[\\s,;]+", -1));
        if (!parts.stream().allMatch(part -> part.matches("\\d{1,3}"))) {
            throw new InvalidInput("seats", Message.of("meetings.tables.error.sizes"));
        }
        return new Layout(parts.stream().map(Integer::valueOf).toList(), times);
    }

    private static IntegerField number(String key, int least, int most) {
        var field = new IntegerField(text(key));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }
}
