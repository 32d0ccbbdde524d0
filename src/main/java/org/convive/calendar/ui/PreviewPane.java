package org.convive.calendar.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import org.convive.calendar.RepeatWords;
import org.convive.calendar.busy.ImportPreview;
import org.convive.calendar.busy.ImportedEvent;
import org.convive.calendar.reading.ReadCalendar.Skipped;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;

/** What is in a calendar, and what was left out and why. */
final class PreviewPane extends Pane {
    private static final int SHOWN = 50;

    private final transient RepeatWords repeats;
    private final transient Dates dates;

    PreviewPane(ImportPreview preview, RepeatWords repeats, ZoneId zone) {
        this.repeats = repeats;
        this.dates = Dates.of(getLocale(), zone);
        setTitle(new H2(preview.name().isBlank() ? getTranslation("calendar.import.preview") : preview.name()));
        Div content = new Div();
        content.addClassName("cv-stack");
        content.add(new Paragraph(getTranslation(
                "calendar.import.found",
                preview.events().size(),
                preview.skipped().size())));
        UnorderedList list = list();
        preview.events().stream().limit(SHOWN).forEach(event -> list.add(item(event)));
        if (preview.events().size() > SHOWN) {
            list.add(new ListItem(
                    getTranslation("calendar.import.more", preview.events().size() - SHOWN)));
        }
        if (!preview.events().isEmpty()) {
            content.add(list);
        }
        if (!preview.skipped().isEmpty()) {
            UnorderedList left = list();
            preview.skipped().stream().limit(SHOWN).forEach(one -> left.add(item(one)));
            content.add(new Details(
                    getTranslation("calendar.import.skipped", preview.skipped().size()), left));
        }
        add(content);
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-import-events");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    private String when(ImportedEvent event) {
        if (!event.wholeDay()) {
            return dates.range(event.from(), event.to());
        }
        String first = dates.date(event.from());
        String last = dates.date(event.to().minusMillis(1));
        return first.equals(last) ? first : getTranslation("calendar.import.days", first, last);
    }

    private ListItem item(ImportedEvent event) {
        String when = when(event);
        String again = event.recurrence() == null ? "" : " · " + repeats.of(event.recurrence(), getLocale());
        Span quiet = new Span(when + again);
        quiet.addClassName("cv-q");
        String title = event.title().isBlank() ? getTranslation("calendar.import.untitled") : event.title();
        return row(title, quiet);
    }

    private ListItem item(Skipped skipped) {
        Span quiet = new Span(
                getTranslation(skipped.reason().key(), skipped.reason().args().toArray()));
        quiet.addClassName("cv-q");
        String what = skipped.what().isBlank() ? getTranslation("calendar.import.untitled") : skipped.what();
        return row(what, quiet);
    }

    private static ListItem row(String words, Span quiet) {
        Span strong = new Span(words);
        strong.addClassName("cv-strong");
        return new ListItem(strong, quiet);
    }
}
