package org.convive.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.convive.directory.OrganisationKind;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;

/** The search field, the filters that are on, and where to add one. */
class FilterBar extends Div {
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Consumer<DirectoryFilters> change;
    private DirectoryFilters filters;

    FilterBar(DirectoryFilters filters, Consumer<DirectoryFilters> change) {
        this.filters = filters;
        this.change = change;
        addClassName("cv-dir-filters");
        search.setAriaLabel(getTranslation("directory.search.label"));
        search.setPrefixComponent(CvIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change.accept(this.filters.withText(event.getValue()));
            }
        });
        chips.addClassName("cv-dir-chips");
        add(search, chips);
    }

    void show(DirectoryFilters filters, List<String> competences, List<String> towns) {
        this.filters = filters;
        search.setPlaceholder(
                getTranslation(filters.people() ? "directory.search.people" : "directory.search.companies"));
        if (!search.getValue().equals(filters.text())) {
            search.setValue(filters.text());
        }
        chips.removeAll();
        chips.setVisible(!filters.people());
        if (filters.kind() != null) {
            chips.add(Chip.removable(Here.name(filters.kind()), () -> change.accept(filters.withKind(null))));
        }
        if (!filters.competence().isBlank()) {
            chips.add(Chip.removable(filters.competence(), () -> change.accept(filters.withCompetence(""))));
        }
        if (!filters.town().isBlank()) {
            chips.add(Chip.removable(filters.town(), () -> change.accept(filters.withTown(""))));
        }
        chips.add(adder(competences, towns));
    }

    private Button adder(List<String> competences, List<String> towns) {
        Chip add = new Chip(getTranslation("directory.filter.add"), CvIcon.PLUS);
        add.getElement().removeAttribute("aria-pressed");
        Select<OrganisationKind> kind = new Select<>();
        kind.setLabel(getTranslation("directory.filter.kind"));
        kind.setItems(OrganisationKind.values());
        kind.setItemLabelGenerator(Here::name);
        kind.setValue(filters.kind());
        kind.addValueChangeListener(event -> change.accept(filters.withKind(event.getValue())));
        ComboBox<String> competence = choice("directory.filter.competence", competences);
        competence.addValueChangeListener(event -> change.accept(filters.withCompetence(orEmpty(event.getValue()))));
        ComboBox<String> town = choice("directory.filter.town", towns);
        town.addValueChangeListener(event -> change.accept(filters.withTown(orEmpty(event.getValue()))));
        Div fields = new Div(kind, competence, town);
        fields.addClassName("cv-stack");
        Popover popover = new Popover(fields);
        popover.setTarget(add);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(getTranslation("directory.filter.add"));
        chips.add(popover);
        return add;
    }

    private ComboBox<String> choice(String label, List<String> items) {
        ComboBox<String> box = new ComboBox<>(getTranslation(label));
        box.setItems(items);
        return box;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
