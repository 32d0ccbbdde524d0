package org.convive.directory.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.Competence;
import org.convive.directory.OrganisationCard;
import org.convive.directory.PersonCard;
import org.convive.directory.SiteCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.jspecify.annotations.Nullable;

/** Who is in the cluster and what they can do: companies on a list and a map in step, people on a list. */
@Route("c/:cluster/directory")
@PermitAll
@StyleSheet("convive/directory.css")
class DirectoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final Section list = new Section();
    private final Div tabs = new Div();
    private final Div found = new Div();
    private final Paragraph count = new Paragraph();
    private final CompanyMap map = new CompanyMap(this::select);
    private final Button toggle;
    private final FilterBar bar;
    private transient @Nullable Actor actor;
    private DirectoryFilters filters = DirectoryFilters.of(com.vaadin.flow.router.QueryParameters.empty());
    private String path = "";

    DirectoryView(Actors actors, DirectoryQueries directory) {
        this.actors = actors;
        this.directory = directory;
        addClassName("cv-dir");
        bar = new FilterBar(filters, this::change);
        toggle = Buttons.plain(getTranslation("directory.show-map"), CvIcon.MAP, this::toggleMap);
        toggle.addClassName("cv-dir-toggle");
        tabs.addClassName("cv-dir-tabs");
        count.addClassName("cv-q");
        count.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("directory.title")), tabs);
        head.addClassName("cv-dir-title");
        list.addClassName("cv-dir-list");
        list.add(head, bar, count, found);
        add(list, map, toggle);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        path = event.getLocation().getPath();
        filters = DirectoryFilters.of(event.getLocation().getQueryParameters());
        refresh();
    }

    /** The address follows what is shown, without a step of history for each letter typed. */
    private void change(DirectoryFilters changed) {
        filters = changed;
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, filters.query()));
        refresh();
    }

    private void select(OrganisationCard card) {
        change(filters.withSelected(card.id().toString()));
    }

    private void refresh() {
        Actor here = Objects.requireNonNull(actor);
        showTabs(here);
        List<String> towns = directory.sites(here).stream()
                .map(SiteCard::town)
                .filter(town -> !town.isBlank())
                .distinct()
                .sorted()
                .toList();
        List<String> competences =
                directory.competences(here).stream().map(Competence::name).toList();
        bar.show(filters, competences, towns);
        getElement().getClassList().set("cv-dir-without-map", filters.people());
        map.setVisible(!filters.people());
        toggle.setVisible(!filters.people());
        found.removeAll();
        if (filters.people()) {
            showPeople(here);
        } else {
            showCompanies(here);
        }
    }

    private void showCompanies(Actor here) {
        List<OrganisationCard> cards = directory.search(here, filters.search());
        Trades trades = new Trades(directory.trades(here));
        count.setText(getTranslation(filters.any() ? "directory.count.found" : "directory.count.all", cards.size()));
        if (cards.isEmpty()) {
            found.add(nothing(here, "directory.empty.companies"));
        } else {
            found.add(new CompanyList(here, cards, filters, trades, this::select));
        }
        map.show(here, cards, trades, filters, () -> change(filters.withSelected("")));
    }

    private void showPeople(Actor here) {
        List<PersonCard> people = directory.people(here, filters.text());
        count.setText(getTranslation("directory.count.people", people.size()));
        found.add(
                people.isEmpty()
                        ? nothing(here, "directory.empty.people")
                        : new PeopleList(here, people, filters.text()));
    }

    private EmptyState nothing(Actor here, String title) {
        if (filters.any()) {
            return new EmptyState(
                    CvIcon.SEARCH,
                    getTranslation(title),
                    getTranslation("directory.empty.search"),
                    Buttons.plain(getTranslation("directory.empty.clear"), () -> change(filters.cleared())));
        }
        return here.isAnimator()
                ? new EmptyState(
                        getTranslation(title),
                        getTranslation("directory.empty.animator"),
                        Links.button(
                                "c/" + here.slug() + "/members",
                                getTranslation("directory.members.title"),
                                CvIcon.USER_PLUS))
                : new EmptyState(getTranslation(title), getTranslation("directory.empty.member"));
    }

    private void showTabs(Actor here) {
        tabs.removeAll();
        tabs.add(tab(here, "directory.tab.companies", false), tab(here, "directory.tab.people", true));
    }

    private Anchor tab(Actor here, String label, boolean people) {
        var query = filters.withPeople(people).query().getQueryString();
        Anchor link = new Anchor(Here.directory(here) + (query.isEmpty() ? "" : "?" + query), getTranslation(label));
        if (filters.people() == people) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void toggleMap() {
        boolean shown = !hasClassName("cv-dir-map-shown");
        getElement().getClassList().set("cv-dir-map-shown", shown);
        toggle.setText(getTranslation(shown ? "directory.show-list" : "directory.show-map"));
        toggle.setIcon((shown ? CvIcon.LIST : CvIcon.MAP).create());
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                "directory.page-title",
                getTranslation("directory.title"),
                Objects.requireNonNull(actor).clusterName());
    }
}
