package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.convive.identity.Actor;
import org.convive.identity.SignedLinks;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Document;

@PortalTest
class NewsletterLinksTest {
    @Autowired
    WebApplicationContext context;

    @Autowired
    Fixtures fixtures;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Looks looks;

    @Autowired
    SignedLinks links;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;
    private Actor camille;
    private Actor nadia;

    @BeforeEach
    void aReader() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void lookingAtTheUnsubscribePageChangesNothing() throws Exception {
        http.perform(get(unsubscribe(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(nadia.email().value())))
                .andExpect(content().string(containsString("<form method=\"post\"")));
        assertThat(queries.subscribed(nadia)).isTrue();
    }

    @Test
    void oneClickUnsubscribesWithoutSignInAndCanBeTakenBack() throws Exception {
        http.perform(post(unsubscribe(nadia))
                        .contentType("application/x-www-form-urlencoded")
                        .content("List-Unsubscribe=One-Click"))
                .andExpect(status().isOk());
        assertThat(queries.subscribed(nadia)).isFalse();
        assertThat(queries.subscribed(camille)).isTrue();
        http.perform(post(unsubscribe(nadia).replace("unsubscribe", "subscribe")))
                .andExpect(status().isOk());
        assertThat(queries.subscribed(nadia)).isTrue();
    }

    @Test
    void aLinkThatWasChangedIsRefused() throws Exception {
        String genuine = token(Purposes.UNSUBSCRIBE, nadia);
        String other = token(Purposes.UNSUBSCRIBE, camille);
        String forged = other.substring(0, other.length() - 43) + genuine.substring(genuine.length() - 43);
        for (String token : List.of(
                forged, genuine + "x", "1-2-3", "nonsense", "1-2-" + "A".repeat(5000), token(Purposes.FEED, nadia))) {
            http.perform(post("/links/unsubscribe/" + token)).andExpect(status().isNotFound());
        }
        assertThat(queries.subscribed(nadia)).isTrue();
        assertThat(queries.subscribed(camille)).isTrue();
    }

    @Test
    void theFeedIsAtomForMembersByTheirOwnAddress() throws Exception {
        publish("Why the river \u0001 <script>", "Words & **more** <img src=x onerror=alert(1)>");
        byte[] body = http.perform(get("/" + newsletter.feedPath(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/atom+xml;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        String atom = "http://www.w3.org/2005/Atom";
        for (String needed : List.of("id", "title", "updated", "entry", "author", "content", "published")) {
            assertThat(feed.getElementsByTagNameNS(atom, needed).getLength()).isPositive();
        }
        assertThat(feed.getElementsByTagNameNS(atom, "title").item(1).getTextContent())
                .isEqualTo("Why the river  <script>");
        assertThat(feed.getElementsByTagNameNS(atom, "content").item(0).getTextContent())
                .contains("<strong>more</strong>", "&lt;img")
                .doesNotContain("<img");
    }

    @Test
    void aFeedThatDidNotChangeIsNotSentAgain() throws Exception {
        String etag = http.perform(get("/" + newsletter.feedPath(nadia)))
                .andExpect(header().exists("ETag"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        http.perform(get("/" + newsletter.feedPath(nadia)).header("If-None-Match", etag))
                .andExpect(status().isNotModified());
        publish("New", "Words");
        http.perform(get("/" + newsletter.feedPath(nadia)).header("If-None-Match", etag))
                .andExpect(status().isOk());
    }

    @Test
    void theFeedByNameIsThereForPublicClustersOnly() throws Exception {
        String byName = "/feeds/newsletter/" + nadia.slug() + ".atom";
        http.perform(get(byName)).andExpect(status().isNotFound());
        looks.change(camille, new Look(Look.Accent.GLASS, null, "", "", false, true, 0));
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(nadia.cluster().value())
                .update();
        http.perform(get(byName)).andExpect(status().isOk());
    }

    @Test
    void whoLeftTheClusterReadsItsFeedNoMore() throws Exception {
        String path = "/" + newsletter.feedPath(nadia);
        jdbc.sql("DELETE FROM membership WHERE person_id = ?")
                .param(nadia.person().value())
                .update();
        http.perform(get(path)).andExpect(status().isNotFound());
    }

    @Test
    void picturesOfLettersNeedTheirSignature() throws Exception {
        http.perform(get("/links/pictures/1")).andExpect(status().isNotFound());
        http.perform(get("/links/pictures/1-abc")).andExpect(status().isNotFound());
    }

    private String unsubscribe(Actor reader) {
        return "/links/unsubscribe/" + token(Purposes.UNSUBSCRIBE, reader);
    }

    private String token(String purpose, Actor reader) {
        return links.token(
                purpose,
                Long.toString(reader.cluster().value()),
                purpose.equals(Purposes.UNSUBSCRIBE)
                        ? "m" + reader.person() + ".0"
                        : Long.toString(reader.person().value()),
                null);
    }

    private void publish(String title, String words) {
        long issue = newsletter.begin(camille);
        int version = newsletter.save(camille, issue, new Draft(title, words, Locale.ENGLISH, List.of()), 0);
        newsletter.publish(camille, issue, version);
    }
}
