package org.convive.directory.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.uikit.Faces;
import org.convive.uikit.Highlight;
import org.convive.uikit.Logo;
import org.jspecify.annotations.Nullable;

/** The organisations that fit, each with its people and what it can do; the accessible way beside the map. */
class CompanyList extends UnorderedList {
    private static final int COMPETENCES_SHOWN = 4;

    CompanyList(
            Actor actor,
            List<OrganisationCard> cards,
            DirectoryFilters filters,
            Trades trades,
            Consumer<OrganisationCard> select) {
        addClassName("cv-dir-cards");
        getElement().setAttribute("role", "list");
        GeoPoint home = cards.stream()
                .filter(card -> card.id().equals(actor.organisation()))
                .map(OrganisationCard::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        cards.forEach(card -> add(item(actor, card, filters, trades, home, select)));
    }

    private ListItem item(
            Actor actor,
            OrganisationCard card,
            DirectoryFilters filters,
            Trades trades,
            @Nullable GeoPoint home,
            Consumer<OrganisationCard> select) {
        String term = filters.text();
        Anchor link = new Anchor(Here.organisation(actor, card.id()), "");
        link.add(new Highlight(card.name(), term));
        Paragraph sentence = new Paragraph();
        sentence.addClassName("cv-q");
        sentence.add(new Highlight(Here.words(card.trade(), card.town(), distance(card, home)), term));
        Div words = new Div(new H2(link), sentence);
        words.addClassName("cv-grow");
        Div head = new Div(
                new Logo(card.name(), trades.pigment(card.trade()), Here.picture(actor, card.picture())), words);
        head.addClassName("cv-dir-head");
        if (!card.faces().isEmpty()) {
            head.add(new Faces(Here.faces(actor, card), 3));
        }
        ListItem item = new ListItem(head);
        item.addClassName("cv-dir-card");
        if (!card.competences().isEmpty()) {
            item.add(competences(card, filters));
        }
        if (card.id().toString().equals(filters.selected())) {
            item.addClassName("cv-dir-selected");
            item.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
        item.addClickListener(event -> select.accept(card));
        return item;
    }

    private String distance(OrganisationCard card, @Nullable GeoPoint home) {
        GeoPoint place = card.place();
        if (home == null || place == null || home.equals(place)) {
            return "";
        }
        return getTranslation("directory.distance", Math.max(1, Math.round(home.kilometresTo(place))));
    }

    /** Those searched for come first. */
    private static Div competences(OrganisationCard card, DirectoryFilters filters) {
        Div line = new Div();
        line.addClassName("cv-dir-competences");
        String term = filters.competence().isBlank() ? filters.text() : filters.competence();
        card.competences().stream()
                .map(name -> new Highlight(name, term))
                .sorted((a, b) -> Integer.compare(marks(b), marks(a)))
                .limit(COMPETENCES_SHOWN)
                .forEach(line::add);
        return line;
    }

    private static int marks(Highlight highlight) {
        return (int) highlight
                .getElement()
                .getChildren()
                .filter(child -> !child.isTextNode() && child.getTag().equals("mark"))
                .count();
    }
}
