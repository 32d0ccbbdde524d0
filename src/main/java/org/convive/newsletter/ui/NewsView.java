package org.convive.newsletter.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.series.NewsDesk;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** "Have you news?": a member sends a few words for the next letter, and sees what became of those sent before. */
@Route("c/:cluster/newsletter/news")
@PermitAll
@StyleSheet("convive/newsletter.css")
class NewsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient NewsDesk news;
    private final transient Pictures pictures;
    private String pageTitle = "";

    NewsView(Actors actors, NewsDesk news, Pictures pictures) {
        this.actors = actors;
        this.news = news;
        this.pictures = pictures;
        addClassNames("cv-page", "cv-nl-news");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(ViewActor.of(event, actors));
    }

    private void show(Actor actor) {
        pageTitle = getTranslation("newsletter.news.page-title", actor.clusterName());
        removeAll();
        add(
                new PageHeader(getTranslation("newsletter.news.title"), getTranslation("newsletter.news.sentence"))
                        .back(getTranslation("newsletter.all"), Pages.feed(actor)),
                form(actor));
        List<NewsDesk.News> mine = news.mine(actor);
        if (!mine.isEmpty()) {
            add(sent(actor, mine));
        }
    }

    private Pane form(Actor actor) {
        String key = UUID.randomUUID().toString();
        TextField title = Fields.text(getTranslation("newsletter.news.headline"), 200);
        title.setWidthFull();
        MarkdownField words = new MarkdownField(getTranslation("newsletter.news.words"), 10_000)
                .draftKey("news:" + actor.cluster() + ":words");
        PictureField picture = new PictureField(actor, pictures);
        TextField alt = Fields.text(getTranslation("newsletter.block.alt"), 500);
        alt.setHelperText(getTranslation("newsletter.block.alt.help"));
        alt.setWidthFull();
        alt.setVisible(false);
        picture.addValueChangeListener(event -> alt.setVisible(event.getValue() != null));
        Div fields = new Div(title, words, picture, alt);
        fields.addClassName("cv-stack");
        fields.add(Buttons.primary(getTranslation("newsletter.news.send"), CvIcon.SEND, () -> {
            try {
                news.send(
                        actor,
                        new NewsDesk.Draft(title.getValue(), words.getValue(), picture.getValue(), alt.getValue()),
                        key);
                org.convive.uikit.Draft.forget("news:" + actor.cluster());
                show(actor);
                Toasts.say(getTranslation("newsletter.news.sent"));
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("title", title, "words", words, "alt", alt, "picture", picture));
            }
        }));
        return Pane.of(fields);
    }

    private Pane sent(Actor actor, List<NewsDesk.News> mine) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-nl-rows");
        list.getElement().setAttribute("role", "list");
        Dates dates = Dates.of(getLocale(), actor.zone());
        for (NewsDesk.News one : mine) {
            Span title = new Span(one.content().title());
            title.addClassName("cv-strong");
            Span when = new Span(dates.date(one.at()));
            when.addClassNames("cv-q", "cv-small");
            Div text = new Div(title, when);
            text.addClassNames("cv-grow", "cv-nl-row-words");
            ListItem row = new ListItem(
                    text,
                    one.issue() == null
                            ? Badges.quiet(getTranslation("newsletter.news.waits"))
                            : Badges.glass(getTranslation("newsletter.news.taken")));
            if (one.issue() == null) {
                row.add(Buttons.icon(
                        CvIcon.TRASH,
                        getTranslation("newsletter.news.withdraw", one.content().title()),
                        () -> {
                            news.withdraw(actor, one.id());
                            show(actor);
                            Toasts.undo(getTranslation("newsletter.news.withdrawn"), () -> {
                                news.restore(actor, one.id());
                                show(actor);
                            });
                        }));
            }
            list.add(row);
        }
        return new Pane(getTranslation("newsletter.news.mine"), list);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
