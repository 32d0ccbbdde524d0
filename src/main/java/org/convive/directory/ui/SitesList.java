package org.convive.directory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.OrganisationEditing;
import org.convive.directory.SiteCard;
import org.convive.directory.Sites;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The sites of an organisation, to add, change and remove. */
final class SitesList extends Div {
    private final transient OrganisationEditing editing;
    private final Runnable changed;
    private transient @Nullable Actor actor;
    private transient @Nullable OrganisationId id;

    SitesList(OrganisationEditing editing, Runnable changed) {
        this.editing = editing;
        this.changed = changed;
        addClassName("cv-stack");
    }

    void show(Actor who, OrganisationId organisation, List<SiteCard> known) {
        actor = who;
        id = organisation;
        removeAll();
        if (known.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("directory.sites.none"));
            none.addClassName("cv-q");
            add(none);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-dir-people");
        list.getElement().setAttribute("role", "list");
        known.forEach(site -> list.add(line(site)));
        add(
                list,
                Buttons.plain(
                        getTranslation("directory.site.add"),
                        CvIcon.PLUS,
                        () -> new SiteDialog(null, address -> {
                                    editing.addSite(here(), id(), address);
                                    changed.run();
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
                                    changed.run();
                                })
                                .open()),
                Buttons.icon(
                        CvIcon.TRASH, getTranslation("directory.site.remove-named", site.name()), () -> remove(site)));
        return item;
    }

    private void remove(SiteCard site) {
        if (Saving.run(Map.of(), () -> editing.removeSite(here(), site.id()))) {
            changed.run();
            Toasts.undo(getTranslation("directory.site.removed", site.name()), () -> {
                editing.addSite(
                        here(),
                        id(),
                        new Sites.Address(site.name(), site.address(), site.town(), site.place(), site.main()));
                changed.run();
            });
        }
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    private OrganisationId id() {
        return Objects.requireNonNull(id);
    }
}
