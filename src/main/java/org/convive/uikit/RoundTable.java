package org.convive.uikit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The signature: a round glass table, the people who come around it, the free seats, and yours in ember. */
public class RoundTable extends Div {
    private static final int MOST_SEATS = 28;
    private final Div middle = new Div();
    private final int seats;

    private RoundTable(int seats, Map<Integer, Portrait> taken, int free) {
        this.seats = seats;
        addClassName("cv-ring");
        getStyle().set("--n", String.valueOf(seats));
        add(new Svg(table(seats, taken, free)));
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-seats");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", Words.here("uikit.table.seats"));
        for (int i = 0; i < seats; i++) {
            list.add(seat(i, taken.get(i), i == free));
        }
        middle.addClassName("cv-ring-mid");
        add(middle, list);
    }

    /**
     * @param capacity the seats, or null when there is no limit
     * @param people who comes
     * @param youIndex your place among the people, or -1 when a free seat waits for you
     */
    public static RoundTable of(@Nullable Integer capacity, List<Portrait> people, int youIndex) {
        int wanted = capacity == null ? people.size() + 4 : Math.max(capacity, people.size());
        int seats = Math.clamp(wanted, 6, MOST_SEATS);
        boolean waiting = youIndex < 0 && (capacity == null || people.size() < capacity);
        int room = waiting ? seats - 1 : seats;
        List<Portrait> shown = people.size() > room ? people.subList(0, room) : people;
        int free = waiting ? seats / 3 : -1;
        return new RoundTable(seats, spread(seats, shown, free), free);
    }

    /** People sit evenly around, so that the free seats show between them. */
    private static Map<Integer, Portrait> spread(int seats, List<Portrait> people, int free) {
        Map<Integer, Portrait> taken = new TreeMap<>();
        int open = free < 0 ? seats : seats - 1;
        for (int i = 0; i < people.size(); i++) {
            int place = (int) ((long) i * open / people.size());
            int seat = free >= 0 && place >= free ? place + 1 : place;
            taken.put(seat % seats, people.get(i));
        }
        return taken;
    }

    /** The figure in the middle with its words: "17" and "of 24 seats". */
    public RoundTable say(String figure, String words) {
        middle.removeAll();
        Span number = new Span(figure);
        number.addClassName("cv-ring-figure");
        middle.add(number, new Span(words));
        return this;
    }

    /** The smaller drawing of a side pane. */
    public RoundTable small() {
        addClassName("cv-ring-small");
        return this;
    }

    /** The number of seats drawn. */
    public int seats() {
        return seats;
    }

    private static ListItem seat(int index, @Nullable Portrait person, boolean you) {
        ListItem item = new ListItem();
        item.addClassName("cv-seat");
        item.getStyle().set("--i", String.valueOf(index));
        if (you) {
            item.addClassName("cv-seat-you");
            Span plus = new Span(CvIcon.PLUS.create());
            plus.getElement().setAttribute("role", "img").setAttribute("aria-label", Words.here("uikit.table.yours"));
            item.add(plus);
        } else if (person != null) {
            item.add(new Face(person));
        } else {
            item.addClassName("cv-seat-free");
            item.getElement().setAttribute("aria-hidden", "true");
            item.add(new Span());
        }
        return item;
    }

    private static String table(int seats, Map<Integer, Portrait> taken, int free) {
        String id = "rt" + Integer.toHexString(System.identityHashCode(taken));
        StringBuilder svg = new StringBuilder(
                        "<svg viewBox=\"0 0 200 200\" class=\"cv-ring-top\" aria-hidden=\"true\">")
                .append("<defs><radialGradient id=\"")
                .append(id)
                .append("\" cx=\".36\" cy=\".3\" r=\".85\"><stop offset=\"0\" style=\"stop-color:var(--cv-v1)\" ")
                .append(
                        "stop-opacity=\".35\"/><stop offset=\".62\" style=\"stop-color:var(--cv-v1)\" stop-opacity=\".75\"/>")
                .append(
                        "<stop offset=\"1\" style=\"stop-color:var(--cv-v3)\" stop-opacity=\".8\"/></radialGradient></defs>")
                .append("<circle cx=\"100\" cy=\"100\" r=\"97\" fill=\"url(#")
                .append(id)
                .append(")\" style=\"stroke:var(--cv-v4)\" stroke-opacity=\".45\"/>")
                .append(
                        "<circle cx=\"100\" cy=\"100\" r=\"94.5\" fill=\"none\" style=\"stroke:var(--cv-v-light)\" stroke-width=\"2\"/>")
                .append("<path d=\"M24 74A80 80 0 0 1 96 20\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\".5\" ")
                .append("stroke-width=\"3\" stroke-linecap=\"round\"/>");
        for (int i = 0; i < seats; i++) {
            double angle = 2 * Math.PI * i / seats;
            double x = 100 + 78 * Math.sin(angle);
            double y = 100 - 78 * Math.cos(angle);
            String colour = i == free ? "--cv-ember" : "--cv-p-sea";
            double opacity = i == free ? .9 : taken.containsKey(i) ? .5 : .14;
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill-opacity=\"%.2f\" stroke-width=\"1.2\" "
                            + "style=\"fill:var(%s);stroke:var(--cv-v-light)\"/>"
                            + "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.3\" fill=\"#fff\" fill-opacity=\".75\"/>",
                    x,
                    y,
                    opacity,
                    colour,
                    x - 1.7,
                    y - 1.7));
        }
        return svg.append("</svg>").toString();
    }
}
