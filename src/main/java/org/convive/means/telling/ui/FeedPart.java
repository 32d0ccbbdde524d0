package org.convive.means.telling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.MeansDetail;
import org.convive.means.telling.MeansFeeds;
import org.convive.means.ui.MeansPart;

/** The address of a means' calendar, on its page, and of the company's. */
@org.springframework.stereotype.Component
class FeedPart implements MeansPart {
    private static final int ORDER = 90;

    private final MeansFeeds feeds;

    FeedPart(MeansFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Component> ofMeans(Actor actor, MeansDetail detail, Runnable changed) {
        Div content = new Div(
                new Paragraph(text("means.feed.means")),
                address(feeds.ofMeans(actor, detail.means().id())));
        if (actor.organisation() != null) {
            content.add(new Paragraph(text("means.feed.company.sentence")), address(feeds.ofCompany(actor)));
        }
        content.add(new Paragraph(text("means.feed.secret")));
        content.addClassName("cv-stack");
        return List.of(new Details(text("means.feed.title"), content));
    }

    private static TextField address(String url) {
        TextField field = new TextField(text("means.feed.address"), url, "");
        field.setReadOnly(true);
        field.setWidthFull();
        return field;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
