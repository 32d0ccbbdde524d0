package org.convive.meetings.rivals.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.rivals.Rivals;
import org.convive.shared.InvalidInput;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** Whom a company counts as competitors: for its managers and the animators, nobody else. */
@Route("c/:cluster/organisations/:organisation([0-9]{1,18})/competitors")
@PermitAll
class RivalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final transient Rivals rivals;
    private String title = "";

    RivalsView(Actors actors, DirectoryQueries directory, Rivals rivals) {
        this.actors = actors;
        this.directory = directory;
        this.rivals = rivals;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        var id = new OrganisationId(ViewActor.id(event, "organisation"));
        String name = directory.organisation(actor, id).card().name();
        Set<OrganisationId> before = rivals.of(actor, id);
        List<OrganisationCard> others = directory.organisations(actor).stream()
                .filter(card -> !card.id().equals(id))
                .toList();
        title = text("meetings.rivals.page", name);
        boolean own = id.equals(actor.organisation());
        String back = "c/" + actor.slug() + "/organisations/" + id;
        var chosen = new MultiSelectComboBox<OrganisationCard>(text("meetings.rivals.field"));
        chosen.setItems(others);
        chosen.setItemLabelGenerator(OrganisationCard::name);
        chosen.setHelperText(text("meetings.rivals.help"));
        chosen.setWidthFull();
        chosen.setValue(
                others.stream().filter(card -> before.contains(card.id())).collect(Collectors.toSet()));
        Div deeds = new Div(
                Buttons.primary(text("meetings.rivals.save"), () -> {
                    try {
                        rivals.say(
                                actor,
                                id,
                                chosen.getValue().stream()
                                        .map(OrganisationCard::id)
                                        .toList());
                        Toasts.say(text("meetings.rivals.saved"));
                        UI.getCurrent().navigate(back);
                    } catch (InvalidInput e) {
                        FormErrors.show(e, Map.of("rivals", chosen));
                    }
                }),
                Buttons.quiet(
                        text("meetings.rivals.leave"), () -> UI.getCurrent().navigate(back)));
        deeds.addClassName("cv-row");
        Div form = new Div(
                new Paragraph(text(own ? "meetings.rivals.what" : "meetings.rivals.what.theirs")), chosen, deeds);
        form.addClassName("cv-stack");
        removeAll();
        add(
                new PageHeader(own ? text("meetings.rivals.title") : title, text("meetings.rivals.sentence"))
                        .back(name, back),
                new Pane(own ? text("meetings.rivals.pane") : text("meetings.rivals.field"), form));
    }

    private String text(String key, Object... args) {
        return getTranslation(key, args);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
