package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import org.convive.directory.PersonCard;
import org.convive.shared.PersonId;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** Who sees to it and until when. */
final class OwnerFields extends Div {
    private final ComboBox<PersonCard> owner = new ComboBox<>(text("meetings.minutes.field.owner"));
    private final DatePicker due =
            Pickers.date(text("meetings.minutes.field.due"), UI.getCurrent().getLocale());

    OwnerFields(List<PersonCard> people) {
        addClassName("cv-tables-room");
        owner.setItems(people);
        owner.setItemLabelGenerator(PersonCard::name);
        owner.setClearButtonVisible(true);
        due.setClearButtonVisible(true);
        add(owner, due);
    }

    @Nullable
    PersonId person() {
        PersonCard person = owner.getValue();
        return person == null ? null : person.id();
    }

    @Nullable
    LocalDate due() {
        return due.getValue();
    }

    void show(@Nullable PersonId person, @Nullable LocalDate day) {
        owner.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .ifPresentOrElse(owner::setValue, owner::clear);
        due.setValue(day);
    }

    void clear() {
        owner.clear();
        due.clear();
    }
}
