package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class CalendarFeedsTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;
    private Actor nadia;

    @BeforeEach
    void connect() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        nadia = fixtures.member(fixtures.animatorOfNewCluster(), "Nadia", null);
    }

    @Test
    void aCalendarProgramReadsTheFeedWithoutSigningIn() throws Exception {
        String address = path(feeds.renew(nadia.person()));
        http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().exists("ETag"))
                .andExpect(header().exists("Last-Modified"));
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        String address = path(feeds.renew(nadia.person()));
        var first = http.perform(get(address)).andReturn().getResponse();
        http.perform(get(address).header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        http.perform(get(address).header("If-Modified-Since", first.getHeader("Last-Modified")))
                .andExpect(status().isNotModified());
    }

    @Test
    void aRenewedAddressEndsTheOldOne() throws Exception {
        String old = path(feeds.renew(nadia.person()));
        String renewed = path(feeds.renew(nadia.person()));
        http.perform(get(old)).andExpect(status().isNotFound());
        http.perform(get(renewed)).andExpect(status().isOk());
    }

    @Test
    void aRevokedAddressIsGone() throws Exception {
        String address = path(feeds.renew(nadia.person()));
        feeds.revoke(nadia.person());
        http.perform(get(address)).andExpect(status().isNotFound());
        assertThat(feeds.state(nadia.person())).isEmpty();
    }

    @Test
    void anUnknownTokenIsNotFound() throws Exception {
        http.perform(get("/feeds/calendar/nobody.ics")).andExpect(status().isNotFound());
    }

    @Test
    void theDatabaseDoesNotKnowTheToken() {
        String address = feeds.renew(nadia.person());
        String token = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        byte[] kept = jdbc.sql("SELECT token_hash FROM calendar_feed WHERE person_id = ?")
                .param(nadia.person().value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token.substring(0, 20));
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }
}
