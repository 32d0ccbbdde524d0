package org.convive.directory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.PersonPage;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Role;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.PersonId;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;

/** One person: what they do, for whom, what to ask them about, how to reach them. */
@Route("c/:cluster/people/:person([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/directory.css")
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private String title = "";

    PersonView(Actors actors, DirectoryQueries directory) {
        this.actors = actors;
        this.directory = directory;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        PersonPage page = directory.person(actor, new PersonId(ViewActor.id(event, "person")));
        title = getTranslation("directory.page-title", page.card().name(), actor.clusterName());
        removeAll();
        add(header(actor, page.card()));
        Div main = new Div();
        main.addClassName("cv-stack");
        if (!page.about().isBlank()) {
            Paragraph about = new Paragraph(page.about());
            about.addClassName("cv-dir-about");
            main.add(new Pane(getTranslation("directory.ask-me"), about));
        }
        main.add(reach(page));
        add(main);
    }

    private PageHeader header(Actor actor, PersonCard person) {
        PageHeader header = new PageHeader(person.name(), person.title())
                .back(getTranslation("directory.people"), Here.directory(actor) + "?tab=people");
        Face face = new Face(Here.portrait(actor, person), Face.Size.XL).decorative();
        header.getElement().insertChild(1, face.getElement());
        if (person.organisation() != null) {
            header.meta(
                    CvIcon.FACTORY,
                    Links.to(Here.organisation(actor, person.organisation()), person.organisationName()));
        }
        if (person.role() != Role.MEMBER) {
            header.meta(CvIcon.USER_CHECK, Here.text("directory.role." + person.role()));
        }
        if (person.id().equals(actor.person())) {
            header.action(Links.button("profile", getTranslation("directory.your-profile"), CvIcon.PENCIL));
        }
        return header;
    }

    private Pane reach(PersonPage page) {
        String email = page.card().email().value();
        Facts facts = new Facts();
        facts.with(CvIcon.MAIL, new Anchor("mailto:" + email, email));
        if (!page.phone().isBlank()) {
            facts.with(CvIcon.PHONE, new Anchor("tel:" + page.phone().replaceAll("[^0-9+]", ""), page.phone()));
        }
        return new Pane(getTranslation("directory.reach"), facts);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
