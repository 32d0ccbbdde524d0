package org.convive.newsletter;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.convive.identity.Actors;
import org.convive.identity.SignedLinks;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The issues as an Atom feed (RFC 4287): by the cluster's name where it is public, else by a member's own address. */
@RestController
class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 20;

    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final SignedLinks links;
    private final IssueHtml html;
    private final Actors actors;
    private final Translations texts;
    private final String publicUrl;

    AtomFeed(
            JdbcClient jdbc,
            NewsletterQueries queries,
            SignedLinks links,
            IssueHtml html,
            Actors actors,
            Translations texts,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.links = links;
        this.html = html;
        this.actors = actors;
        this.texts = texts;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/feeds/newsletter/{name}.atom")
    ResponseEntity<byte[]> feed(@PathVariable String name) throws XMLStreamException {
        Optional<Cluster> cluster = publicCluster(name).or(() -> memberCluster(name));
        if (cluster.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] feed = write(cluster.get(), publicUrl + "/feeds/newsletter/" + name + ".atom")
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "atom+xml", StandardCharsets.UTF_8))
                .eTag("\"" + digest(feed) + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(feed);
    }

    private String write(Cluster cluster, String self) throws XMLStreamException {
        List<Issue> issues = queries.newest(cluster.id(), ENTRIES);
        var text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        String page = publicUrl + "/c/" + cluster.slug() + "/newsletter";
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", page);
        element(xml, "title", texts.text(cluster.locale(), "newsletter.atom.title", cluster.name()));
        element(
                xml,
                "updated",
                stamp(issues.stream()
                        .map(issue -> issue.summary().at())
                        .findFirst()
                        .orElse(cluster.since())));
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", page);
        for (Issue issue : issues) {
            entry(xml, cluster, issue, page + "/" + issue.id());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Cluster cluster, Issue issue, String url) throws XMLStreamException {
        IssueSummary summary = issue.summary();
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", summary.language());
        element(xml, "id", url);
        element(xml, "title", summary.title());
        element(xml, "updated", stamp(summary.at()));
        element(xml, "published", stamp(summary.at()));
        xml.writeStartElement("author");
        element(xml, "name", summary.authorName());
        xml.writeEndElement();
        link(xml, "alternate", "text/html", url);
        if (!summary.lead().isBlank()) {
            element(xml, "summary", summary.lead());
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(legal(html.body(
                new Edition(
                        cluster.id(),
                        cluster.name(),
                        summary.authorName(),
                        summary.number(),
                        issue.content(),
                        Translations.nearest(issue.content().language()),
                        Look.PLAIN,
                        AnswerLinks.NONE,
                        publicUrl,
                        url,
                        url,
                        url,
                        ""),
                true)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private Optional<Cluster> publicCluster(String slug) {
        return cluster("slug = ? AND is_public", slug);
    }

    /** A member's own address works as long as they are a member. */
    private Optional<Cluster> memberCluster(String token) {
        return links.good(Purposes.FEED, token)
                .flatMap(good -> actors.member(new PersonId(good.payloadId()), new ClusterId(good.subjectId())))
                .flatMap(member -> cluster("id = ?", member.cluster().value()));
    }

    private Optional<Cluster> cluster(String where, Object value) {
        return jdbc.sql("SELECT id, slug, name, country, created_at FROM cluster WHERE " + where)
                .param(value)
                .query((row, n) -> new Cluster(
                        new ClusterId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("country").equals("FR") ? Locale.FRENCH : Locale.ENGLISH,
                        Utc.moment(row.getObject("created_at", java.time.LocalDateTime.class))))
                .optional();
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

    private static String stamp(Instant at) {
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

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Cluster(ClusterId id, String slug, String name, Locale locale, Instant since) {}
}
