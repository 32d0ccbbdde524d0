package org.convive.newsletter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.Block;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Topic;
import org.convive.newsletter.series.FirstDraft;
import org.convive.newsletter.series.NewsDesk;
import org.convive.newsletter.series.Proposal;
import org.convive.newsletter.series.Series;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The next letter before its first word: what could be told, chosen already, and one button that drafts it. */
@Route("c/:cluster/newsletter/next")
@PermitAll
@StyleSheet("convive/newsletter.css")
class NextView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient FirstDraft drafts;
    private final transient Series series;
    private final transient Clock clock;
    private final Map<Checkbox, Candidate> candidates = new LinkedHashMap<>();
    private final Map<Checkbox, NewsDesk.News> news = new LinkedHashMap<>();
    private String pageTitle = "";

    NextView(Actors actors, FirstDraft drafts, Series series, Clock clock) {
        this.actors = actors;
        this.drafts = drafts;
        this.series = series;
        this.clock = clock;
        addClassNames("cv-page", "cv-nl-next");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(ViewActor.of(event, actors));
    }

    private void show(Actor actor) {
        Proposal proposal = drafts.propose(actor);
        Dates dates = Dates.of(getLocale(), actor.zone());
        pageTitle = getTranslation("newsletter.next.page-title", actor.clusterName());
        candidates.clear();
        news.clear();
        removeAll();
        String since = proposal.lastLetter() == null
                ? getTranslation("newsletter.next.first")
                : getTranslation("newsletter.next.since", dates.date(proposal.lastLetter()));
        PageHeader header = new PageHeader(getTranslation("newsletter.next.title"), since)
                .back(getTranslation("newsletter.all"), Pages.feed(actor));
        Div left = new Div();
        left.addClassName("cv-nl-stack");
        if (proposal.isQuiet()) {
            left.add(quiet(actor, proposal));
        }
        newsPane(actor, proposal.news(), left);
        for (Topic topic : Topic.values()) {
            topicPane(actor, topic, proposal, left);
        }
        Div columns = new Div(left, plan(actor, proposal));
        columns.addClassNames("cv-nl-columns", "cv-nl-two");
        add(header, columns);
    }

    private Notice quiet(Actor actor, Proposal proposal) {
        Paragraph words = new Paragraph(getTranslation("newsletter.next.quiet", proposal.weighty()));
        Notice notice =
                Notice.glass(words, Buttons.plain(getTranslation("newsletter.next.skip"), CvIcon.CALENDAR_CHECK, () -> {
                    series.skip(actor);
                    show(actor);
                    Toasts.undo(getTranslation("newsletter.next.skipped"), () -> {
                        series.unskip(actor);
                        show(actor);
                    });
                }));
        notice.addClassName("cv-stack");
        return notice;
    }

    private void topicPane(Actor actor, Topic topic, Proposal proposal, Div into) {
        UnorderedList rows = rows();
        proposal.proposed().stream()
                .filter(candidate -> candidate.topic() == topic)
                .forEach(candidate -> rows.add(row(actor, candidate, true)));
        proposal.others().stream()
                .filter(candidate -> candidate.topic() == topic)
                .limit(10)
                .forEach(candidate -> rows.add(row(actor, candidate, false)));
        if (rows.getChildren().findAny().isPresent()) {
            into.add(Pane.small(
                    getTranslation("newsletter.draft.topic." + topic.name().toLowerCase(Locale.ROOT)), rows));
        }
    }

    private ListItem row(Actor actor, Candidate candidate, boolean chosen) {
        Checkbox box = box(candidate.title(), chosen);
        candidates.put(box, candidate);
        Span text = new Span(Markdown.text(candidate.text().apply(getLocale()))
                .lines()
                .findFirst()
                .orElse(""));
        text.addClassNames("cv-q", "cv-small");
        Div words = new Div(new Div(Links.to(candidate.path(), candidate.title())), text);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        return new ListItem(box, new IconTile(Kinds.icon(Block.Kind.of(candidate.kind()))), words);
    }

    private void newsPane(Actor actor, List<NewsDesk.News> sent, Div into) {
        if (sent.isEmpty()) {
            return;
        }
        UnorderedList rows = rows();
        for (NewsDesk.News one : sent) {
            Checkbox box = box(one.content().title(), true);
            news.put(box, one);
            Span title = new Span(one.content().title());
            title.addClassName("cv-strong");
            Span who = new Span(
                    one.organisation().isBlank()
                            ? one.name()
                            : getTranslation("newsletter.next.by", one.name(), one.organisation()));
            who.addClassNames("cv-q", "cv-small");
            Span text = new Span(
                    Markdown.text(one.content().words()).lines().findFirst().orElse(""));
            text.addClassName("cv-small");
            Div words = new Div(title, text, who);
            words.addClassNames("cv-grow", "cv-nl-row-words");
            rows.add(new ListItem(box, new IconTile(CvIcon.MESSAGE_CIRCLE), words));
        }
        into.add(Pane.small(getTranslation("newsletter.draft.topic.news"), rows));
    }

    private static UnorderedList rows() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("cv-nl-rows");
        rows.getElement().setAttribute("role", "list");
        return rows;
    }

    private Checkbox box(String title, boolean chosen) {
        Checkbox box = new Checkbox(chosen);
        box.setAriaLabel(getTranslation("newsletter.next.take", title));
        return box;
    }

    private Pane plan(Actor actor, Proposal proposal) {
        Dates dates = Dates.of(getLocale(), actor.zone());
        Paragraph due = new Paragraph(
                series.of(actor).active()
                        ? getTranslation("newsletter.next.due", Dates.date(series.due(actor), getLocale()))
                        : getTranslation("newsletter.next.no-rhythm"));
        Paragraph found = new Paragraph(getTranslation(
                "newsletter.next.found",
                proposal.proposed().size() + proposal.news().size(),
                dates.date(clock.instant())));
        found.addClassNames("cv-q", "cv-small");
        Div deeds = new Div(
                Buttons.primary(getTranslation("newsletter.next.write"), CvIcon.SPARKLES, () -> write(actor)),
                Buttons.plain(getTranslation("newsletter.next.ask"), CvIcon.MESSAGE_CIRCLE, () -> ask(actor)),
                Links.more(Pages.look(actor), getTranslation("newsletter.next.rhythm")));
        deeds.addClassName("cv-stack");
        Div content = new Div(due, found, deeds);
        content.addClassName("cv-stack");
        return new Pane(getTranslation("newsletter.next.plan"), content);
    }

    private void write(Actor actor) {
        long issue = drafts.write(
                actor,
                candidates.entrySet().stream()
                        .filter(entry -> entry.getKey().getValue())
                        .map(Map.Entry::getValue)
                        .toList(),
                news.entrySet().stream()
                        .filter(entry -> entry.getKey().getValue())
                        .map(Map.Entry::getValue)
                        .toList());
        getUI().ifPresent(ui -> ui.navigate(Pages.edit(actor, issue)));
        Toasts.say(getTranslation("newsletter.next.written"));
    }

    private void ask(Actor actor) {
        int asked = series.callNow(actor);
        Toasts.say(getTranslation("newsletter.next.asked", asked));
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
