package org.convive.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.OrganisationPage;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.directory.PersonCard;
import org.convive.directory.SiteCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.Logo;
import org.convive.uikit.MapView;
import org.convive.uikit.Markdown;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Pigment;

/** One organisation: what it says of itself, its people, its sites, what it can do and lends. */
@Route("c/:cluster/organisations/:organisation([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/directory.css")
class OrganisationView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private String title = "";

    OrganisationView(Actors actors, DirectoryQueries directory) {
        this.actors = actors;
        this.directory = directory;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        var id = new OrganisationId(ViewActor.id(event, "organisation"));
        OrganisationPage page = directory.organisation(actor, id);
        List<PersonCard> people = directory.peopleOf(actor, id);
        Pigment pigment =
                new Trades(directory.trades(actor)).pigment(page.card().trade());
        title = getTranslation("directory.page-title", page.card().name(), actor.clusterName());
        removeAll();
        add(header(actor, page, pigment), columns(actor, page, people, pigment));
    }

    private PageHeader header(Actor actor, OrganisationPage page, Pigment pigment) {
        OrganisationCard card = page.card();
        PageHeader header = new PageHeader(card.name(), Here.words(card.trade(), card.town()))
                .above(Here.name(card.kind()))
                .back(getTranslation("directory.title"), Here.directory(actor));
        header.getElement().insertChild(1, logo(actor, card, pigment).getElement());
        if (card.headcount() != null) {
            header.meta(CvIcon.USERS, getTranslation("directory.headcount", card.headcount()));
        }
        if (!page.website().isBlank()) {
            Anchor link = Links.to(page.website(), page.website().replaceFirst("^https?://", ""));
            link.getElement().setAttribute("rel", "noopener noreferrer").setAttribute("target", "_blank");
            header.meta(CvIcon.GLOBE, link);
        }
        if (actor.maySpeakFor(card.id())) {
            header.action(Links.button(
                    Here.organisation(actor, card.id()) + "/edit", getTranslation("directory.edit"), CvIcon.PENCIL));
        }
        return header;
    }

    private static Logo logo(Actor actor, OrganisationCard card, Pigment pigment) {
        Logo logo = new Logo(card.name(), pigment, Here.picture(actor, card.picture()));
        logo.addClassName("cv-dir-logo");
        return logo;
    }

    private Div columns(Actor actor, OrganisationPage page, List<PersonCard> people, Pigment pigment) {
        Div main = new Div();
        main.addClassName("cv-stack");
        main.add(presentation(actor, page));
        if (!page.card().competences().isEmpty()) {
            main.add(new Pane(getTranslation("directory.competences"), competences(actor, page)));
        }
        if (!page.sites().isEmpty()) {
            main.add(new Pane(getTranslation("directory.sites"), sites(page, pigment)));
        }
        Div aside = new Div(people(actor, people), lends(actor, page));
        aside.addClassName("cv-stack");
        Div columns = new Div(main, aside);
        columns.addClassName("cv-two");
        return columns;
    }

    private Pane presentation(Actor actor, OrganisationPage page) {
        Component content = page.presentation().isBlank()
                ? quiet(getTranslation(
                        actor.maySpeakFor(page.card().id())
                                ? "directory.presentation.yours"
                                : "directory.presentation.none"))
                : new Markdown(page.presentation());
        return new Pane(getTranslation("directory.presentation"), content);
    }

    private static Div competences(Actor actor, OrganisationPage page) {
        Div list = new Div();
        list.addClassName("cv-dir-chips");
        for (String name : page.card().competences()) {
            Anchor link = new Anchor(
                    Here.directory(actor) + "?competence=" + URLEncoder.encode(name, StandardCharsets.UTF_8), name);
            link.addClassName("cv-dir-tag");
            list.add(link);
        }
        return list;
    }

    private Div sites(OrganisationPage page, Pigment pigment) {
        Facts facts = new Facts();
        for (SiteCard site : page.sites()) {
            Div line = new Div(new Span(site.name()), quiet(Here.words(site.address(), site.town())));
            facts.with(CvIcon.MAP_PIN, line);
        }
        Div content = new Div(facts);
        content.addClassName("cv-stack");
        List<MapView.Marker> markers = page.sites().stream()
                .filter(site -> site.place() != null)
                .map(site -> marker(site, page, pigment))
                .toList();
        if (!markers.isEmpty()) {
            MapView map = new MapView();
            map.setMarkers(markers);
            map.addClassName("cv-dir-sites");
            content.add(map);
        }
        return content;
    }

    private static MapView.Marker marker(SiteCard site, OrganisationPage page, Pigment pigment) {
        GeoPoint place = Objects.requireNonNull(site.place());
        return MapView.Marker.of(
                site.id().toString(),
                site.name(),
                site.town(),
                place.latitude(),
                place.longitude(),
                pigment,
                Here.icon(page.card().kind()));
    }

    private Pane people(Actor actor, List<PersonCard> people) {
        return new Pane(
                getTranslation("directory.people"),
                people.isEmpty() ? quiet(getTranslation("directory.people.none")) : new PeopleList(actor, people, ""));
    }

    private Pane lends(Actor actor, OrganisationPage page) {
        String query = QueryParameters.of("owner", page.card().id().toString()).getQueryString();
        return new Pane(
                getTranslation("directory.lends"),
                Links.more("c/" + actor.slug() + "/means?" + query, getTranslation("directory.lends.see")));
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("cv-q");
        return paragraph;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
