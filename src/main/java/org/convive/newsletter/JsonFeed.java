package org.convive.newsletter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convive.newsletter.FeedClusters.Source;
import org.convive.shared.Translations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The issues as a JSON Feed (version 1.1), at the same addresses as the Atom feed. */
@RestController
class JsonFeed {
    private static final int ITEMS = 20;

    private final FeedClusters clusters;
    private final FeedIssues issues;
    private final DraftJson json;
    private final Translations texts;

    JsonFeed(FeedClusters clusters, FeedIssues issues, DraftJson json, Translations texts) {
        this.clusters = clusters;
        this.issues = issues;
        this.json = json;
        this.texts = texts;
    }

    @GetMapping("/feeds/newsletter/{name}.json")
    ResponseEntity<byte[]> feed(@PathVariable String name) {
        Optional<Source> found = clusters.find(name);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Source source = found.get();
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", texts.text(source.locale(), "newsletter.atom.title", source.name()));
        feed.put("home_page_url", issues.home(source));
        feed.put("feed_url", issues.portal() + "/feeds/newsletter/" + name + ".json");
        feed.put("language", source.locale().getLanguage());
        List<Object> items = new ArrayList<>();
        issues.newest(source, ITEMS).forEach(issue -> items.add(item(source, issue)));
        feed.put("items", items);
        return FeedAnswer.of(json.write(feed), "application", "feed+json");
    }

    private Map<String, Object> item(Source source, Issue issue) {
        Draft edition = issue.content().edition(source.locale());
        String url = issues.page(source, issue);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", url);
        item.put("url", url);
        item.put("title", edition.title());
        item.put("content_html", issues.body(source, issue));
        String lead = FeedIssues.lead(edition);
        if (!lead.isBlank()) {
            item.put("summary", lead);
        }
        item.put("date_published", AtomFeed.stamp(issue.summary().at()));
        item.put("authors", List.of(Map.of("name", issue.summary().authorName())));
        item.put("language", edition.language().getLanguage());
        return item;
    }
}
