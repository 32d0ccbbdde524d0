package org.convive.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.RoundTable;

/** What every error page says: what happened, what still works, where to go. */
final class ErrorPage {
    private ErrorPage() {}

    /** Fills a page; the reference helps who runs the site to find the cause. */
    static void fill(Div page, String key, String reference) {
        page.removeAll();
        page.addClassNames("cv-page", "cv-quiet-page", "cv-error-page");
        Div ring = RoundTable.of(8, List.of(), -1).small();
        ring.getElement().setAttribute("aria-hidden", "true");
        Div words = new Div(
                ring,
                new H1(page.getTranslation(key)),
                new Paragraph(page.getTranslation(key + ".sentence")),
                Links.primary("home", page.getTranslation("shell.error.home"), CvIcon.SUN));
        words.addClassName("cv-empty");
        page.add(words);
        if (!reference.isEmpty()) {
            Paragraph line = new Paragraph(page.getTranslation("shell.error.reference", reference));
            line.addClassName("cv-error-reference");
            page.add(line);
        }
    }

    /** A page with a title of its own. */
    abstract static class View extends Div implements HasDynamicTitle {
        private String key = "shell.error.404";

        void show(String what, String reference) {
            key = what;
            fill(this, what, reference);
        }

        @Override
        public String getPageTitle() {
            return getTranslation(key) + " · Convive";
        }
    }
}
