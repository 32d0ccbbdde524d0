package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The five main pages at the thumb, on phones only. Put it into {@code AppLayout.addToNavbar(true, bar)}. */
public class BottomBar extends Nav {
    private final Map<String, Anchor> links = new LinkedHashMap<>();

    public BottomBar() {
        addClassName("cv-bottom");
        getElement().setAttribute("aria-label", Words.here("uikit.bottom.label"));
    }

    /** @param mark an ember count or dot of {@link Badges}, or null */
    public BottomBar item(CvIcon icon, String label, String href, @Nullable Component mark) {
        Anchor link = new Anchor(href, "");
        link.add(icon.create(), new Span(label));
        if (mark != null) {
            link.add(mark);
        }
        links.put(href, link);
        add(link);
        return this;
    }

    /** A further item that opens something instead of leading somewhere, such as More. */
    public BottomBar item(CvIcon icon, String label, Runnable deed) {
        com.vaadin.flow.component.html.NativeButton button = new com.vaadin.flow.component.html.NativeButton();
        button.add(icon.create(), new Span(label));
        button.addClickListener(event -> deed.run());
        add(button);
        return this;
    }

    /** Marks the page we are on: the longest address that the location begins with. */
    public void setCurrent(String location) {
        String best = links.keySet().stream()
                .filter(href -> location.equals(href) || location.startsWith(href + "/") && !holdsOthers(href))
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
        links.forEach((href, link) -> {
            if (href.equals(best)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** Whether other items lie under this address, so that being under it does not mean being on it. */
    private boolean holdsOthers(String href) {
        return links.keySet().stream().anyMatch(other -> other.startsWith(href + "/"));
    }
}
