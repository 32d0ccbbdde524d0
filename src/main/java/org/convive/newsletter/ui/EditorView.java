package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.Issue;
import org.convive.uikit.Dates;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;

/** Writing a letter: its blocks, the mail as it will arrive, what to look at before it leaves, and how it left. */
@Route("c/:cluster/newsletter/:issue([0-9]{1,18})/edit")
@PermitAll
@StyleSheet("convive/newsletter.css")
@Uses(ProgressBar.class)
class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Workshop shop;
    private String pageTitle = "";

    EditorView(Actors actors, Workshop shop) {
        this.actors = actors;
        this.shop = shop;
        addClassNames("cv-page", "cv-nl-editor");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        long id = ViewActor.id(event, "issue");
        // Asked before the letter is read: one that leaves just now is never opened as a draft.
        boolean leaves = shop.publications().isUnderWay(id);
        Issue issue = shop.queries().forWriting(actor, id);
        String title = issue.content().title().isBlank()
                ? getTranslation("newsletter.untitled")
                : issue.content().title();
        pageTitle = getTranslation("newsletter.edit.page-title", title, actor.clusterName());
        removeAll();
        if (issue.isPublished()) {
            add(sent(actor, issue));
        } else if (leaves) {
            add(leaving(actor, issue));
        } else {
            add(new DraftDesk(actor, issue, shop));
            shop.publications()
                    .takeRefusal(actor, issue.id(), issue.version())
                    .ifPresent(why ->
                            Toasts.sorry(getTranslation(why.key(), why.args().toArray())));
        }
    }

    private Component leaving(Actor actor, Issue issue) {
        int readers = shop.audiences()
                .count(actor, issue.envelope().segment(), issue.content().blocks())
                .readers();
        return stack(
                new PageHeader(issue.content().title(), getTranslation("newsletter.departure.leave"))
                        .back(getTranslation("newsletter.all"), Pages.feed(actor)),
                new DeparturePane(
                        shop.publications(),
                        issue.id(),
                        readers,
                        () -> shop.queries().forWriting(actor, issue.id()).isPublished()));
    }

    private Component sent(Actor actor, Issue issue) {
        PreviewPane preview = new PreviewPane(actor, issue, shop.newsletter());
        preview.show(issue.content(), issue.content().language(), "");
        Div numbers = new Div(numbers(actor, issue));
        Div beside = stack(
                new SendingPane(actor, shop.queries(), shop.newsletter(), issue.id(), () -> {
                    numbers.removeAll();
                    numbers.add(numbers(actor, issue));
                }),
                numbers,
                new RepliesPane(actor, shop.reading().replies(actor, issue.id())));
        Div columns = new Div(preview, beside);
        columns.addClassNames("cv-nl-columns", "cv-nl-two");
        Dates dates = Dates.of(getLocale(), actor.zone());
        return stack(
                new PageHeader(
                                issue.content().title(),
                                getTranslation(
                                        "newsletter.sent.sentence",
                                        issue.summary().number(),
                                        dates.dayAndTime(issue.summary().at())))
                        .back(getTranslation("newsletter.all"), Pages.feed(actor)),
                columns);
    }

    private NumbersPane numbers(Actor actor, Issue issue) {
        return new NumbersPane(
                actor,
                shop.numbers().of(actor, issue.id()),
                shop.answers().perBlock(actor, issue.id()),
                shop.answers().said(actor, issue.id()));
    }

    private static Div stack(Component... components) {
        Div stack = new Div(components);
        stack.addClassName("cv-nl-stack");
        return stack;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
