package org.convive.newsletter.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.mail.Suppressions;
import org.convive.newsletter.Block;
import org.convive.newsletter.NewsletterService;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class ReadersTest {
    private static final Pattern CONFIRM = Pattern.compile("/links/letters/confirm/[A-Za-z0-9_-]+");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Readers readers;

    @Autowired
    ReaderFiles files;

    @Autowired
    Consents consents;

    @Autowired
    Suppressions suppressions;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;
    private Actor camille;
    private Actor nadia;
    private String outsider;

    @BeforeEach
    void aCluster() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        outsider = "outsider" + System.nanoTime() + "@test.example";
    }

    @Test
    void membersReadWithoutDoingAnythingAndOutsidersOnlyOnceTheyHaveConfirmed() throws Exception {
        assertThat(addresses())
                .containsExactlyInAnyOrder(
                        camille.email().value(), nadia.email().value());
        http.perform(post("/links/letters/join/" + camille.slug())
                        .param("email", outsider.toUpperCase(Locale.ROOT))
                        .param("name", "Olga")
                        .param("language", "fr"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(outsider)));
        assertThat(addresses()).doesNotContain(outsider);
        String link = confirmLink();
        http.perform(get(link)).andExpect(status().isOk());
        assertThat(addresses()).doesNotContain(outsider);
        http.perform(post(link)).andExpect(status().isOk());
        http.perform(post(link)).andExpect(status().isOk());
        assertThat(addresses()).contains(outsider);
        assertThat(consents.all(camille.cluster()).get(outsider))
                .extracting(Consents.Entry::deed)
                .containsExactly(Consents.Deed.ASKED, Consents.Deed.CONFIRMED);
    }

    @Test
    void whoAsksAgainAndAgainMakesUsWriteOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            http.perform(post("/links/letters/join/" + camille.slug()).param("email", outsider))
                    .andExpect(status().isOk());
        }
        assertThat(confirmations()).isEqualTo(1);
    }

    @Test
    void aWrongAddressIsToldAndWhatWasTypedStays() throws Exception {
        http.perform(post("/links/letters/join/" + camille.slug())
                        .param("email", "olga@")
                        .param("name", "Olga"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"olga@\"")));
    }

    @Test
    void aClusterThatIsNotPublicTakesNoOutsiders() throws Exception {
        jdbc.sql("UPDATE cluster SET is_public = FALSE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        http.perform(get("/links/letters/join/" + camille.slug())).andExpect(status().isNotFound());
    }

    @Test
    void aReaderChoosesHowOftenAndAboutWhatWithoutSigningIn() throws Exception {
        String path = "/" + newsletter.choicesPath(nadia);
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"EACH\" checked")));
        http.perform(post(path)
                        .param("frequency", "CONCERNS_ME")
                        .param("topic", "MEANS", "HELP")
                        .param("language", "fr"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("lang=\"fr\"")));
        Reader reader =
                readers.get(nadia.cluster(), ReaderId.of(nadia.person())).orElseThrow();
        assertThat(reader.preferences())
                .isEqualTo(
                        new Preferences(true, Frequency.CONCERNS_ME, Locale.FRENCH, Set.of(Topic.MEANS, Topic.HELP)));
        assertThat(reader.wants(List.of(Block.text("Words", "")))).isFalse();
        assertThat(reader.wants(List.of(Block.empty(Block.Kind.NEED)))).isTrue();
        http.perform(post(path).param("frequency", "NONE")).andExpect(status().isOk());
        assertThat(addresses()).doesNotContain(nadia.email().value());
        http.perform(post(path + "x").param("frequency", "EACH")).andExpect(status().isNotFound());
        assertThat(addresses()).doesNotContain(nadia.email().value());
    }

    @Test
    void whatIsAboutOnesOwnCompanyConcernsOne() {
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        readers.choose(
                helene.cluster(),
                ReaderId.of(helene.person()),
                new Preferences(true, Frequency.CONCERNS_ME, Locale.ENGLISH, Set.of()),
                false);
        Reader reader =
                readers.get(helene.cluster(), ReaderId.of(helene.person())).orElseThrow();
        long own = helene.requireOrganisation().value();
        assertThat(reader.wants(List.of(Block.card(Block.Kind.ORGANISATION, own, "", ""))))
                .isTrue();
        assertThat(reader.wants(List.of(Block.card(Block.Kind.ORGANISATION, own + 1, "", ""))))
                .isFalse();
    }

    @Test
    void anImportAsksEachToConfirmAndSaysWhichLinesAreWrong() {
        String bad = "bad" + System.nanoTime() + "@test.example";
        suppressions.add(new EmailAddress(bad), Suppressions.Reason.HARD_BOUNCE, "5.1.1");
        String file = "\uFEFFEmail;Name;Language\r\n" + outsider + ";Olga;fr\r\nnobody;X;fr\r\n" + nadia.email()
                + ";Nadia;fr\r\n" + bad + ";B;fr\r\n" + outsider + ";Olga;fr\r\n";
        assertThatThrownBy(() -> take(file, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKey("consent"));
        ReaderFiles.Report report = take(file, "Stand at the fair, 3 March");
        assertThat(report.asked()).isEqualTo(1);
        assertThat(report.known()).isEqualTo(2);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.wrong()).containsValue("nobody").hasSize(1);
        assertThat(addresses()).doesNotContain(outsider);
        assertThat(confirmations()).isEqualTo(1);
        assertThat(new String(files.export(camille), StandardCharsets.UTF_8))
                .contains(
                        outsider,
                        "IMPORTED ANIMATOR Stand at the fair, 3 March",
                        nadia.email().value());
        jdbc.sql("DELETE FROM newsletter_outsider WHERE cluster_id = ? AND email = ?")
                .params(camille.cluster().value(), outsider)
                .update();
        assertThat(new String(files.export(camille), StandardCharsets.UTF_8).lines())
                .as("what somebody agreed to who reads no more")
                .anyMatch(line -> line.startsWith(outsider) && line.contains("GONE") && line.contains("IMPORTED"));
        assertThatThrownBy(() -> take("name\nOlga\n", "x")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void onlyAnAnimatorOfTheReadersClusterSaysThatTheirMailboxWorksAgain() {
        suppressions.add(nadia.email(), Suppressions.Reason.HARD_BOUNCE, "5.1.1");
        Reader reader = readers.find(camille, nadia.email().value(), 0, 1).getFirst();
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> readers.mailAgain(nadia, reader.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> readers.mailAgain(otto, reader.id())).isInstanceOf(NotFoundException.class);
        assertThat(suppressions.among(List.of(nadia.email().value()))).isNotEmpty();

        readers.mailAgain(camille, reader.id());

        assertThat(suppressions.among(List.of(nadia.email().value()))).isEmpty();
    }

    @Test
    void whoAskedForNoMailIsNotMailedAgainOnTheWordOfAnAnimator() {
        suppressions.add(nadia.email(), Suppressions.Reason.PERSON, "asked");
        readers.mailAgain(
                camille,
                readers.find(camille, nadia.email().value(), 0, 1).getFirst().id());
        assertThat(suppressions.among(List.of(nadia.email().value()))).isNotEmpty();
    }

    @Test
    void aStrangerCannotMakeThePortalWriteToOneAddressAfterTheOther() throws Exception {
        for (int i = 0; i < Readers.MOST_AN_HOUR; i++) {
            readers.ask(camille.cluster(), new EmailAddress(i + outsider), "", Locale.ENGLISH, null);
        }
        http.perform(post("/links/letters/join/" + camille.slug()).param("email", outsider))
                .andExpect(status().is(429))
                .andExpect(content().string(containsString("value=\"" + outsider + "\"")));
        assertThat(readers.find(camille, outsider, 0, 1000)).hasSize(Readers.MOST_AN_HOUR);
    }

    @Test
    void whoeverAsksForManyAddressesFromOnePlaceIsTurnedAwayWhileOthersAreNot() throws Exception {
        String crowd = "2001:db8:" + Long.toHexString(System.nanoTime() & 0xffff) + ":7::";
        for (int i = 0; i < ReaderLinks.MOST_OF_A_CALLER; i++) {
            join(crowd + i, i + outsider).andExpect(status().isOk());
        }
        join(crowd + "ffff", outsider)
                .andExpect(status().is(429))
                .andExpect(header().string("Retry-After", "3600"))
                .andExpect(content().string(containsString("value=\"" + outsider + "\"")));
        assertThat(confirmations()).isZero();
        join("198.51.100.7", outsider).andExpect(status().isOk());
        assertThat(confirmations()).isEqualTo(1);
    }

    private ResultActions join(String caller, String email) throws Exception {
        return http.perform(post("/links/letters/join/" + camille.slug())
                .with(request -> {
                    request.setRemoteAddr(caller);
                    return request;
                })
                .param("email", email));
    }

    @Test
    void anExportHoldsNothingThatASpreadsheetWouldCalculate() {
        readers.ask(camille.cluster(), new EmailAddress(outsider), "=HYPERLINK(1)", Locale.ENGLISH, camille);
        assertThat(new String(files.export(camille), StandardCharsets.UTF_8)).contains("'=HYPERLINK(1)");
    }

    @Test
    void onlyAnimatorsSeeReadersAndOnlyTheirOwn() {
        readers.ask(camille.cluster(), new EmailAddress(outsider), "Olga", Locale.ENGLISH, camille);
        Reader olga = readers.find(camille, outsider, 0, 10).getFirst();
        assertThatThrownBy(() -> readers.find(nadia, "", 0, 10)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.export(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> take(nadia, "email\n", "x")).isInstanceOf(AccessDeniedException.class);
        Actor otto = fixtures.animatorOfNewCluster();
        assertThat(readers.find(otto, outsider, 0, 10)).isEmpty();
        assertThatThrownBy(() -> readers.remove(otto, olga.id())).isInstanceOf(NotFoundException.class);
    }

    private ReaderFiles.Report take(String file, String consent) {
        return take(camille, file, consent);
    }

    private ReaderFiles.Report take(Actor by, String file, String consent) {
        return files.take(by, file.getBytes(StandardCharsets.UTF_8), consent);
    }

    private List<String> addresses() {
        return readers.reached(camille.cluster()).stream().map(Reader::email).toList();
    }

    private int confirmations() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE address = ?")
                .param(outsider)
                .query(Integer.class)
                .single();
    }

    private String confirmLink() {
        String text = jdbc.sql("""
                        SELECT l.body_text FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE d.address = ?""").param(outsider).query(String.class).single();
        var matcher = CONFIRM.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
