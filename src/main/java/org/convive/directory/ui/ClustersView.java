package org.convive.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.convive.directory.ClusterQueries;
import org.convive.directory.ClusterQueries.ClusterCard;
import org.convive.directory.ClusterQueries.Count;
import org.convive.directory.ClusterQueries.Reference;
import org.convive.directory.GeoPoint;
import org.convive.uikit.Badges;
import org.convive.uikit.CvIcon;
import org.convive.uikit.MapView;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pigment;

/** The clusters by country: those of the portal, and beside them those that public sources name. */
@Route("clusters")
@AnonymousAllowed
@StyleSheet("convive/directory.css")
class ClustersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<MapView.Point> EUROPE = List.of(new MapView.Point(37, -9), new MapView.Point(60, 22));

    private final transient ClusterQueries clusters;

    ClustersView(ClusterQueries clusters) {
        this.clusters = clusters;
        addClassNames("cv-page", "cv-clusters");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ClusterCard> registered = clusters.publicClusters();
        List<Reference> references = clusters.references();
        List<Count> counts = clusters.counts2002();
        removeAll();
        add(
                new PageHeader(
                                getTranslation("directory.clusters.title"),
                                getTranslation("directory.clusters.sentence"))
                        .display(),
                map(registered, references));
        countries(registered, references, counts)
                .forEach(code -> add(country(
                        code,
                        registered.stream()
                                .filter(c -> c.country().equals(code))
                                .toList(),
                        references.stream()
                                .filter(r -> r.country().equals(code))
                                .toList(),
                        counts.stream().filter(c -> c.country().equals(code)).toList())));
        Paragraph source = new Paragraph(getTranslation("directory.clusters.source"));
        source.addClassName("cv-q");
        add(source);
    }

    /** Countries with clusters of the portal first, then by name. */
    private List<String> countries(List<ClusterCard> registered, List<Reference> references, List<Count> counts) {
        var codes = new TreeSet<String>();
        registered.forEach(c -> codes.add(c.country()));
        references.forEach(r -> codes.add(r.country()));
        counts.forEach(c -> codes.add(c.country()));
        Collator collator = Collator.getInstance(getLocale());
        return codes.stream()
                .sorted(Comparator.comparing((String code) ->
                                registered.stream().noneMatch(c -> c.country().equals(code)))
                        .thenComparing(code -> Here.country(code, getLocale()), collator::compare))
                .toList();
    }

    private MapView map(List<ClusterCard> registered, List<Reference> references) {
        MapView map = new MapView();
        map.addClassName("cv-clusters-map");
        map.setSight(EUROPE);
        List<MapView.Marker> markers = new ArrayList<>();
        references.forEach(reference -> markers.add(MapView.Marker.of(
                "",
                reference.name(),
                Here.words(reference.town(), getTranslation("directory.clusters.reference")),
                reference.place().latitude(),
                reference.place().longitude(),
                Pigment.FLINT,
                CvIcon.FACTORY)));
        registered.forEach(cluster -> marker(cluster).ifPresent(markers::add));
        map.setMarkers(markers);
        map.onMarker(event -> {
            if (!event.marker().isBlank()) {
                getUI().ifPresent(ui -> ui.navigate("clusters/" + event.marker()));
            }
        });
        return map;
    }

    private static Optional<MapView.Marker> marker(ClusterCard cluster) {
        GeoPoint place = cluster.place();
        return place == null
                ? Optional.empty()
                : Optional.of(MapView.Marker.of(
                        cluster.slug(),
                        cluster.name(),
                        cluster.town(),
                        place.latitude(),
                        place.longitude(),
                        Pigment.SEA,
                        CvIcon.GEM));
    }

    private Section country(String code, List<ClusterCard> registered, List<Reference> references, List<Count> counts) {
        Section section = new Section(new H2(Here.country(code, getLocale())), figures(registered, counts));
        section.addClassName("cv-clusters-country");
        if (!registered.isEmpty()) {
            UnorderedList list = list("cv-clusters-registered");
            registered.forEach(cluster -> list.add(registered(cluster)));
            section.add(list);
        }
        if (!references.isEmpty()) {
            UnorderedList list = list("cv-clusters-references");
            references.forEach(reference -> list.add(reference(reference)));
            Details details = new Details(getTranslation("directory.clusters.references", references.size()), list);
            section.add(details);
        }
        return section;
    }

    private static UnorderedList list(String className) {
        UnorderedList list = new UnorderedList();
        list.addClassName(className);
        list.getElement().setAttribute("role", "list");
        return list;
    }

    /** "1 here, 199 industrial districts identified in 2002". */
    private Paragraph figures(List<ClusterCard> registered, List<Count> counts) {
        Stream<String> here = Stream.of(getTranslation("directory.clusters.here", registered.size()));
        Stream<String> in2002 = counts.stream()
                .map(count -> getTranslation(
                        "directory.clusters.in-2002",
                        count.identified(),
                        getTranslation("directory.clusters.kind." + count.kind().replace(' ', '-'))));
        Paragraph figures =
                new Paragraph(String.join(" · ", Stream.concat(here, in2002).toList()));
        figures.addClassNames("cv-q", "cv-num");
        return figures;
    }

    private ListItem registered(ClusterCard cluster) {
        Anchor name = new Anchor("clusters/" + cluster.slug(), cluster.name());
        return entry(
                name,
                Here.words(cluster.specialisation(), cluster.town()),
                Badges.glass(getTranslation("directory.clusters.organisations", cluster.organisations())),
                Badges.quiet(Here.name(cluster.kind())));
    }

    private ListItem reference(Reference reference) {
        return entry(
                new Span(reference.name()),
                Here.words(reference.specialisation(), reference.town()),
                Badges.quiet(Here.name(reference.kind())));
    }

    private static ListItem entry(Component name, String sentence, Component... badges) {
        Span words = new Span(sentence);
        words.addClassName("cv-q");
        Div head = new Div(name, words);
        head.addClassName("cv-grow");
        ListItem item = new ListItem(head);
        item.addClassName("cv-dir-person");
        item.add(badges);
        return item;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.clusters.title");
    }
}
