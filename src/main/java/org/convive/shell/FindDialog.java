package org.convive.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.ui.SearchSource;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FindButton;
import org.springframework.stereotype.Component;

/** "Find anything": one field, what matches in every area, a click or Enter goes there. */
class FindDialog extends Dialog {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int PER_AREA = 5;

    private final Actor actor;
    private final List<SearchSource> sources;
    private final Div results = new Div();

    FindDialog(Actor actor, List<SearchSource> sources) {
        this.actor = actor;
        this.sources = sources;
        addClassName("cv-find-dialog");
        setHeaderTitle(getTranslation("shell.find"));
        TextField field = new TextField();
        field.setAriaLabel(getTranslation("shell.find"));
        field.setPlaceholder(getTranslation("shell.find.placeholder"));
        field.setPrefixComponent(CvIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> find(e.getValue().strip()));
        field.focus();
        results.addClassName("cv-find-results");
        results.getElement().setAttribute("aria-live", "polite");
        Button close = new Button(CvIcon.X.create(), e -> close());
        close.addThemeName("tertiary");
        close.setAriaLabel(getTranslation("shell.close"));
        getHeader().add(close);
        add(field, results);
    }

    private void find(String text) {
        results.removeAll();
        if (text.length() < SHORTEST) {
            return;
        }
        for (SearchSource source : sources) {
            List<SearchSource.Hit> hits = source.search(actor, text, PER_AREA);
            if (!hits.isEmpty()) {
                results.add(new H3(getTranslation(source.group())), list(hits));
            }
        }
        if (results.getComponentCount() == 0) {
            results.add(new Paragraph(getTranslation("shell.find.nothing", text)));
        }
    }

    private UnorderedList list(List<SearchSource.Hit> hits) {
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        hits.forEach(hit -> {
            Anchor link = new Anchor(hit.href(), "");
            Span detail = new Span(hit.detail());
            detail.addClassName("cv-find-detail");
            link.add(new Span(hit.label()), detail);
            link.getElement().addEventListener("click", e -> close());
            list.add(new ListItem(link));
        });
        return list;
    }

    /** Makes the button that opens it, also by Ctrl K. */
    @Component
    static class Factory {
        private final List<SearchSource> sources;

        Factory(List<SearchSource> sources) {
            this.sources = sources;
        }

        FindButton button(Actor actor, String label) {
            return new FindButton(label, () -> open(actor));
        }

        /** The small one of a phone, without the keys. */
        Button icon(Actor actor, String label) {
            return Buttons.icon(CvIcon.SEARCH, label, () -> open(actor));
        }

        private void open(Actor actor) {
            new FindDialog(actor, sources).open();
        }
    }
}
