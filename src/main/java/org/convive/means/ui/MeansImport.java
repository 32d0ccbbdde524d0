package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.busy.ImportedEvent;
import org.convive.calendar.ui.ImportTarget;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.Means;
import org.convive.means.MeansQueries;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;

/** Takes one of the company's means out of use at the times of another calendar, e.g. a maintenance plan. */
@org.springframework.stereotype.Component
class MeansImport implements ImportTarget {
    private static final int MOST = 50;

    private final MeansQueries queries;
    private final BookingService bookings;

    MeansImport(MeansQueries queries, BookingService bookings) {
        this.queries = queries;
        this.bookings = bookings;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> offer(Actor actor, List<ImportedEvent> events) {
        List<Means> own = queries.list(actor, null, null, null).stream()
                .map(Availability::means)
                .filter(means -> actor.maySpeakFor(means.owner()))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(pane(actor, own, events));
    }

    private Pane pane(Actor actor, List<Means> own, List<ImportedEvent> events) {
        Dates dates = Dates.of(actor.locale(), actor.zone());
        Select<Means> means = new Select<>();
        means.setLabel(text("means.import.which"));
        means.setItems(own);
        means.setItemLabelGenerator(Means::name);
        CheckboxGroup<ImportedEvent> chosen = new CheckboxGroup<>(text("means.import.when"));
        List<ImportedEvent> offered = events.stream().limit(MOST).toList();
        chosen.setItems(offered);
        chosen.setItemLabelGenerator(event -> dates.range(event.from(), event.to()) + " · " + event.title());
        chosen.setValue(new HashSet<>(offered));
        Div report = new Div();
        report.getElement().setAttribute("role", "status");
        Div content = new Div(new Paragraph(text("means.import.sentence")), means, chosen);
        content.addClassName("cv-stack");
        content.add(
                new Div(Buttons.plain(text("means.import.block"), CvIcon.WRENCH, () -> {
                    Means one = means.getValue();
                    means.setInvalid(one == null);
                    means.setErrorMessage(text("means.import.which.missing"));
                    if (one != null) {
                        report.removeAll();
                        report.add(block(
                                actor,
                                one,
                                offered.stream()
                                        .filter(chosen.getValue()::contains)
                                        .toList(),
                                dates));
                        chosen.clear();
                    }
                })),
                report);
        return new Pane(text("means.import.title"), content);
    }

    /** Each by itself: one that cannot be does not hold up the others. */
    private UnorderedList block(Actor actor, Means means, List<ImportedEvent> events, Dates dates) {
        UnorderedList report = new UnorderedList();
        for (ImportedEvent event : events) {
            String outcome;
            try {
                bookings.blackout(actor, means.id(), null, event.from(), event.to(), cut(event.title()));
                outcome = text("means.import.done");
            } catch (JustTaken e) {
                outcome = text("means.import.taken");
            } catch (InvalidInput e) {
                Message message = e.fields().values().iterator().next();
                outcome = UI.getCurrent()
                        .getTranslation(message.key(), message.args().toArray());
            }
            report.add(new ListItem(dates.range(event.from(), event.to()) + ": " + outcome));
        }
        return report;
    }

    private static String cut(String title) {
        return title.length() <= 500 ? title : title.substring(0, 500);
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
