package org.convive.notices.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.identity.CurrentUser;
import org.convive.notices.Choices;
import org.convive.notices.Choices.Choice;
import org.convive.notices.Way;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** What I want to be told, kind by kind: in the portal, by mail, both or neither. A tap saves. */
@Route("profile/notices")
@PermitAll
@StyleSheet("convive/notices.css")
class ChoicesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient CurrentUser currentUser;
    private final transient Choices choices;

    ChoicesView(CurrentUser currentUser, Choices choices) {
        this.currentUser = currentUser;
        this.choices = choices;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new PageHeader(getTranslation("notices.choices.title"), getTranslation("notices.choices.sentence"))
                .back(getTranslation("notices.choices.back"), "profile"));
        choices.of(currentUser.require()).stream()
                .filter(group -> !group.choices().isEmpty())
                .forEach(group -> {
                    Pane pane = new Pane(getTranslation(group.titleKey()));
                    group.choices().forEach(choice -> pane.add(row(choice)));
                    add(pane);
                });
    }

    private Div row(Choice choice) {
        String name = getTranslation(choice.kind().key());
        Span words = new Span(name);
        words.addClassName("cv-grow");
        Div row = new Div(words, box(choice, Way.PORTAL, name), box(choice, Way.MAIL, name));
        row.addClassName("cv-choice");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        return row;
    }

    private Checkbox box(Choice choice, Way way, String name) {
        Checkbox box = new Checkbox(getTranslation("notices.way." + way), choice.wants(way));
        box.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choose(choice, way, e.getValue(), name);
            }
        });
        return box;
    }

    private void choose(Choice choice, Way way, boolean wanted, String name) {
        choices.choose(currentUser.require(), choice.kind().key(), way, wanted);
        Toasts.undo(getTranslation(wanted ? "notices.choices.on" : "notices.choices.off", name), () -> {
            choices.choose(currentUser.require(), choice.kind().key(), way, !wanted);
            show();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notices.choices.title");
    }
}
