package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.newsletter.IssueSummary;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;

/** The left side of the newsletter: what is being written, all letters, a search through them, what I receive. */
class FeedColumn extends Section {
    private static final int MOST = 300;

    private final transient Actor actor;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final transient Clock clock;

    /**
     * @param current the issue shown beside; 0 for none
     * @param mainTitle whether the name of the column is the title of the page
     */
    FeedColumn(
            Actor actor,
            NewsletterQueries queries,
            NewsletterService newsletter,
            Clock clock,
            Choice choice,
            long current,
            boolean mainTitle) {
        this.actor = actor;
        this.queries = queries;
        this.newsletter = newsletter;
        this.clock = clock;
        addClassName("cv-nl-column-list");
        getElement().setAttribute("aria-label", getTranslation("newsletter.list"));
        HtmlContainer title =
                mainTitle ? new H1(getTranslation("newsletter.title")) : new H2(getTranslation("newsletter.title"));
        title.addClassName("cv-nl-feed-title");
        Paragraph sentence = new Paragraph(getTranslation("newsletter.sentence"));
        sentence.addClassName("cv-q");
        add(title, sentence);
        if (actor.isAnimator()) {
            Div deeds = new Div(
                    Links.primary(Pages.next(actor), getTranslation("newsletter.next"), CvIcon.SPARKLES),
                    Buttons.quiet(getTranslation("newsletter.write"), this::write),
                    Links.more(Pages.look(actor), getTranslation("newsletter.look.title")),
                    Links.more(Pages.feed(actor) + "/readers", getTranslation("newsletter.readers")));
            deeds.addClassNames("cv-row", "cv-nl-deeds");
            add(deeds);
            drafts();
        } else {
            add(Links.button(Pages.news(actor), getTranslation("newsletter.news.title"), CvIcon.MESSAGE_CIRCLE));
        }
        add(filter(choice), searchField(choice.search));
        letters(choice, current);
        add(new WhatIReceive(actor, queries, newsletter));
    }

    /** Which letters are shown. */
    record Choice(String search, boolean kept) {
        static final Choice ALL = new Choice("", false);
    }

    static List<IssueSummary> issues(Actor actor, NewsletterQueries queries, Choice choice, int most) {
        return choice.kept
                ? queries.kept(actor, most)
                : choice.search.isBlank() ? queries.published(actor, most) : queries.search(actor, choice.search, most);
    }

    private RadioButtonGroup<Boolean> filter(Choice choice) {
        RadioButtonGroup<Boolean> filter = new RadioButtonGroup<>();
        filter.addClassName("cv-nl-languages");
        filter.setAriaLabel(getTranslation("newsletter.list"));
        filter.setItems(false, true);
        filter.setItemLabelGenerator(kept -> getTranslation(kept ? "newsletter.bookmark.list" : "newsletter.list.all"));
        filter.setValue(choice.kept);
        filter.addValueChangeListener(event -> UI.getCurrent()
                .navigate(
                        Pages.feed(actor),
                        event.getValue() ? QueryParameters.of("show", "kept") : QueryParameters.empty()));
        return filter;
    }

    private void write() {
        long issue = newsletter.begin(actor);
        UI.getCurrent().navigate(Pages.edit(actor, issue));
    }

    private void drafts() {
        List<IssueSummary> drafts = queries.drafts(actor);
        if (!drafts.isEmpty()) {
            H2 heading = new H2(getTranslation("newsletter.drafts"));
            heading.addClassName("cv-nl-heading");
            add(heading, new IssueList(actor, drafts, 0, id -> Pages.edit(actor, id), clock.instant()));
            H2 published = new H2(getTranslation("newsletter.published"));
            published.addClassName("cv-nl-heading");
            add(published);
        }
    }

    private TextField searchField(String search) {
        TextField field = new TextField();
        field.setAriaLabel(getTranslation("newsletter.search"));
        field.setPlaceholder(getTranslation("newsletter.search"));
        field.setPrefixComponent(CvIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidthFull();
        field.setValue(search);
        field.setAutofocus(!search.isEmpty());
        field.addValueChangeListener(event -> {
            String text = event.getValue().strip();
            UI.getCurrent()
                    .navigate(
                            Pages.feed(actor),
                            text.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", text)));
        });
        return field;
    }

    private void letters(Choice choice, long current) {
        List<IssueSummary> issues = issues(actor, queries, choice, MOST);
        if (issues.isEmpty()) {
            add(
                    choice.kept
                            ? new EmptyState(
                                    CvIcon.BOOKMARK,
                                    getTranslation("newsletter.bookmark.empty"),
                                    getTranslation("newsletter.bookmark.empty.sentence"))
                            : empty(choice.search));
        } else {
            add(new IssueList(actor, issues, current, id -> Pages.issue(actor, id), clock.instant()));
        }
    }

    private Component empty(String search) {
        if (search.isBlank()) {
            return new EmptyState(getTranslation("newsletter.empty"), getTranslation("newsletter.empty.sentence"));
        }
        return new EmptyState(
                CvIcon.SEARCH,
                getTranslation("newsletter.nothing-found"),
                getTranslation("newsletter.nothing-found.sentence", search));
    }
}
