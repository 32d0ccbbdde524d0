package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.Objects;
import org.convive.meetings.MeetingId;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.minutes.Reworded;
import org.convive.meetings.ui.Say;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Notice;
import org.convive.uikit.Toasts;

/** One entry: what it says, who sees to it, the corrections asked for, and a way to change it in place. */
final class EntryRow extends ListItem {
    private final transient MinutesDesk desk;
    private final transient Minutes minutes;
    private final transient Entry entry;
    private boolean beingChanged;

    EntryRow(MinutesDesk desk, Minutes minutes, Entry entry) {
        this.desk = desk;
        this.minutes = minutes;
        this.entry = entry;
        addClassNames("cv-minutes-entry", "cv-kind-" + entry.kind().name().toLowerCase(java.util.Locale.ROOT));
        show();
    }

    /** Whether the reader is typing in it: it must not be replaced. */
    boolean isBeingChanged() {
        return beingChanged;
    }

    private MeetingId meeting() {
        return desk.meeting().id();
    }

    private void show() {
        beingChanged = false;
        removeAll();
        Div words = new Div();
        words.addClassName("cv-grow");
        if (entry.kind() == Entry.Kind.DECISION) {
            words.add(Badges.glass(text("meetings.minutes.kind.DECISION")));
        } else if (entry.kind() == Entry.Kind.ACTION) {
            String name = text("meetings.minutes.kind.ACTION");
            words.add(entry.done() == null ? Badges.hot(name) : Badges.ok(text("meetings.minutes.done")));
        }
        Paragraph said = new Paragraph(entry.words());
        said.addClassName("cv-minutes-words");
        Span by = new Span(line());
        by.addClassNames("cv-q", "cv-small");
        words.add(said, by);
        minutes.corrections().stream()
                .filter(correction -> correction.entry() == entry.id())
                .forEach(correction -> words.add(correction(correction)));
        add(words);
        boolean mine = desk.actor().person().equals(entry.owner());
        if (entry.kind() == Entry.Kind.ACTION && (mine || minutes.mayRelease())) {
            add(done());
        }
        if (minutes.mayWrite()) {
            add(Buttons.icon(CvIcon.PENCIL, text("meetings.minutes.change", shortened()), this::change));
            add(Buttons.icon(CvIcon.TRASH, text("meetings.minutes.remove", shortened()), this::remove));
        } else if (minutes.mayCorrect()) {
            add(Buttons.icon(CvIcon.PENCIL, text("meetings.minutes.correct", shortened()), this::change));
        }
    }

    private String line() {
        if (entry.owner() == null) {
            return text("meetings.minutes.by", entry.authorName());
        }
        return entry.due() == null
                ? text("meetings.minutes.owner", entry.ownerName())
                : text(
                        "meetings.minutes.owner.due",
                        entry.ownerName(),
                        Dates.date(entry.due(), UI.getCurrent().getLocale()));
    }

    private Checkbox done() {
        var box = new Checkbox(text("meetings.minutes.done"), entry.done() != null);
        box.addValueChangeListener(e -> {
            desk.service().done(desk.actor(), meeting(), entry.id(), e.getValue());
            desk.refresh().run();
        });
        return box;
    }

    private Notice correction(Minutes.Correction correction) {
        Div words = new Div(
                new Span(text("meetings.minutes.correction", correction.personName())),
                new Paragraph(correction.words()));
        if (!minutes.mayRelease()) {
            return Notice.glass(words);
        }
        Div deeds = new Div(
                Buttons.primary(text("meetings.minutes.correction.take"), () -> answer(correction, true)),
                Buttons.plain(text("meetings.minutes.correction.leave"), () -> answer(correction, false)));
        deeds.addClassName("cv-row");
        return Notice.hot(words, deeds);
    }

    private void answer(Minutes.Correction correction, boolean accept) {
        Say.orSorry(() -> desk.service().answer(desk.actor(), meeting(), correction.id(), accept));
        desk.refresh().run();
    }

    private void change() {
        beingChanged = true;
        removeAll();
        boolean correcting = !minutes.mayWrite();
        TextArea words = Fields.area(
                text(correcting ? "meetings.minutes.field.correction" : "meetings.minutes.field.words"), 4000);
        words.setValue(entry.words());
        words.setWidthFull();
        var kind = new RadioButtonGroup<Entry.Kind>();
        kind.setAriaLabel(text("meetings.minutes.field.kind"));
        kind.setItems(Entry.Kind.values());
        kind.setItemLabelGenerator(one -> text("meetings.minutes.kind." + one));
        kind.setValue(entry.kind());
        var owner = new OwnerFields(desk.people());
        owner.show(entry.owner(), entry.due());
        owner.setVisible(!correcting && entry.kind() != Entry.Kind.NOTE);
        kind.setVisible(!correcting);
        kind.addValueChangeListener(e -> owner.setVisible(e.getValue() != Entry.Kind.NOTE));
        Div deeds = new Div(
                Buttons.primary(
                        text(correcting ? "meetings.minutes.correct.deed" : "meetings.minutes.save"),
                        () -> save(words, kind.getValue(), owner, correcting)),
                Buttons.quiet(text("meetings.minutes.leave"), () -> {
                    beingChanged = false;
                    desk.refresh().run();
                }));
        deeds.addClassName("cv-row");
        Div form = new Div(words, kind, owner, deeds);
        form.addClassNames("cv-stack", "cv-grow");
        add(form);
        words.focus();
    }

    private void save(TextArea words, Entry.Kind kind, OwnerFields owner, boolean correcting) {
        try {
            if (correcting) {
                desk.service().correct(desk.actor(), meeting(), entry.id(), entry.version(), words.getValue());
                Toasts.say(text("meetings.minutes.correct.done"));
            } else {
                Reworded now =
                        desk.service().reword(desk.actor(), meeting(), entry.id(), entry.version(), words.getValue());
                settle(kind, owner);
                if (now.bothKept()) {
                    Toasts.sorry(text("meetings.minutes.both"));
                }
            }
            beingChanged = false;
            desk.refresh().run();
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("words", words));
        }
    }

    private void settle(Entry.Kind kind, OwnerFields owner) {
        boolean note = kind == Entry.Kind.NOTE;
        boolean same = kind == entry.kind()
                && Objects.equals(owner.person(), entry.owner())
                && Objects.equals(owner.due(), entry.due());
        if (!same) {
            desk.service()
                    .settle(
                            desk.actor(),
                            meeting(),
                            entry.id(),
                            kind,
                            note ? null : owner.person(),
                            note ? null : owner.due());
        }
    }

    private void remove() {
        Say.orSorry(() -> {
            desk.service().remove(desk.actor(), meeting(), entry.id());
            Toasts.undo(text("meetings.minutes.removed"), () -> {
                Say.orSorry(() -> desk.service().restore(desk.actor(), meeting(), entry.id()));
                desk.refresh().run();
            });
        });
        desk.refresh().run();
    }

    private String shortened() {
        return entry.words().length() <= 40 ? entry.words() : entry.words().substring(0, 40) + "…";
    }
}
