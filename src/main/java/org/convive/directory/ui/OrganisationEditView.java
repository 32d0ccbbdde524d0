package org.convive.directory.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.Competence;
import org.convive.directory.DirectoryQueries.OrganisationPage;
import org.convive.directory.OrganisationEditing;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Logo;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Pigment;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Where an organisation's manager, or an animator, keeps its page. */
@Route("c/:cluster/organisations/:organisation([0-9]{1,18})/edit")
@PermitAll
@StyleSheet("convive/directory.css")
class OrganisationEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final transient OrganisationEditing editing;
    private final Div picture = new Div();
    private final SitesList sites;
    private transient @Nullable Actor actor;
    private transient @Nullable OrganisationId id;
    private String title = "";

    OrganisationEditView(Actors actors, DirectoryQueries directory, OrganisationEditing editing) {
        this.actors = actors;
        this.directory = directory;
        this.editing = editing;
        this.sites = new SitesList(editing, this::reload);
        addClassName("cv-page");
        picture.addClassName("cv-row");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        var organisation = new OrganisationId(ViewActor.id(event, "organisation"));
        OrganisationPage page = directory.organisation(here, organisation);
        here.requireVoiceOf(organisation);
        actor = here;
        id = organisation;
        title = getTranslation("directory.page-title", page.card().name(), here.clusterName());
        OrganisationForm form = new OrganisationForm();
        form.show(
                page, directory.competences(here).stream().map(Competence::name).toList());
        Div actions = new Div(
                Buttons.primary(getTranslation("directory.save"), () -> save(form, page.version())),
                Buttons.quiet(getTranslation("directory.cancel"), this::leave));
        actions.addClassName("cv-row");
        removeAll();
        add(
                new PageHeader(
                                getTranslation(
                                        "directory.edit.title", page.card().name()),
                                getTranslation("directory.edit.sentence"))
                        .back(page.card().name(), Here.organisation(here, organisation))
                        .action(Links.button(
                                Here.organisation(here, organisation) + "/competitors",
                                getTranslation("directory.edit.competitors"),
                                CvIcon.SHIELD)),
                new Pane(getTranslation("directory.picture"), picture),
                new Pane(getTranslation("directory.about"), form, actions),
                new Pane(getTranslation("directory.sites"), sites));
        showPicture(page);
        sites.show(here(), id(), page.sites());
    }

    private void save(OrganisationForm form, int version) {
        if (Saving.run(form.fields(), () -> editing.save(here(), id(), form.details(), form.competences(), version))) {
            leave();
            Toasts.say(getTranslation("directory.saved"));
        }
    }

    private void leave() {
        UI.getCurrent().navigate(Here.organisation(here(), id()));
    }

    private void reload() {
        OrganisationPage page = directory.organisation(here(), id());
        showPicture(page);
        sites.show(here(), id(), page.sites());
    }

    private void showPicture(OrganisationPage page) {
        Long shown = page.card().picture();
        picture.removeAll();
        picture.add(new Logo(page.card().name(), Pigment.SEA, Here.picture(here(), shown)), new PictureUpload(bytes -> {
            editing.picture(here(), id(), bytes);
            reload();
            Toasts.say(getTranslation("directory.saved"));
        }));
        if (shown != null) {
            picture.add(Buttons.quiet(getTranslation("directory.picture.remove"), () -> {
                editing.removePicture(here(), id());
                reload();
                Toasts.undo(getTranslation("directory.picture.removed"), () -> {
                    editing.restorePicture(here(), id(), shown);
                    reload();
                });
            }));
        }
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    private OrganisationId id() {
        return Objects.requireNonNull(id);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
