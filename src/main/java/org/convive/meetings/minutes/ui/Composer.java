package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.minutes.Entry;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Draft;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** Where one writes the next note, decision or action; the text survives a closed browser until it is added. */
final class Composer extends Pane {
    private final transient MinutesDesk desk;
    private final String key;
    private final RadioButtonGroup<Entry.Kind> kind = new RadioButtonGroup<>();
    private final Select<@Nullable AgendaItem> item = new Select<>();
    private final TextArea words = Fields.area(text("meetings.minutes.field.words"), 4000);
    private final OwnerFields owner;

    Composer(MinutesDesk desk, List<AgendaItem> items) {
        super(text("meetings.minutes.write"));
        this.desk = desk;
        key = "minutes:" + desk.meeting().id();
        owner = new OwnerFields(desk.people());
        kind.setAriaLabel(text("meetings.minutes.field.kind"));
        kind.setItems(Entry.Kind.values());
        kind.setItemLabelGenerator(one -> text("meetings.minutes.kind." + one));
        kind.setValue(Entry.Kind.NOTE);
        kind.addValueChangeListener(e -> owner.setVisible(e.getValue() != Entry.Kind.NOTE));
        owner.setVisible(false);
        item.setLabel(text("meetings.minutes.field.item"));
        item.setItems(items);
        item.setEmptySelectionAllowed(true);
        item.setEmptySelectionCaption(text("meetings.minutes.other"));
        item.setItemLabelGenerator(one -> one == null ? text("meetings.minutes.other") : one.title());
        item.setVisible(!items.isEmpty());
        items.stream().filter(AgendaItem::isRunning).findFirst().ifPresent(item::setValue);
        words.setWidthFull();
        Draft.keep(words, key);
        Div form = new Div(kind, item, words, owner, Buttons.primary(text("meetings.minutes.add"), this::add));
        form.addClassNames("cv-stack", "cv-composer");
        add(form);
        Shortcuts.addShortcutListener(this, event -> add(), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(words);
    }

    private void add() {
        FormErrors.clear(Map.of("words", words));
        Entry.Kind what = Objects.requireNonNullElse(kind.getValue(), Entry.Kind.NOTE);
        AgendaItem at = item.getValue();
        boolean note = what == Entry.Kind.NOTE;
        try {
            desk.service()
                    .add(
                            desk.actor(),
                            desk.meeting().id(),
                            new Entry.Draft(
                                    what,
                                    words.getValue(),
                                    at == null ? null : at.id(),
                                    note ? null : owner.person(),
                                    note ? null : owner.due()));
            words.clear();
            owner.clear();
            Draft.forget(key);
            words.focus();
            desk.refresh().run();
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("words", words));
        }
    }
}
