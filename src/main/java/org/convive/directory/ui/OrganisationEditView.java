package org.convive.directory.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.Competence;
import org.convive.directory.DirectoryQueries.OrganisationPage;
import org.convive.directory.OrganisationEditing;
import org.convive.directory.SiteCard;
import org.convive.directory.Sites;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Badges;
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
    private final Div sites = new Div();
    private transient @Nullable Actor actor;
    private transient @Nullable OrganisationId id;
    private String title = "";

    OrganisationEditView(Actors actors, DirectoryQueries directory, OrganisationEditing editing) {
        this.actors = actors;
        this.directory = directory;
        this.editing = editing;
        addClassName("cv-page");
        picture.addClassName("cv-row");
        sites.addClassName("cv-stack");
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
        showSites(page);
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
        showSites(page);
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

    private void showSites(OrganisationPage page) {
        sites.removeAll();
        if (page.sites().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("directory.sites.none"));
            none.addClassName("cv-q");
            sites.add(none);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-dir-people");
        list.getElement().setAttribute("role", "list");
        page.sites().forEach(site -> list.add(line(site)));
        sites.add(
                list,
                Buttons.plain(
                        getTranslation("directory.site.add"),
                        CvIcon.PLUS,
                        () -> new SiteDialog(null, address -> {
                                    editing.addSite(here(), id(), address);
                                    reload();
                                })
                                .open()));
    }

    private ListItem line(SiteCard site) {
        Paragraph where = new Paragraph(Here.words(site.address(), site.town()));
        where.addClassName("cv-q");
        Div words = new Div(new Span(site.name()), where);
        words.addClassName("cv-grow");
        ListItem item = new ListItem(CvIcon.MAP_PIN.create(), words);
        item.addClassName("cv-dir-person");
        if (site.main()) {
            item.add(Badges.quiet(getTranslation("directory.field.main")));
        }
        item.add(
                Buttons.icon(
                        CvIcon.PENCIL,
                        getTranslation("directory.site.change-named", site.name()),
                        () -> new SiteDialog(site, address -> {
                                    editing.updateSite(here(), site.id(), address, site.version());
                                    reload();
                                })
                                .open()),
                Buttons.icon(
                        CvIcon.TRASH, getTranslation("directory.site.remove-named", site.name()), () -> remove(site)));
        return item;
    }

    private void remove(SiteCard site) {
        if (Saving.run(Map.of(), () -> editing.removeSite(here(), site.id()))) {
            reload();
            Toasts.undo(getTranslation("directory.site.removed", site.name()), () -> {
                editing.addSite(
                        here(),
                        id(),
                        new Sites.Address(site.name(), site.address(), site.town(), site.place(), site.main()));
                reload();
            });
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
