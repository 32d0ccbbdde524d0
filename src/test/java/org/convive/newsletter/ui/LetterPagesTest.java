package org.convive.newsletter.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.testing.KaribuTest;
import org.convive.uikit.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LetterPagesTest extends KaribuTest {
    private static final String EVIL = "<img src=x onerror=alert(1)>";

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    NewestLetter newestLetter;

    Actor camille;
    Actor nadia;

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aMemberReadsTheNewestLetterAndSeesNoDraft() {
        publish("Why the river will decide our summer");
        newsletter.begin(camille);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter");
        assertThat(_get(H1.class).getText()).isEqualTo("Newsletter");
        assertThat(html(FeedView.class))
                .contains("Why the river will decide our summer", "Camille, letter 1, today", "not read yet")
                .doesNotContain("Write a letter", "Being written");
    }

    @Test
    void aClusterWithoutLettersSaysSo() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter");
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void openingALetterMakesItRead() {
        long issue = publish("The river");
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue);
        assertThat(_get(H1.class).getText()).isEqualTo("The river");
        assertThat(_get(IssueView.class).getPageTitle()).isEqualTo("The river · " + nadia.clusterName());
        assertThat(html(IssueArticle.class)).contains("1 minute", "<em>low</em>", "In this letter");
        assertThat(queries.unread(nadia)).isZero();
    }

    @Test
    void aReaderKeepsALetterThanksForItAndWritesBack() {
        long issue = publish("The river");
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue);
        button("Keep");
        button("Thank Camille");
        assertThat(html(Regards.class)).contains("One says thank you", "One colleague has read it here");
        button("Write to Camille");
        button("Send");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "See you at the supper.");
        button("Send");
        UI.getCurrent().navigate(Pages.feed(nadia), QueryParameters.of("show", "kept"));
        assertThat(html(IssueList.class)).contains("The river");
        signIn(camille);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue + "/edit");
        assertThat(html(RepliesPane.class)).contains("One reply", "See you at the supper.", "Nadia");
        signIn(fixtures.member(camille, "Otto", null));
        UI.getCurrent().navigate(Pages.feed(nadia), QueryParameters.of("show", "kept"));
        assertThat(html(FeedView.class)).contains("No letter kept yet");
    }

    @Test
    void aReaderGetsTheEditionOfTheirLanguageAndReachesTheOther() {
        long issue = newsletter.begin(camille);
        var draft = new Draft(
                "The river",
                "Low.",
                Locale.ENGLISH,
                List.of(
                        Block.empty(Block.Kind.QUOTE)
                                .with(new Block.Words("Thierry", "We stopped drinking it.", "", "")),
                        Block.empty(Block.Kind.FIGURES).with(new Block.Words("", "412 hours", "", "")),
                        Block.empty(Block.Kind.COLUMNS).with(new Block.Words("", "Left side", "Right side", "")),
                        Block.empty(Block.Kind.BUTTON)
                                .with(new Block.Words("More", "", "", ""))
                                .link("https://example.org"),
                        Block.empty(Block.Kind.DIVIDER)),
                new Draft.Opening("La rivière", "Basse."));
        newsletter.publish(camille, issue, newsletter.save(camille, issue, draft, 0));
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue);
        assertThat(_get(H1.class).getText()).isEqualTo("The river");
        assertThat(html(IssueArticle.class))
                .contains("en français", "Thierry", "412", "Left side", "Right side", "https://example.org");
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue, QueryParameters.of("lang", "fr"));
        assertThat(_get(H1.class).getText()).isEqualTo("La rivière");
    }

    @Test
    void whatSomebodyTypedIsShownAsText() {
        long issue = publish(EVIL);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue);
        assertThat(_get(H1.class).getText()).isEqualTo(EVIL);
        assertThat(html(IssueView.class)).doesNotContain("<img src=\"x\"", "<img src=x");
    }

    @Test
    void theArchiveIsSearchedAndTheSearchIsInTheAddress() {
        publish("The river");
        signIn(nadia);
        UI.getCurrent().navigate(Pages.feed(nadia), QueryParameters.of("q", "nothing"));
        assertThat(_get(TextField.class).getValue()).isEqualTo("nothing");
        assertThat(_find(IssueList.class)).isEmpty();
        _setValue(_get(TextField.class), "RIVER");
        assertThat(html(IssueList.class)).contains("The river");
        assertThat(_get(TextField.class).getValue()).isEqualTo("RIVER");
    }

    @Test
    void aReaderStopsTheMailsAndTakesThatBack() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter");
        button("Stop the e-mails");
        assertThat(queries.subscribed(nadia)).isFalse();
        button("Undo");
        assertThat(queries.subscribed(nadia)).isTrue();
    }

    @Test
    void aStrangerReadsNothing() {
        long issue = publish("The river");
        signIn(fixtures.animatorOfNewCluster());
        for (String page : List.of("", "/" + issue, "/" + issue + "/edit")) {
            UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter" + page);
            assertThat(_find(FeedView.class)).isEmpty();
            assertThat(_find(IssueView.class)).isEmpty();
            assertThat(_find(EditorView.class)).isEmpty();
        }
    }

    @Test
    void aDraftIsNoPageForReaders() {
        long draft = newsletter.begin(camille);
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + draft);
        assertThat(_find(IssueView.class)).isEmpty();
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + draft + "/edit");
        assertThat(_find(EditorView.class)).isEmpty();
    }

    @Test
    void theNewestLetterStandsOnThePageToday() {
        assertThat(newestLetter.render(nadia)).isEmpty();
        publish("The river");
        signIn(nadia);
        assertThat(newestLetter.render(nadia).orElseThrow().getElement().getOuterHTML())
                .contains("From the cluster", "The river", "Camille, 1 minute");
        assertThat(newestLetter.waiting(nadia)).isEqualTo(1);
        assertThat(newestLetter.search(nadia, "river", 5)).hasSize(1);
    }

    @Test
    void everythingIsSaidInFrench() {
        long issue = publish("La rivière");
        signIn(camille);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter");
        assertThat(_get(H1.class).getText()).isEqualTo("Lettre d’information");
        assertThat(html(FeedView.class))
                .contains("Écrire une lettre", "Arrêter les courriels", "aujourd’hui")
                .doesNotContain("!newsletter.");
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + issue + "/edit");
        assertThat(html(EditorView.class)).contains("Ouvrir le registre").doesNotContain("!newsletter.");
        UI.getCurrent().navigate("c/" + nadia.slug() + "/newsletter/" + newsletter.begin(camille) + "/edit");
        assertThat(html(EditorView.class))
                .contains("Avant l’envoi", "Envoyer à 2 lecteurs")
                .doesNotContain("!newsletter.");
        assertThat(_find(H2.class)).isNotEmpty();
    }

    private long publish(String title) {
        long issue = newsletter.begin(camille);
        var draft = new Draft(
                title,
                "The Orsenne is *low*.",
                Locale.ENGLISH,
                List.of(Block.text("Can you help?", EVIL), Block.text("Welcome", "Ateliers Vitrelune")));
        int version = newsletter.save(camille, issue, draft, 0);
        newsletter.publish(camille, issue, version);
        return issue;
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String html(Class<? extends Component> view) {
        return _get(view).getElement().getOuterHTML();
    }
}
