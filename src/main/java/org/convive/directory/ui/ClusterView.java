package org.convive.directory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
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
import org.convive.directory.ClusterQueries;
import org.convive.directory.ClusterQueries.ClusterCard;
import org.convive.directory.ClusterQueries.PublicOrganisation;
import org.convive.directory.ClusterQueries.PublicPage;
import org.convive.identity.Actors;
import org.convive.shared.NotFoundException;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Pane;
import org.convive.uikit.Valley;

/** The public page of a cluster that wants one: what it is, who is in it, how to join. */
@Route("clusters/:slug")
@AnonymousAllowed
@StyleSheet("convive/directory.css")
class ClusterView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ClusterQueries clusters;
    private final transient Actors actors;
    private String title = "";

    ClusterView(ClusterQueries clusters, Actors actors) {
        this.clusters = clusters;
        this.actors = actors;
        addClassName("cv-public");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PublicPage page = event.getRouteParameters()
                .get("slug")
                .flatMap(clusters::publicPage)
                .orElseThrow(() -> new NotFoundException("cluster"));
        title = page.cluster().name();
        removeAll();
        Valley sky = new Valley(page.cluster().slug().hashCode());
        sky.addClassName("cv-public-sky");
        add(sky, hero(page));
        if (!page.presentation().isBlank()) {
            Section presentation = new Section(new Markdown(page.presentation()));
            presentation.addClassName("cv-public-text");
            add(presentation);
        }
        add(members(page), foot(page));
    }

    private Section hero(PublicPage page) {
        ClusterCard cluster = page.cluster();
        Paragraph above =
                new Paragraph(Here.words(Here.name(cluster.kind()), Here.country(cluster.country(), getLocale())));
        above.addClassName("cv-page-above");
        Paragraph lede = new Paragraph(lede(cluster));
        lede.addClassName("cv-public-lede");
        Anchor meet = new Anchor("clusters/" + cluster.slug() + "#members", getTranslation("directory.public.meet"));
        meet.addClassName("cv-btn");
        meet.getElement().setAttribute("router-ignore", true);
        boolean member = actors.areIn(cluster.slug());
        Div deeds = new Div(meet);
        if (!member) {
            deeds.add(outside(Links.button(
                    "welcome?cluster=" + cluster.slug(), getTranslation("directory.public.join"), CvIcon.USER_PLUS)));
        }
        deeds.add(outside(Links.button(
                "public/meetings/" + cluster.slug(), getTranslation("directory.public.meetings"), CvIcon.CALENDAR)));
        deeds.add(outside(Links.button(
                "links/letters/join/" + cluster.slug(), getTranslation("directory.public.letters"), CvIcon.MAIL)));
        deeds.addClassName("cv-row");
        Div words = new Div(above, new H1(cluster.name()), lede, deeds);
        words.addClassName("cv-public-words");
        Section hero =
                new Section(words, door(cluster, member ? "directory.public.enter" : "directory.public.sign-in"));
        hero.addClassName("cv-public-hero");
        return hero;
    }

    private String lede(ClusterCard cluster) {
        String organisations = getTranslation("directory.public.organisations", cluster.organisations());
        String where = cluster.territory().isBlank() ? cluster.town() : cluster.territory();
        return Here.words(organisations, cluster.specialisation(), where);
    }

    private Pane door(ClusterCard cluster, String words) {
        Div content = new Div(
                new Paragraph(getTranslation(words + ".sentence")),
                outside(Links.primary("c/" + cluster.slug(), getTranslation(words), CvIcon.ARROW_RIGHT)));
        content.addClassName("cv-stack");
        Pane pane = new Pane(getTranslation(words + ".title"), content);
        pane.addClassName("cv-public-sign");
        return pane.lift();
    }

    private Section members(PublicPage page) {
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        page.organisations().forEach(organisation -> list.add(member(organisation)));
        Section section = new Section(new H2(getTranslation("directory.public.members")), list);
        section.setId("members");
        section.addClassName("cv-public-members");
        section.setVisible(!page.organisations().isEmpty());
        return section;
    }

    private static ListItem member(PublicOrganisation organisation) {
        ListItem item = new ListItem();
        if (organisation.picture() != null) {
            Image logo = new Image("public/pictures/" + organisation.picture(), "");
            logo.getElement().setAttribute("loading", "lazy");
            item.add(logo);
        }
        Span name = new Span(organisation.name());
        name.addClassName("cv-public-name");
        Span facts = new Span(Here.words(organisation.trade(), organisation.town()));
        facts.addClassName("cv-q");
        Div words = new Div(name, facts);
        item.add(words);
        return item;
    }

    private Div foot(PublicPage page) {
        Div foot = new Div();
        foot.addClassName("cv-public-foot");
        if (page.jobs() > 0) {
            foot.add(new Span(getTranslation("directory.public.jobs", page.jobs())));
        }
        if (!page.website().isBlank()) {
            Anchor website = Links.to(page.website(), page.website().replaceFirst("^https?://", ""));
            website.getElement().setAttribute("rel", "noopener noreferrer");
            foot.add(website);
        }
        foot.add(
                Links.to(
                        "clusters/" + page.cluster().slug() + "/calendar", getTranslation("directory.public.calendar")),
                Links.to("clusters", getTranslation("directory.clusters.title")));
        return foot;
    }

    /** Behind it one signs in: the browser goes there itself. */
    private static Anchor outside(Anchor link) {
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
