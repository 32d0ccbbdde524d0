package org.convive.newsletter;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.convive.newsletter.FeedClusters.Source;
import org.convive.shared.Translations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The issues as an Atom feed (RFC 4287): by the cluster's name where all may read, else by a member's own address. */
@RestController
class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 20;

    private final FeedClusters clusters;
    private final FeedIssues issues;
    private final Translations texts;

    AtomFeed(FeedClusters clusters, FeedIssues issues, Translations texts) {
        this.clusters = clusters;
        this.issues = issues;
        this.texts = texts;
    }

    @GetMapping("/feeds/newsletter/{name}.atom")
    ResponseEntity<byte[]> feed(@PathVariable String name) throws XMLStreamException {
        Optional<Source> source = clusters.find(name);
        if (source.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String self = issues.portal() + "/feeds/newsletter/" + name + ".atom";
        return FeedAnswer.of(write(source.get(), self), "application", "atom+xml");
    }

    private String write(Source source, String self) throws XMLStreamException {
        List<Issue> newest = issues.newest(source, ENTRIES);
        var text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        String home = issues.home(source);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", home);
        element(xml, "title", texts.text(source.locale(), "newsletter.atom.title", source.name()));
        element(
                xml,
                "updated",
                stamp(newest.stream()
                        .map(issue -> issue.summary().at())
                        .findFirst()
                        .orElse(source.since())));
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", home);
        for (Issue issue : newest) {
            entry(xml, source, issue);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Source source, Issue issue) throws XMLStreamException {
        IssueSummary summary = issue.summary();
        Draft edition = issue.content().edition(source.locale());
        String url = issues.page(source, issue);
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", edition.language().getLanguage());
        element(xml, "id", url);
        element(xml, "title", edition.title());
        element(xml, "updated", stamp(summary.at()));
        element(xml, "published", stamp(summary.at()));
        xml.writeStartElement("author");
        element(xml, "name", summary.authorName());
        xml.writeEndElement();
        link(xml, "alternate", "text/html", url);
        String lead = FeedIssues.lead(edition);
        if (!lead.isBlank()) {
            element(xml, "summary", lead);
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(legal(issues.body(source, issue)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    static String stamp(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Characters that XML 1.0 cannot carry are left out. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
