package org.convive.means.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import org.convive.means.ui.MeansLook.Grouping;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;

/** How the timeline is drawn: by what its rows are grouped, how closely the hours are seen. */
class TimelineTools extends Div {
    TimelineTools(MeansLook look, Consumer<MeansLook> changed) {
        addClassName("cv-means-tools");
        Select<Grouping> group = new Select<>();
        group.setItems(Grouping.values());
        group.setItemLabelGenerator(one -> getTranslation("means.group." + one.name()));
        group.setAriaLabel(getTranslation("means.group"));
        group.setValue(look.group());
        group.addValueChangeListener(e -> changed.accept(look.withGroup(e.getValue())));
        Button out =
                Buttons.icon(CvIcon.ZOOM_OUT, getTranslation("means.zoom.out"), () -> changed.accept(look.zoomed(-1)));
        out.setEnabled(look.zoom() > 0);
        Button in = Buttons.icon(CvIcon.ZOOM_IN, getTranslation("means.zoom.in"), () -> changed.accept(look.zoomed(1)));
        in.setEnabled(look.zoom() < MeansLook.MOST_ZOOM);
        add(
                group,
                out,
                in,
                Buttons.quiet(
                        getTranslation("means.way.list"), () -> changed.accept(look.withWay(MeansLook.Way.LIST))));
    }
}
