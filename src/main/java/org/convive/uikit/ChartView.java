package org.convive.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chart whose title says the finding, and which can be read as a table. */
public class ChartView extends Div {

    /** One line, or one colour of bars. */
    public record Series(String name, List<Double> values, Pigment pigment) {}

    @Tag("cv-chart")
    @NpmPackage(value = "echarts", version = "6.1.0")
    @JsModule("./components/cv-chart.ts")
    static class Canvas extends Component implements HasSize {}

    private final Canvas canvas = new Canvas();
    private final Div table = new Div();
    private final Button toggle;

    private ChartView(String kind, String finding, List<String> categories, List<Series> series, boolean stacked) {
        addClassNames("cv-chart-pane", "cv-pane-box");
        toggle = Buttons.quiet(Words.here("uikit.chart.table"), this::toggle);
        Div head = new Div(new H2(finding), toggle);
        head.addClassName("cv-pane-head");
        canvas.getElement()
                .setProperty("kind", kind)
                .setProperty("stacked", stacked)
                .setPropertyList("categories", categories)
                .setPropertyList(
                        "series",
                        series.stream()
                                .map(one -> Map.of(
                                        "name",
                                        one.name(),
                                        "values",
                                        one.values(),
                                        "token",
                                        one.pigment().token()))
                                .toList());
        canvas.getElement().setAttribute("role", "img").setAttribute("aria-label", finding);
        table.addClassName("cv-table-scroll");
        table.getElement().appendChild(table(categories, series));
        table.setVisible(false);
        add(head, canvas, table);
    }

    public static ChartView line(String finding, List<String> categories, List<Series> series) {
        return new ChartView("line", finding, categories, series, false);
    }

    public static ChartView bar(String finding, List<String> categories, List<Series> series) {
        return new ChartView("bar", finding, categories, series, false);
    }

    public static ChartView stacked(String finding, List<String> categories, List<Series> series) {
        return new ChartView("bar", finding, categories, series, true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        canvas.getElement().setProperty("locale", event.getUI().getLocale().getLanguage());
    }

    private void toggle() {
        boolean showTable = !table.isVisible();
        table.setVisible(showTable);
        canvas.setVisible(!showTable);
        toggle.setText(Words.here(showTable ? "uikit.chart.picture" : "uikit.chart.table"));
    }

    private static Element table(List<String> categories, List<Series> series) {
        Locale locale = Words.locale();
        Dates dates = Dates.of(locale, java.time.ZoneOffset.UTC);
        Element table = new Element("table");
        table.setAttribute("class", "cv-table");
        Element head = new Element("tr");
        head.appendChild(cell("th", Words.here("uikit.chart.category")));
        series.forEach(one -> head.appendChild(cell("th", one.name())));
        table.appendChild(new Element("thead").appendChild(head));
        Element body = new Element("tbody");
        for (int i = 0; i < categories.size(); i++) {
            Element row = new Element("tr");
            row.appendChild(cell("th", categories.get(i)));
            for (Series one : series) {
                row.appendChild(cell(
                        "td",
                        i < one.values().size() ? dates.number(one.values().get(i)) : ""));
            }
            body.appendChild(row);
        }
        return table.appendChild(body);
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }
}
