package org.convive.directory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Links;
import org.convive.uikit.Logo;
import org.convive.uikit.MapView;

/** The same organisations on the map, with the one that is selected told in a pane over it. */
class CompanyMap extends Div {
    private final MapView map = new MapView();
    private final Div legend = new Div();
    private List<OrganisationCard> cards = List.of();
    private List<MapView.Marker> markers = List.of();

    CompanyMap(Consumer<OrganisationCard> select) {
        addClassName("cv-dir-map");
        legend.addClassName("cv-dir-legend");
        add(map, legend);
        map.onMarker(event -> cards.stream()
                .filter(card -> card.id().toString().equals(event.marker()))
                .findFirst()
                .ifPresent(select));
    }

    void show(Actor actor, List<OrganisationCard> cards, Trades trades, DirectoryFilters filters, Runnable close) {
        this.cards = cards;
        showMarkers(cards.stream()
                .filter(card -> card.place() != null)
                .map(card -> marker(actor, card, trades))
                .toList());
        map.setSelected(filters.selected().isBlank() ? null : filters.selected());
        legend.removeAll();
        trades.coloured().forEach(trade -> legend.add(entry(trade, trades)));
        legend.setVisible(!trades.coloured().isEmpty());
        map.setPopover(cards.stream()
                .filter(card -> card.id().toString().equals(filters.selected()))
                .findFirst()
                .map(card -> popover(actor, card, trades, close))
                .orElse(null));
    }

    /** The map stays where it was moved to while the places are the same. */
    private void showMarkers(List<MapView.Marker> places) {
        if (!places.equals(markers)) {
            markers = places;
            map.setMarkers(places);
            map.setLabels(towns(cards));
        }
    }

    private static MapView.Marker marker(Actor actor, OrganisationCard card, Trades trades) {
        GeoPoint place = Objects.requireNonNull(card.place());
        return new MapView.Marker(
                card.id().toString(),
                card.name(),
                Here.words(card.trade(), card.town()),
                place.latitude(),
                place.longitude(),
                trades.pigment(card.trade()),
                Here.icon(card.kind()),
                null,
                card.id().equals(actor.organisation()));
    }

    /** A town's name stands amid its organisations. */
    private static List<MapView.Label> towns(List<OrganisationCard> cards) {
        return cards.stream()
                .filter(card -> card.place() != null && !card.town().isBlank())
                .collect(Collectors.groupingBy(OrganisationCard::town))
                .entrySet()
                .stream()
                .map(town -> new MapView.Label(
                        town.getKey(),
                        average(town.getValue(), true),
                        average(town.getValue(), false),
                        town.getValue().size() > 2))
                .toList();
    }

    private static double average(List<OrganisationCard> cards, boolean latitude) {
        return cards.stream()
                .map(OrganisationCard::place)
                .filter(Objects::nonNull)
                .mapToDouble(place -> latitude ? place.latitude() : place.longitude())
                .average()
                .orElse(0);
    }

    private static Span entry(String trade, Trades trades) {
        Span dot = new Span();
        dot.addClassName("cv-dir-dot");
        dot.getStyle().set("--k", trades.pigment(trade).css());
        return new Span(dot, new Span(trade));
    }

    private Div popover(Actor actor, OrganisationCard card, Trades trades, Runnable close) {
        Paragraph facts = new Paragraph(Here.words(
                card.town(), card.headcount() == null ? "" : getTranslation("directory.headcount", card.headcount())));
        facts.addClassName("cv-q");
        Div words = new Div(new H2(card.name()), facts);
        words.addClassName("cv-grow");
        Div head = new Div(
                new Logo(card.name(), trades.pigment(card.trade()), Here.picture(actor, card.picture())),
                words,
                Buttons.icon(CvIcon.X, getTranslation("directory.close"), close::run));
        head.addClassName("cv-dir-head");
        Div pane = new Div(head);
        pane.addClassName("cv-dir-popover");
        Here.faces(actor, card).stream().findFirst().ifPresent(person -> {
            Div line = new Div(new Face(person).decorative(), new Span(person.name()));
            line.addClassName("cv-row");
            pane.add(line);
        });
        pane.add(Links.primary(
                Here.organisation(actor, card.id()), getTranslation("directory.see-company"), CvIcon.ARROW_RIGHT));
        return pane;
    }
}
