package org.convive.newsletter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.newsletter.Block;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Topic;
import org.convive.newsletter.series.NewsDesk;
import org.convive.newsletter.series.Proposal;
import org.convive.uikit.CvIcon;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Pane;

/** What the next letter could tell, by topic, each with a tick; what is proposed is ticked. */
class CandidateList extends Div {
    private final transient Map<Checkbox, Candidate> candidates = new LinkedHashMap<>();
    private final transient Map<Checkbox, NewsDesk.News> news = new LinkedHashMap<>();

    CandidateList(Proposal proposal) {
        addClassName("cv-nl-stack");
        sent(proposal.news());
        for (Topic topic : Topic.values()) {
            topic(topic, proposal);
        }
    }

    /** What is ticked, in the order in which a letter tells it. */
    List<Candidate> chosen() {
        return ticked(candidates);
    }

    /** What members sent and is ticked. */
    List<NewsDesk.News> news() {
        return ticked(news);
    }

    private static <T> List<T> ticked(Map<Checkbox, T> boxes) {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getKey().getValue())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void topic(Topic topic, Proposal proposal) {
        UnorderedList rows = rows();
        proposal.proposed().stream()
                .filter(candidate -> candidate.topic() == topic)
                .forEach(candidate -> rows.add(row(candidate, true)));
        proposal.others().stream()
                .filter(candidate -> candidate.topic() == topic)
                .limit(10)
                .forEach(candidate -> rows.add(row(candidate, false)));
        if (rows.getChildren().findAny().isPresent()) {
            add(Pane.small(
                    getTranslation("newsletter.draft.topic." + topic.name().toLowerCase(Locale.ROOT)), rows));
        }
    }

    private ListItem row(Candidate candidate, boolean chosen) {
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

    private void sent(List<NewsDesk.News> sent) {
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
        add(Pane.small(getTranslation("newsletter.draft.topic.news"), rows));
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
}
