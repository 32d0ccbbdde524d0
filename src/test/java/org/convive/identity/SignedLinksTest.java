package org.convive.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignedLinksTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");

    @Autowired
    org.springframework.transaction.PlatformTransactionManager manager;

    @Autowired
    SignedLinks links;

    @Autowired
    LinkPages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasSignedIsReadBackOnEveryNode() {
        String token = links.token("test.answer", "42", "é|7", null);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(at(EVENING).read("test.answer", token)).isEqualTo(new SignedLinks.Good("42", "é|7", null));
    }

    @Test
    void noCharacterCanBeChanged() {
        String token = links.token("test.answer", "42", "7", EVENING);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(links.read("test.answer", changed)).isEqualTo(new SignedLinks.Forged());
        }
        assertThat(links.good("test.answer", token + "A")).isEmpty();
        assertThat(links.good("test.answer", token.substring(1))).isEmpty();
        assertThat(links.good("test.answer", "")).isEmpty();
        assertThat(links.good("test.answer", "é".repeat(60))).isEmpty();
    }

    @Test
    void aLinkForOneThingIsNoneForAnother() {
        assertThat(links.good("test.other", links.token("test.answer", "42"))).isEmpty();
    }

    @Test
    void aLinkIsGoodUntilItsEnd() {
        String token = links.token("test.answer", "42", "", EVENING);
        assertThat(at(EVENING.minusSeconds(1)).good("test.answer", token)).isPresent();
        assertThat(at(EVENING).read("test.answer", token)).isEqualTo(new SignedLinks.Expired("42", "", EVENING));
    }

    @Test
    void contentThatCouldBeReadInTwoWaysIsNotSigned() {
        assertThatThrownBy(() -> links.token("test.answer", "4\n2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> links.token("Test answer", "42")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalSaysInTheReadersLanguageWhatIsWrong() {
        var expired = pages.refusal(new SignedLinks.Expired("1", "", EVENING), Locale.FRENCH);
        assertThat(expired.getStatusCode()).isEqualTo(HttpStatus.GONE);
        assertThat(expired.getBody()).contains("lang=\"fr\"", "trop ancien");
        var forged = pages.refusal(new SignedLinks.Forged(), Locale.GERMAN);
        assertThat(forged.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(forged.getBody()).contains("lang=\"en\"", "not complete");
    }

    @Test
    void whatStandsOnAPageIsEscaped() {
        String page = pages.page(Locale.ENGLISH, "<b>")
                .paragraph("<script>alert(1)</script>")
                .form("/links/\"x", new LinkPages.Fields().text("n\"", "<i>", "\"><script>", 10), "<u>")
                .ok()
                .getBody();
        assertThat(page).doesNotContain("<script", "<b>", "<i>", "<u>", "\"x", "n\"\"");
    }

    private SignedLinks at(Instant moment) {
        return new SignedLinks(jdbc, manager, Clock.fixed(moment, ZoneOffset.UTC), "http://localhost:8080");
    }
}
