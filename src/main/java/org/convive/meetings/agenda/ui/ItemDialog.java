package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.agenda.ItemDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Writes an item of the agenda. */
final class ItemDialog extends Dialog {
    private final TextField title = Fields.text(text("meetings.agenda.field.title"), 200);
    private final IntegerField minutes = new IntegerField(text("meetings.agenda.field.minutes"));
    private final ComboBox<PersonCard> owner = new ComboBox<>(text("meetings.agenda.field.owner"));
    private final TextArea notes = Fields.area(text("meetings.agenda.field.notes"), 4000);

    static void add(AgendaService service, DirectoryQueries directory, Actor actor, MeetingId meeting, Runnable done) {
        var dialog = new ItemDialog(directory, actor, text("meetings.agenda.add"), draft -> {
            var unused = service.add(actor, meeting, draft);
            done.run();
        });
        dialog.minutes.setValue(15);
        dialog.open();
    }

    static void change(
            AgendaService service,
            DirectoryQueries directory,
            Actor actor,
            MeetingId meeting,
            AgendaItem item,
            Runnable done) {
        var dialog = new ItemDialog(directory, actor, item.title(), draft -> {
            service.change(actor, meeting, item.id(), item.version(), draft);
            done.run();
        });
        dialog.title.setValue(item.title());
        dialog.minutes.setValue(item.minutes());
        dialog.notes.setValue(item.notes());
        dialog.owner
                .getListDataView()
                .getItems()
                .filter(person -> person.id().equals(item.owner()))
                .findFirst()
                .ifPresent(dialog.owner::setValue);
        dialog.open();
    }

    private ItemDialog(DirectoryQueries directory, Actor actor, String heading, Consumer<ItemDraft> save) {
        setHeaderTitle(heading);
        setWidth("min(520px, 100vw)");
        minutes.setMin(1);
        minutes.setMax(600);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(1);
        owner.setItems(directory.people(actor));
        owner.setItemLabelGenerator(PersonCard::name);
        owner.setClearButtonVisible(true);
        title.setWidthFull();
        owner.setWidthFull();
        notes.setWidthFull();
        Div form = new Div(title, minutes, owner, notes);
        form.addClassName("cv-stack");
        add(form);
        getFooter().add(Buttons.quiet(text("meetings.agenda.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.agenda.save"), () -> {
            try {
                save.accept(draft());
                close();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("title", title, "minutes", minutes, "notes", notes));
            } catch (StaleEdit e) {
                Toasts.sorry(text("meetings.agenda.stale"));
            }
        }));
    }

    private ItemDraft draft() {
        PersonCard person = owner.getValue();
        return new ItemDraft(
                title.getValue(),
                Objects.requireNonNullElse(minutes.getValue(), 0),
                person == null ? null : person.id(),
                notes.getValue());
    }
}
