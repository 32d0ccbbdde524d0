package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class PublicLettersTest {
    private static final String EVIL = "\"><script>alert(1)</script>";

    @Autowired
    WebApplicationContext context;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    Looks looks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private MockMvc http;
    private Actor camille;
    private String letters;

    @BeforeEach
    void aClusterWithALetter() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        letters = "/public/letters/" + camille.slug();
        long issue = newsletter.begin(camille);
        var draft = new Draft(
                "The river " + EVIL,
                "It is **low**. " + EVIL,
                Locale.ENGLISH,
                List.of(
                        Block.text("Part " + EVIL, EVIL),
                        Block.card(Block.Kind.PERSON, camille.person().value(), "Who writes", "")),
                new Draft.Opening("La rivière", "Elle est basse."));
        newsletter.publish(camille, issue, newsletter.save(camille, issue, draft, 0));
    }

    @Test
    void lettersArePublicOnlyWhereTheClusterIsAndWantsIt() throws Exception {
        for (boolean isPublic : new boolean[] {false, true}) {
            for (boolean archive : new boolean[] {false, true}) {
                open(isPublic, archive);
                int expected = isPublic && archive ? 200 : 404;
                http.perform(get(letters)).andExpect(status().is(expected));
                http.perform(get(letters + "/1")).andExpect(status().is(expected));
                http.perform(get("/feeds/newsletter/" + camille.slug() + ".json"))
                        .andExpect(status().is(expected));
                http.perform(get("/feeds/newsletter/" + camille.slug() + ".atom"))
                        .andExpect(status().is(expected));
            }
        }
        http.perform(get(letters + "/2")).andExpect(status().isNotFound());
    }

    @Test
    void aPublicLetterIsWholeShareableSafeAndShowsNoPeople() throws Exception {
        open(true, true);
        String page = page(letters + "/1?lang=en");
        assertThat(page)
                .contains("<html lang=\"en\">", "<strong>low</strong>", "The river &quot;&gt;&lt;script&gt;")
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080" + letters + "/1?lang=en\">")
                .contains("hreflang=\"fr\"", "property=\"og:title\"", "property=\"og:type\" content=\"article\"")
                .contains("property=\"article:published_time\"", "application/atom+xml", "application/feed+json")
                .doesNotContain("<script", "/people/", "onerror");
        String french = page(letters + "/1?lang=fr");
        assertThat(french)
                .contains("<html lang=\"fr\">", "La rivière", "Elle est basse.", "og:locale\" content=\"fr_FR\"");
        String join = "/links/letters/join/" + camille.slug();
        assertThat(page(letters)).contains("The river", letters + "/1", "href=\"" + join + "\"");
        assertThat(page).contains("href=\"" + join + "\"");
        assertThat(page(join)).contains("href=\"" + letters + "\"");
        open(true, false);
        assertThat(page(join)).doesNotContain(letters);
    }

    @Test
    void aPageThatDidNotChangeIsNotSentAgain() throws Exception {
        open(true, true);
        String etag = http.perform(get(letters + "/1?lang=en"))
                .andExpect(header().exists("ETag"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        http.perform(get(letters + "/1?lang=en").header("If-None-Match", etag)).andExpect(status().isNotModified());
    }

    /** What RFC 4287 §4.1 asks of a feed and of its entries. */
    @Test
    void theAtomFeedIsAsItsSpecificationSays() throws Exception {
        open(true, true);
        long second = newsletter.begin(camille);
        newsletter.publish(
                camille,
                second,
                newsletter.save(camille, second, new Draft("Two", "Words", Locale.ENGLISH, List.of()), 0));
        String path = "/feeds/newsletter/" + camille.slug() + ".atom";
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        http.perform(get(path)).andReturn().getResponse().getContentAsByteArray()))
                .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        var ids = new HashSet<String>();
        for (Element holder :
                Stream.concat(Stream.of(feed), children(feed, "entry")).toList()) {
            for (String once : List.of("id", "title", "updated")) {
                assertThat(children(holder, once)).as(once).hasSize(1);
            }
            String id = children(holder, "id").findFirst().orElseThrow().getTextContent();
            assertThat(URI.create(id).isAbsolute()).isTrue();
            assertThat(ids.add(id)).isTrue();
            Instant.parse(children(holder, "updated").findFirst().orElseThrow().getTextContent());
        }
        assertThat(ids).hasSize(3);
        assertThat(children(feed, "link")
                        .filter(link -> link.getAttribute("rel").equals("self")))
                .singleElement()
                .satisfies(self -> assertThat(self.getAttribute("href")).isEqualTo("http://localhost:8080" + path));
        children(feed, "entry").forEach(entry -> {
            assertThat(children(entry, "author").flatMap(author -> children(author, "name")))
                    .hasSize(1);
            assertThat(children(entry, "content"))
                    .singleElement()
                    .satisfies(
                            content -> assertThat(content.getAttribute("type")).isEqualTo("html"));
            assertThat(children(entry, "link")
                            .filter(link -> link.getAttribute("rel").equals("alternate")))
                    .hasSize(1);
        });
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> name.equals(node.getLocalName()))
                .map(Element.class::cast);
    }

    /** Every rule of JSON Feed 1.1 that a feed of ours can break. */
    @Test
    void theJsonFeedIsAsItsSpecificationSays() throws Exception {
        open(true, true);
        String path = "/feeds/newsletter/" + camille.slug() + ".json";
        var response = http.perform(get(path)).andReturn().getResponse();
        assertThat(response.getContentType()).startsWith("application/feed+json");
        JsonNode feed = JsonMapper.builder().build().readTree(response.getContentAsByteArray());
        assertThat(feed.get("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").stringValue()).isNotBlank();
        assertThat(feed.get("feed_url").stringValue()).isEqualTo("http://localhost:8080" + path);
        assertThat(feed.get("home_page_url").stringValue()).isEqualTo("http://localhost:8080" + letters);
        assertThat(feed.get("items")).hasSize(1);
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").stringValue()).isEqualTo(item.get("url").stringValue());
        assertThat(item.get("content_html").stringValue()).doesNotContain("<script");
        assertThat(Instant.parse(item.get("date_published").stringValue()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(item.get("authors").get(0).get("name").stringValue()).isEqualTo("Camille");
        assertThat(item.get("language").stringValue()).isEqualTo("fr");
    }

    /** Asked on one connection, which the database counts by itself. */
    @Test
    void theListOfAllLettersAsksTheDatabaseTheSameFewTimesHoweverManyThereAre() throws Exception {
        open(true, true);
        long one = statements(letters);
        for (int i = 0; i < 20; i++) {
            long issue = newsletter.begin(camille);
            var draft = new Draft("Letter " + i, "Words", Locale.ENGLISH, List.of(Block.text("Part", "Words")));
            newsletter.publish(camille, issue, newsletter.save(camille, issue, draft, 0));
        }
        assertThat(page(letters)).contains("Letter 0", "Letter 19", "The river");
        assertThat(statements(letters)).isEqualTo(one).isLessThanOrEqualTo(3);
    }

    private long statements(String path) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long before = asked();
            try {
                page(path);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return asked() - before - 1;
        }));
    }

    private long asked() {
        return jdbc.sql(
                        "SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    private void open(boolean isPublic, boolean archive) {
        jdbc.sql("UPDATE cluster SET is_public = ? WHERE id = ?")
                .params(isPublic, camille.cluster().value())
                .update();
        Look now = looks.of(camille.cluster());
        looks.change(camille, new Look(Look.Accent.GLASS, null, "", "", false, archive, now.version()));
    }

    private String page(String path) throws Exception {
        return http.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
