package org.convive.means.watch.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.watch.UnmetDemand;
import org.convive.means.watch.UnmetDemand.Missing;
import org.convive.means.watch.UnmetDemand.Waited;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;

/** For the animator: what members look for and do not find, and what they wait for. Nobody is named. */
@Route("c/:cluster/unmet-demand")
@PermitAll
@StyleSheet("convive/means-ledger.css")
class UnmetDemandView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient UnmetDemand demand;
    private String title = "";

    UnmetDemandView(Actors actors, UnmetDemand demand) {
        this.actors = actors;
        this.demand = demand;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        here.requireAnimator();
        title = getTranslation("means.page-title", getTranslation("means.watch.unmet"), here.clusterName());
        List<Missing> missing = demand.missing(here);
        List<Waited> waited = demand.waited(here);
        removeAll();
        add(new PageHeader(getTranslation("means.watch.unmet"), getTranslation("means.watch.unmet.sentence"))
                .back(getTranslation("means.title"), "c/" + here.slug() + "/means"));
        if (missing.isEmpty() && waited.isEmpty()) {
            add(new EmptyState(
                    CvIcon.SEARCH,
                    getTranslation("means.watch.unmet.none"),
                    getTranslation("means.watch.unmet.none.sentence")));
        }
        if (!missing.isEmpty()) {
            UnorderedList list = list();
            missing.forEach(one -> list.add(row(
                    new Span(one.wish()),
                    getTranslation(
                            "means.watch.unmet.row",
                            one.companies(),
                            one.searches(),
                            one.hours(),
                            Dates.date(one.last(), getLocale())))));
            add(new Pane(getTranslation("means.watch.unmet.missing"), list));
        }
        if (!waited.isEmpty()) {
            UnorderedList list = list();
            waited.forEach(one -> list.add(row(
                    new Anchor("c/" + here.slug() + "/means/" + one.means(), one.name()),
                    getTranslation(
                            "means.watch.unmet.waited.row", one.owner(), one.companies(), one.wishes(), one.hours()))));
            add(new Pane(getTranslation("means.watch.unmet.waited"), list));
        }
    }

    private static ListItem row(com.vaadin.flow.component.Component name, String sentence) {
        Div words = new Div(name, new Paragraph(sentence));
        words.addClassName("cv-grow");
        return new ListItem(words);
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-ledger-list");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
