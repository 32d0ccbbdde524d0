package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.MeetingPage;
import org.convive.uikit.Badges;
import org.convive.uikit.Face;
import org.convive.uikit.Pane;

/** Everybody who answered, with face and company, by what they said. */
final class WhoComes extends Pane {
    private final transient Wording wording;

    WhoComes(Actor actor, MeetingPage page) {
        super(text("meetings.who"));
        this.wording = new Wording(actor);
        addClassName("cv-meeting-who");
        List<Comer> coming = page.saying(Answer.YES);
        aside(new Span(text("meetings.who.count", coming.size())));
        if (page.answers().isEmpty()) {
            Paragraph nobody = new Paragraph(text("meetings.who.nobody"));
            nobody.addClassName("cv-q");
            add(nobody);
            return;
        }
        Div faces = new Div();
        faces.addClassName("cv-meeting-faces-all");
        coming.forEach(comer -> faces.add(new Face(wording.portrait(comer))));
        add(faces);
        Div groups = new Div();
        groups.addClassName("cv-stack");
        group(groups, "meetings.who.YES", coming);
        group(groups, "meetings.who.waiting", page.waiting());
        group(groups, "meetings.who.MAYBE", page.saying(Answer.MAYBE));
        group(groups, "meetings.who.KEEP_POSTED", page.saying(Answer.KEEP_POSTED));
        group(groups, "meetings.who.NO", page.saying(Answer.NO));
        Details all = new Details(text("meetings.who.all", page.answers().size()), groups);
        add(all);
    }

    private void group(Div groups, String title, List<Comer> comers) {
        if (comers.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cv-meeting-people");
        comers.forEach(comer -> list.add(person(comer)));
        groups.add(new Div(new H3(text(title, comers.size())), list));
    }

    private ListItem person(Comer comer) {
        Span name = new Span(comer.name());
        name.addClassName("cv-strong");
        Span company = new Span(comer.organisation());
        company.addClassName("cv-q");
        Div words = new Div(name, company);
        words.addClassName("cv-grow");
        ListItem item = new ListItem(new Face(wording.portrait(comer)).decorative(), words);
        if (comer.guests() > 0) {
            item.add(Badges.quiet(text("meetings.with-guests", comer.guests())));
        }
        return item;
    }
}
