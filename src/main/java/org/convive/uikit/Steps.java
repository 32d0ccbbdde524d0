package org.convive.uikit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The stages of a thing on the annealing curve: from ember, still to be shaped, to glass, settled. */
public class Steps extends OrderedList {

    /** A stage and what is known about it. */
    public record Step(String name, String note) {}

    /** @param current the stage reached, from 0 */
    public Steps(List<Step> steps, int current) {
        addClassName("cv-steps");
        getElement().setAttribute("role", "list");
        int n = Math.max(steps.size(), 1);
        getStyle().set("--n", String.valueOf(n)).set("--w", 100.0 * Math.clamp(current, 0, n) / n + "%");
        String[] heat = {"var(--cv-ember-deep)", "var(--cv-ember)", "var(--cv-glass)"};
        for (int i = 0; i < steps.size(); i++) {
            ListItem item = new ListItem();
            item.getStyle().set("--c", i == current ? heat[2] : heat[Math.min(i, 1)]);
            Span dot = new Span();
            dot.addClassName("cv-step-dot");
            if (i <= current) {
                dot.add(CvIcon.CHECK.create());
            }
            if (i < current) {
                item.addClassName("cv-done");
            } else if (i == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            Span note = new Span(steps.get(i).note());
            note.addClassName("cv-step-note");
            Span name = new Span(steps.get(i).name());
            name.addClassName("cv-step-name");
            item.add(dot, name, note);
            add(item);
        }
    }
}
