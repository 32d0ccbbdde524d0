package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.convive.means.MeansKind;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.jspecify.annotations.Nullable;

/** One thing that is needed: words, kind, how many, for how many people. */
class NeedFields extends Div {

    /** @param remove leaves it out; null when it is the only one */
    NeedFields(int number, FindNeed need, Consumer<FindNeed> changed, @Nullable Runnable remove) {
        addClassName("cv-means-need");
        TextField text = new TextField(getTranslation(number == 1 ? "means.search.what" : "means.find.and", number));
        text.setPrefixComponent(CvIcon.SEARCH.create());
        text.setMaxLength(100);
        text.setClearButtonVisible(true);
        text.setValue(need.text());
        text.addValueChangeListener(e -> changed.accept(need.withText(e.getValue())));
        Select<MeansKind> kind = new Select<>();
        kind.setLabel(getTranslation("means.form.kind"));
        kind.setItems(MeansKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("means.find.any-kind"));
        kind.setItemLabelGenerator(one -> getTranslation(one == null ? "means.find.any-kind" : MeansPath.kind(one)));
        kind.setValue(need.kind());
        kind.addValueChangeListener(e -> changed.accept(need.withKind(e.getValue())));
        IntegerField units = number("means.find.units", need.units());
        units.addValueChangeListener(e -> changed.accept(need.withUnits(e.getValue())));
        IntegerField capacity = number("means.find.capacity", need.capacity());
        capacity.setClearButtonVisible(true);
        capacity.addValueChangeListener(e -> changed.accept(need.withCapacity(e.getValue())));
        add(text, kind, units, capacity);
        if (remove != null) {
            add(Buttons.icon(CvIcon.X, getTranslation("means.find.remove", number), remove));
        }
    }

    private IntegerField number(String key, @Nullable Integer value) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(1);
        field.setMax(FindNeed.MOST);
        field.setValue(value);
        return field;
    }
}
