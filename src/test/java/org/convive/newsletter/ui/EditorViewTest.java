package org.convive.newsletter.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.testing.KaribuTest;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EditorViewTest extends KaribuTest {
    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    JdbcClient jdbc;

    Actor camille;
    Actor nadia;

    @BeforeEach
    void anAnimatorAtHerDesk() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        signIn(camille);
    }

    @Test
    void anAnimatorWritesALetterFromTheFeedAndPublishesIt() {
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter");
        button("Write a letter");
        _setValue(field("Title"), "Why the river will decide our summer");
        _get(BlockList.class).append(Block.Kind.TEXT);
        _setValue(field("Heading"), "Can you help?");
        _setValue(_find(MarkdownField.class).getLast(), "Laques Ombrine looks for a *second* spectrophotometer.");
        assertThat(_get(IFrame.class).getSrcdoc().orElseThrow()).contains("<em>second</em>", "Can you help?");
        assertThat(_get(IFrame.class).getSandbox().orElseThrow()).containsExactly(IFrame.SandboxType.RESTRICT_ALL);
        button("Send to 2 readers");
        assertThat(queries.published(nadia, 10)).isEmpty();
        ConfirmDialog ask = _get(ConfirmDialog.class);
        assertThat(ask.getElement().getOuterHTML()).contains("2 readers get it by e-mail now");
        ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
        assertThat(queries.published(nadia, 10))
                .singleElement()
                .satisfies(issue -> assertThat(issue.title()).isEqualTo("Why the river will decide our summer"));
        assertThat(_get(SendingPane.class).getElement().getOuterHTML())
                .contains("0 sent, 0 uncertain, 0 failed, 2 to go");
    }

    @Test
    void everythingTypedIsKept() {
        long issue = open();
        _setValue(field("Title"), "Half a title");
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter");
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        assertThat(field("Title").getValue()).isEqualTo("Half a title");
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwrittenAndWhatWasTypedStays() {
        long issue = open();
        newsletter.save(camille, issue, new Draft("Theirs", "", Locale.ENGLISH, List.of()), 0);
        _setValue(field("Title"), "Mine");
        assertThat(_get(Notice.class).getElement().getOuterHTML()).contains("Somebody else changed this letter");
        assertThat(field("Title").getValue()).isEqualTo("Mine");
        assertThat(queries.forWriting(camille, issue).content().title()).isEqualTo("Theirs");
        button("Load the newest");
        assertThat(field("Title").getValue()).isEqualTo("Theirs");
    }

    @Test
    void blocksAreMovedRemovedAndBroughtBack() {
        long issue = newsletter.begin(camille);
        newsletter.save(
                camille,
                issue,
                new Draft("T", "", Locale.ENGLISH, List.of(Block.text("One", ""), Block.text("Two", ""))),
                0);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        BlockList list = _get(BlockList.class);
        list.by(_find(BlockEditor.class).getLast(), -1);
        assertThat(titles(issue)).containsExactly("Two", "One");
        list.remove(_find(BlockEditor.class).getFirst());
        assertThat(titles(issue)).containsExactly("One");
        button("Undo");
        assertThat(titles(issue)).containsExactly("Two", "One");
    }

    @Test
    void aLetterWithoutATitleIsNotPublishedAndSaysWhy() {
        open();
        button("Send to 2 readers");
        ConfirmDialog ask = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
        assertThat(field("Title").isInvalid()).isTrue();
        assertThat(field("Title").getErrorMessage()).isEqualTo("Give the letter a title");
    }

    @Test
    void aTestGoesToTheWriter() {
        long issue = open();
        _setValue(field("Title"), "T");
        button("Send me a test");
        assertThat(queries.forWriting(camille, issue).tested()).isNotNull();
        assertThat(_get(Checklist.class).getElement().getOuterHTML()).contains("You sent it to yourself");
    }

    @Test
    void anAnimatorThrowsADraftAwayOnlyWhenSure() {
        open();
        button("Throw away");
        ConfirmDialog ask = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
        assertThat(queries.drafts(camille)).isEmpty();
        assertThat(_find(FeedView.class)).hasSize(1);
    }

    @Test
    void anUncertainMessageIsSentAgainFromTheLedger() {
        long issue = newsletter.begin(camille);
        int version = newsletter.save(camille, issue, new Draft("T", "I", Locale.ENGLISH, List.of()), 0);
        newsletter.publish(camille, issue, version);
        jdbc.sql("UPDATE mail_delivery SET state = 'UNCERTAIN' WHERE address = ?")
                .param(nadia.email().value())
                .update();
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        assertThat(_get(SendingPane.class).getElement().getOuterHTML())
                .contains("1 uncertain", "We never send it twice by ourselves");
        button("Open the ledger");
        assertThat(_find(LedgerDialog.class)).hasSize(1);
        newsletter.resend(
                camille, issue, queries.ledger(camille, issue, 0, 10).getFirst().id());
        assertThat(queries.progress(camille, issue).uncertain()).isZero();
    }

    private List<String> titles(long issue) {
        return queries.forWriting(camille, issue).content().blocks().stream()
                .map(Block::title)
                .toList();
    }

    private long open() {
        long issue = newsletter.begin(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        return issue;
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
