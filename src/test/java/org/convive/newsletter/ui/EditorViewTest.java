package org.convive.newsletter.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.convive.directory.OrganisationKind;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.IssueDesk;
import org.convive.newsletter.KeptBlocks;
import org.convive.newsletter.Look;
import org.convive.newsletter.Looks;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Publications;
import org.convive.newsletter.Template;
import org.convive.newsletter.Templates;
import org.convive.notices.Notices;
import org.convive.testing.KaribuTest;
import org.convive.uikit.MarkdownField;
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
    IssueDesk desk;

    @Autowired
    KeptBlocks kept;

    @Autowired
    Looks looks;

    @Autowired
    Templates templates;

    @Autowired
    Accounts accounts;

    @Autowired
    Publications publications;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

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
        _get(BlockList.class).append(Block.empty(Block.Kind.TEXT));
        _setValue(field("Heading"), "Can you help?");
        _setValue(_find(MarkdownField.class).getLast(), "Laques Ombrine looks for a *second* spectrophotometer.");
        assertThat(_get(IFrame.class).getSrcdoc().orElseThrow()).contains("<em>second</em>", "Can you help?");
        assertThat(_get(IFrame.class).getSandbox().orElseThrow()).containsExactly(IFrame.SandboxType.ALLOW_SAME_ORIGIN);
        button("Send to 2 readers");
        assertThat(queries.published(nadia, 10)).isEmpty();
        ConfirmDialog ask = _get(ConfirmDialog.class);
        assertThat(ask.getElement().getOuterHTML()).contains("2 readers get it by e-mail now");
        ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
        addressed();
        assertThat(queries.published(nadia, 10))
                .singleElement()
                .satisfies(issue -> assertThat(issue.title()).isEqualTo("Why the river will decide our summer"));
        assertThat(_get(SendingPane.class).getElement().getOuterHTML())
                .contains("0 sent, 0 uncertain, 0 failed, 0 came back, 2 to go");
    }

    /** Two thousand readers are put in the ledger while the page stays free, and may be left. */
    @Test
    void whileALetterIsAddressedItsWriterIsFreeToGo() throws Exception {
        long issue = open();
        _setValue(field("Title"), "The river");
        _setValue(_find(MarkdownField.class).getFirst(), "It is low.");
        button("Send to 2 readers");
        ConfirmDialog ask = _get(ConfirmDialog.class);
        try (Connection another = source.getConnection()) {
            another.setAutoCommit(false);
            try (var held = another.prepareStatement("SELECT id FROM newsletter_issue WHERE id = ? FOR UPDATE")) {
                held.setLong(1, issue);
                held.executeQuery();
            }
            // The issue cannot be published yet, and still this comes back.
            ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
            assertThat(_get(DeparturePane.class).getElement().getTextRecursively())
                    .contains("addressed to 2 readers");
            MockVaadin.clientRoundtrip(false);
            assertThat(UI.getCurrent().getPollInterval())
                    .as("looks how it goes")
                    .isPositive();
            UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter");
            assertThat(queries.published(nadia, 10)).isEmpty();
            UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
            _get(DeparturePane.class);
            another.rollback();
        }
        addressed();
        assertThat(queries.published(nadia, 10)).hasSize(1);
        assertThat(_get(SendingPane.class).getElement().getOuterHTML()).contains("2 to go");
    }

    /** What cannot leave is told, and stays a draft. */
    @Test
    void aLetterThatReachesNobodyStaysADraftAndItsWriterIsTold() {
        long issue = open();
        _setValue(field("Title"), "The river");
        _setValue(_find(MarkdownField.class).getFirst(), "It is low.");
        jdbc.sql(
                        "UPDATE newsletter_issue SET segment = '{\"kinds\":[],\"competences\":[\"Nothing\"],\"occasions\":[],\"topics\":[]}'"
                                + " WHERE id = ?")
                .param(issue)
                .update();
        publications.begin(camille, issue, queries.forWriting(camille, issue).version());
        UI.getCurrent().refreshCurrentRoute(false);
        addressed();
        assertThat(queries.published(nadia, 10)).isEmpty();
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        assertThat(html(_get(Notification.class))).contains("Nobody");
        _get(DraftDesk.class);
    }

    /** The page looks now and then whether the letter has left. */
    private void addressed() {
        await().until(this::nothingIsUnderWay);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
    }

    private boolean nothingIsUnderWay() {
        return jdbc
                .sql("SELECT id FROM newsletter_issue WHERE cluster_id = ?")
                .param(camille.cluster().value())
                .query(Long.class)
                .list()
                .stream()
                .noneMatch(publications::isUnderWay);
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
    void twoWritersChangesOfDifferentPartsAreJoined() {
        long issue = newsletter.begin(camille);
        Block help = Block.text("Can you help?", "A second spectrophotometer.");
        var begun = new Draft("The river", "It is low.", Locale.ENGLISH, List.of(help));
        newsletter.save(camille, issue, begun, 0);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        desk.keep(
                otto(),
                issue,
                begun,
                begun.with(List.of(help.with(new Block.Words("Can you help?", "Two of them.", "", "")))),
                1);
        _setValue(field("Title"), "The river is low");
        Draft kept = queries.forWriting(camille, issue).content();
        assertThat(kept.title()).isEqualTo("The river is low");
        assertThat(kept.blocks().getFirst().body()).isEqualTo("Two of them.");
        assertThat(_find(ClashNotice.class)).isEmpty();
    }

    @Test
    void whereBothChangedTheSameWordsNothingIsLostAndAPersonDecides() {
        long issue = open();
        newsletter.save(camille, issue, new Draft("Theirs", "", Locale.ENGLISH, List.of()), 0);
        _setValue(field("Title"), "Mine");
        assertThat(_get(ClashNotice.class).getElement().getOuterHTML()).contains("Opening", "Theirs");
        assertThat(queries.forWriting(camille, issue).content().title()).isEqualTo("Mine");
        button("Take theirs");
        assertThat(field("Title").getValue()).isEqualTo("Theirs");
        assertThat(queries.forWriting(camille, issue).content().title()).isEqualTo("Theirs");
    }

    @Test
    void anUndoTakesBackMyOwnDeedAndARedoDoesItAgain() {
        long issue = open();
        _get(BlockList.class).append(Block.text("One", ""));
        _get(BlockList.class).append(Block.text("Two", ""));
        DraftDesk writing = _get(DraftDesk.class);
        writing.undo();
        assertThat(titles(issue)).containsExactly("One");
        Draft now = queries.forWriting(camille, issue).content();
        desk.keep(otto(), issue, now, new Draft("Otto's", "", Locale.ENGLISH, now.blocks()), 3);
        writing.undo();
        assertThat(titles(issue)).isEmpty();
        assertThat(queries.forWriting(camille, issue).content().title()).isEqualTo("Otto's");
        writing.redo();
        writing.redo();
        assertThat(titles(issue)).containsExactly("One", "Two");
    }

    @Test
    void theSecondLanguageIsWrittenBesideTheFirst() {
        long issue = open();
        _setValue(field("Title"), "The river");
        _get(BlockList.class).append(Block.text("Can you help?", "Two of them."));
        _setValue(_get(RadioButtonGroup.class), Locale.FRENCH);
        assertThat(field("Title").getValue()).isEmpty();
        _setValue(field("Title"), "La rivière");
        Draft kept = queries.forWriting(camille, issue).content();
        assertThat(kept.title()).isEqualTo("The river");
        assertThat(kept.edition(Locale.FRENCH).title()).isEqualTo("La rivière");
        assertThat(kept.edition(Locale.FRENCH).blocks().getFirst().title()).isEqualTo("Can you help?");
        assertThat(_get(Checklist.class).getElement().getOuterHTML()).contains("One part is in one language only");
        assertThat(_find(IFrame.class).getFirst().getSrcdoc().orElseThrow()).contains("La rivière", "lang=\"fr\"");
    }

    @Test
    void theReadersAndTheTemplateAreChosenBesideTheLetterAndCountedByLanguage() {
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        templates.add(camille, new Template("Call to all", Look.Accent.RUBY, null, "", ""));
        long issue = open();
        _setValue(field("Title"), "For companies");
        _get(BlockList.class).append(Block.text("A call", "Who has room?"));
        assertThat(_get(Checklist.class).getElement().getOuterHTML())
                .contains("3 readers: 3 in English, 0 in French", "In 1 organisation");
        button("Choose the readers");
        CheckboxGroup<OrganisationKind> kinds =
                _get(CheckboxGroup.class, spec -> spec.withLabel("Kind of organisation"));
        kinds.setValue(Set.of(OrganisationKind.LOCAL_INSTITUTION));
        assertThat(_get(SegmentDialog.class).getElement().getOuterHTML()).contains("No reader: 0 in English");
        kinds.setValue(Set.of(OrganisationKind.COMPANY));
        button("Use these readers");
        assertThat(_get(EnvelopePane.class).getElement().getOuterHTML()).contains("Kind of organisation: Company");
        assertThat(_get(Checklist.class).getElement().getOuterHTML()).contains("1 reader: 1 in English, 0 in French");
        Select<Long> template = _get(Select.class, spec -> spec.withLabel("Template"));
        template.setValue(templates.all(camille).getFirst().id());
        assertThat(_find(IFrame.class).getFirst().getSrcdoc().orElseThrow()).contains(Look.Accent.RUBY.light());
        button("Send to 1 reader");
        ConfirmDialog ask = _get(ConfirmDialog.class);
        assertThat(ask.getElement().getOuterHTML()).contains("1 reader gets it by e-mail now: 1 in English");
        ComponentUtil.fireEvent(ask, new ConfirmDialog.RejectEvent(ask, true));
        addressed();
        assertThat(queries.ledger(camille, issue, 0, 10))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.address()).isEqualTo(helene.email().value()));
    }

    @Test
    void aBlockIsKeptAndUsedAgain() {
        long issue = open();
        BlockList list = _get(BlockList.class);
        list.append(Block.text("Who we are", "Thirty houses."));
        list.keep(_get(BlockEditor.class));
        assertThat(kept.all(camille))
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("Who we are"));
        list.append(kept.all(camille).getFirst().block().copy());
        list.duplicate(_find(BlockEditor.class).getFirst());
        assertThat(titles(issue)).containsExactly("Who we are", "Who we are", "Who we are");
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThat(kept.all(stranger)).isEmpty();
    }

    @Test
    void everyKindOfBlockHasItsFieldsInBothLanguages() {
        open();
        BlockList list = _get(BlockList.class);
        for (Block.Kind kind : Block.Kind.values()) {
            list.append(Block.empty(kind));
        }
        assertThat(html(list)).doesNotContain("!newsletter.");
        _setValue(_get(RadioButtonGroup.class), Locale.FRENCH);
        _find(BlockEditor.class).forEach(editor -> editor.open(true));
        assertThat(html(_get(BlockList.class))).doesNotContain("!newsletter.");
        assertThat(_find(BlockEditor.class)).hasSize(Block.Kind.values().length);
    }

    @Test
    void allViewsStandSideBySideAndThroughTheEyesOfAReader() {
        long issue = newsletter.begin(camille);
        newsletter.save(
                camille,
                issue,
                new Draft("The river", "Low.", Locale.ENGLISH, List.of(), new Draft.Opening("La rivière", "Basse.")),
                0);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/preview");
        assertThat(_find(IFrame.class)).hasSize(3);
        assertThat(_find(IFrame.class).getLast().getSrcdoc().orElseThrow()).contains("@media all");
        assertThat(_find(IFrame.class).getFirst().getSrcdoc().orElseThrow())
                .as("light whatever the look of the browser")
                .contains("@media not all")
                .doesNotContain("prefers-color-scheme", "color-scheme:light dark");
        assertThat(html(_get(PreviewView.class))).contains("THE RIVER", "As on a phone", "In the dark");
        accounts.speak(nadia.person(), Locale.FRENCH);
        UI.getCurrent()
                .navigate(
                        "c/" + camille.slug() + "/newsletter/" + issue + "/preview",
                        QueryParameters.of("reader", nadia.person().toString()));
        assertThat(html(_get(PreviewView.class))).contains("LA RIVIÈRE");
        assertThat(_get(ComboBox.class).getHelperText()).isEqualTo("Nadia reads it in French.");
    }

    @Test
    void aSecondAnimatorApprovesWhereTheClusterWantsIt() {
        looks.change(camille, new Look(Look.Accent.COBALT, null, "", "", true, false, 0));
        long issue = open();
        _setValue(field("Title"), "The river");
        _get(BlockList.class).append(Block.text("One", ""));
        assertThat(html(_get(Checklist.class))).contains("A second animator approves it", "You wrote it last");
        button("Ask the other animators");
        assertThat(html(_get(Notification.class))).contains("Nobody else animates");
        Actor otto = otto();
        button("Ask the other animators");
        button("Ask the other animators");
        assertThat(notices.mine(otto, true, 0, 5))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.title()).isEqualTo("Camille asks you to look at the letter “The river”"));
        signIn(otto);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/" + issue + "/edit");
        button("Approve");
        assertThat(html(_get(Checklist.class))).contains("Approved by Otto");
        assertThat(notices.mine(camille, true, 0, 5))
                .singleElement()
                .satisfies(notice -> assertThat(notice.title()).isEqualTo("Otto approved the letter “The river”"));
        int version = queries.forWriting(camille, issue).version();
        assertThat(newsletter.publish(camille, issue, version)).isEqualTo(3);
    }

    private Actor otto() {
        return fixtures.admit(camille, "Otto", null, Role.ANIMATOR);
    }

    private static String html(Component component) {
        return component.getElement().getOuterHTML();
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
        _setValue(field("Title"), "Quite another letter");
        assertThat(_get(Checklist.class).getElement().getOuterHTML())
                .as("what was read is no more")
                .doesNotContain("You sent it to yourself");
        assertThat(queries.forWriting(camille, issue).isTested()).isFalse();
    }

    @Test
    void anAnimatorThrowsADraftAwayOnlyWhenSure() {
        open();
        _get(DraftDesk.class).discard();
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
