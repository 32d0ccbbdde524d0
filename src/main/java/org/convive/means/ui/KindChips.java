package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.convive.means.Availability;
import org.convive.means.MeansKind;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.jspecify.annotations.Nullable;

/** The kinds of means that there are, each with how many; one can be chosen. */
class KindChips extends Div {
    KindChips(MeansSearch search, List<Availability> all, Consumer<MeansSearch> changed) {
        addClassName("cv-means-chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("means.kinds"));
        add(chip(getTranslation("means.kinds.all"), null, all.size(), search, null, changed));
        for (MeansKind kind : MeansKind.values()) {
            long count = all.stream().filter(one -> one.means().kind() == kind).count();
            if (count > 0 || kind == search.kind()) {
                add(chip(getTranslation(MeansPath.kind(kind)), MeansPath.icon(kind), count, search, kind, changed));
            }
        }
    }

    private static Chip chip(
            String text,
            @Nullable CvIcon icon,
            long count,
            MeansSearch search,
            @Nullable MeansKind kind,
            Consumer<MeansSearch> changed) {
        Chip chip = new Chip(text, icon).setOn(search.kind() == kind);
        Span number = new Span(String.valueOf(count));
        number.addClassName("cv-num");
        chip.setSuffixComponent(number);
        chip.addClickListener(e -> changed.accept(search.withKind(kind).withSelected(null)));
        return chip;
    }
}
