package org.convive.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.testing.TestNotices.BOTH;
import static org.convive.testing.TestNotices.PORTAL_ONLY;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.NotFoundException;
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

@PortalTest
class NoticesTest {
    @Autowired
    Notices notices;

    @Autowired
    Choices choices;

    @Autowired
    NoticeMail mail;

    @Autowired
    Sentences sentences;

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Memberships memberships;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WebApplicationContext context;

    private Actor camille;
    private Actor nadia;

    @BeforeEach
    void aMember() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aPersonIsToldInThePortalAndByMail() {
        assertThat(notices.tell(notice(BOTH, "page/one"))).isTrue();
        assertThat(notices.unread(nadia)).isEqualTo(1);
        NoticeLine line = notices.mine(nadia, true, 0, 10).getFirst();
        assertThat(line.title()).isEqualTo("You will be told: the supper");
        assertThat(mailed()).isEqualTo(1);
        assertThat(letterText())
                .contains("You will be told: the supper")
                .contains("http://localhost:8080/page/one")
                .contains("/links/notices/");
    }

    @Test
    void aKindThatIsUsuallyNotMailedIsNotMailed() {
        notices.tell(notice(PORTAL_ONLY, "page/one"));
        assertThat(notices.unread(nadia)).isEqualTo(1);
        assertThat(mailed()).isZero();
    }

    @Test
    void whoSwitchedAKindOffIsNotToldThatWay() {
        choices.choose(nadia.person(), BOTH.key(), Way.MAIL, false);
        notices.tell(notice(BOTH, "page/one"));
        assertThat(mailed()).isZero();
        assertThat(notices.unread(nadia)).isEqualTo(1);
        choices.choose(nadia.person(), BOTH.key(), Way.PORTAL, false);
        assertThat(notices.tell(notice(BOTH, "page/two"))).isFalse();
        assertThat(notices.unread(nadia)).isEqualTo(1);
    }

    @Test
    void theSameThingIsToldOnce() {
        assertThat(notices.tell(notice(BOTH, "page").once("supper:1"))).isTrue();
        assertThat(notices.tell(notice(BOTH, "page").once("supper:1"))).isFalse();
        assertThat(notices.tell(notice(BOTH, "page").once("supper:2"))).isTrue();
        assertThat(notices.unread(nadia)).isEqualTo(2);
        assertThat(mailed()).isEqualTo(2);
    }

    @Test
    void nothingIsToldWhenTheDeedIsNotDone() {
        transaction.executeWithoutResult(status -> {
            notices.tell(notice(BOTH, "page"));
            status.setRollbackOnly();
        });
        assertThat(notices.unread(nadia)).isZero();
        assertThat(mailed()).isZero();
    }

    @Test
    void whoLeftTheClusterIsToldNothing() {
        Actor otto = fixtures.animatorOfNewCluster();
        Notice stray = Notice.of(
                camille.cluster(), otto.person(), BOTH, Message.of("notices.choices.on", "the supper"), "page");
        assertThat(notices.tell(stray)).isFalse();
    }

    @Test
    void aNoticeIsInTheLanguageInWhichItIsRead() {
        Instant at = Instant.parse("2026-03-19T17:30:00Z");
        notices.tell(Notice.of(nadia.cluster(), nadia.person(), BOTH, Message.of("notices.choices.on", at), "page"));
        assertThat(notices.mine(nadia, false, 0, 1).getFirst().title()).contains("Thursday 19 March, 18:30");
        accounts.speak(nadia.person(), Locale.FRENCH);
        Actor french = actors.member(nadia.person(), nadia.cluster()).orElseThrow();
        assertThat(notices.mine(french, false, 0, 1).getFirst().title())
                .startsWith("Vous serez informé")
                .contains("jeudi 19 mars");
    }

    @Test
    void moneyAndSentencesWithinSentencesAreSaidInTheReadersLanguage() {
        Message nested = Message.of("notices.choices.on", Message.of("notices.choices.off", Money.of(18_000, "EUR")));
        assertThat(sentences.say(nested, Locale.ENGLISH, ZoneId.of("Europe/Paris")))
                .isEqualTo("You will be told: You will not be told any more: €180");
    }

    @Test
    void nobodyReadsOrMarksTheNoticesOfSomebodyElse() {
        notices.tell(notice(BOTH, "page"));
        long id = notices.mine(nadia, true, 0, 1).getFirst().id();
        assertThatThrownBy(() -> notices.open(camille, id)).isInstanceOf(NotFoundException.class);
        Actor elsewhere = fixtures.animatorOfNewCluster();
        memberships.admit(elsewhere, nadia.person(), null, org.convive.identity.Role.MEMBER);
        Actor abroad = actors.member(nadia.person(), elsewhere.cluster()).orElseThrow();
        assertThatThrownBy(() -> notices.open(abroad, id)).isInstanceOf(NotFoundException.class);
        notices.mark(camille, List.of(id), true);
        assertThat(notices.unread(nadia)).isEqualTo(1);
        assertThat(notices.unread(abroad)).isZero();
    }

    @Test
    void theLinkInTheMailShowsFirstAndSwitchesOffWhenPosted() throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String path = URI.create(mail.switchOffUrl(nadia.person(), BOTH)).getPath();
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<form method=\"post\"")));
        assertThat(choices.wants(nadia.person(), BOTH, Way.MAIL)).isTrue();
        http.perform(post(path)).andExpect(status().isOk());
        assertThat(choices.wants(nadia.person(), BOTH, Way.MAIL)).isFalse();
        assertThat(choices.wants(nadia.person(), BOTH, Way.PORTAL)).isTrue();
        http.perform(post(path + "?on=true")).andExpect(status().isOk());
        assertThat(choices.wants(nadia.person(), BOTH, Way.MAIL)).isTrue();
        http.perform(post(path + "x")).andExpect(status().isNotFound());
    }

    private Notice notice(NoticeKind kind, String href) {
        return Notice.of(nadia.cluster(), nadia.person(), kind, Message.of("notices.choices.on", "the supper"), href);
    }

    private long mailed() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE address = ?")
                .param(nadia.email().value())
                .query(Long.class)
                .single();
    }

    private String letterText() {
        return jdbc.sql("SELECT l.body_text FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id"
                        + " WHERE d.address = ?")
                .param(nadia.email().value())
                .query(String.class)
                .single();
    }
}
