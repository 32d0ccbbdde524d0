package org.convive.directory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.uikit.Badges;
import org.convive.uikit.Face;
import org.convive.uikit.Highlight;

/** People with their faces, what they do and for whom. */
@StyleSheet("convive/directory.css")
class PeopleList extends UnorderedList {
    PeopleList(Actor actor, List<PersonCard> people, String term) {
        addClassName("cv-dir-people");
        getElement().setAttribute("role", "list");
        people.forEach(person -> add(item(actor, person, term)));
    }

    private ListItem item(Actor actor, PersonCard person, String term) {
        Anchor link = new Anchor(Here.person(actor, person.id()), "");
        link.add(new Highlight(person.name(), term));
        Paragraph sentence = new Paragraph();
        sentence.addClassName("cv-q");
        sentence.add(new Highlight(Here.words(person.title(), person.organisationName()), term));
        Div words = new Div(link, sentence);
        words.addClassName("cv-grow");
        ListItem item = new ListItem(new Face(Here.portrait(actor, person), Face.Size.M).decorative(), words);
        item.addClassName("cv-dir-person");
        if (person.role() == Role.ANIMATOR) {
            item.add(Badges.glass(getTranslation("directory.role.ANIMATOR")));
        }
        return item;
    }
}
