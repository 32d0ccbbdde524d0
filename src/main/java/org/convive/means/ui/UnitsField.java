package org.convive.means.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.means.Unit;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.jspecify.annotations.Nullable;

/** The interchangeable items of a means, by name. */
class UnitsField extends CustomField<List<UnitDraft>> {
    private final Div rows = new Div();
    private final List<Row> units = new ArrayList<>();

    UnitsField() {
        setLabel(getTranslation("means.form.units"));
        setHelperText(getTranslation("means.form.units.help"));
        rows.addClassName("cv-stack");
        Div all = new Div(
                rows, Buttons.plain(getTranslation("means.form.unit.add"), CvIcon.PLUS, () -> append(null, "")));
        all.addClassName("cv-stack");
        add(all);
    }

    void show(List<Unit> some) {
        some.forEach(unit -> append(unit.id(), unit.name()));
    }

    void append(@Nullable Long id, String name) {
        TextField field = new TextField();
        field.setAriaLabel(getTranslation("means.form.unit", units.size() + 1));
        field.setMaxLength(200);
        field.setValue(name);
        field.addClassName("cv-grow");
        Div line = new Div(field);
        Row row = new Row(id, field, line);
        line.add(Buttons.icon(CvIcon.TRASH, getTranslation("means.form.unit.remove", units.size() + 1), () -> {
            units.remove(row);
            rows.remove(line);
        }));
        line.addClassName("cv-row");
        units.add(row);
        rows.add(line);
    }

    /** What is typed now. */
    List<UnitDraft> typed() {
        return units.stream()
                .map(row -> new UnitDraft(row.id(), row.field().getValue()))
                .toList();
    }

    @Override
    protected List<UnitDraft> generateModelValue() {
        return typed();
    }

    @Override
    protected void setPresentationValue(@Nullable List<UnitDraft> value) {
        // shown through show()
    }

    /** One line. */
    private record Row(@Nullable Long id, TextField field, Div line) {}
}
