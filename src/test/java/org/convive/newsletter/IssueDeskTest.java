package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class IssueDeskTest {
    @Autowired
    IssueDesk desk;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Looks looks;

    @Autowired
    Fixtures fixtures;

    private Actor camille;
    private Actor otto;
    private long issue;
    private Draft empty;

    @BeforeEach
    void twoAnimatorsAndADraft() {
        camille = fixtures.animatorOfNewCluster();
        otto = fixtures.admit(camille, "Otto", null, Role.ANIMATOR);
        issue = newsletter.begin(camille);
        empty = queries.forWriting(camille, issue).content();
    }

    @Test
    void everythingOfEveryKindOfBlockComesBackAsItWasWritten() {
        List<Block> blocks = new ArrayList<>();
        for (Block.Kind kind : Block.Kind.values()) {
            blocks.add(Block.empty(kind)
                    .with(new Block.Words("title", "body", "more", "alt"))
                    .translated(new Block.Words("titre", "texte", "suite", "image"))
                    .link("https://example.org/a?b=1&c=2")
                    .decorative(kind == Block.Kind.IMAGE)
                    .answers(Set.of(Block.Answer.HELP, Block.Answer.COME)));
        }
        var draft = new Draft("T", "I", Locale.ENGLISH, blocks, new Draft.Opening("U", "J"));
        IssueDesk.Kept kept = desk.keep(camille, issue, empty, draft, 0);
        assertThat(kept.draft()).isEqualTo(draft);
        assertThat(queries.forWriting(camille, issue).content()).isEqualTo(draft);
        long sitting = desk.history(camille, issue).getFirst().id();
        assertThat(desk.remembered(camille, issue, sitting)).isEqualTo(draft);
    }

    @Test
    void twentyWritersAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<IssueDesk.Kept>> writers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Draft mine = empty.with(List.of(Block.text("Part " + i, "")));
                Actor writer = i % 2 == 0 ? camille : otto;
                writers.add(() -> desk.keep(writer, issue, empty, mine, 0));
            }
            for (var kept : threads.invokeAll(writers)) {
                assertThat(kept.get().clashes()).isEmpty();
            }
        }
        Issue now = queries.forWriting(camille, issue);
        assertThat(now.content().blocks().stream().map(Block::title))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(now.version()).isEqualTo(20);
    }

    @Test
    void whatIsAsItWasIsNotWrittenAgain() {
        assertThat(desk.keep(camille, issue, empty, empty, 0).version()).isZero();
        assertThat(desk.history(camille, issue)).isEmpty();
    }

    @Test
    void theHistoryHasOneLineASittingAndEachCanBeBroughtBack() {
        Draft first = titled("First");
        Draft second = titled("Second");
        Draft third = titled("Third");
        int one = desk.keep(camille, issue, empty, first, 0).version();
        int two = desk.keep(camille, issue, first, second, one).version();
        desk.keep(otto, issue, second, third, two);
        List<IssueDesk.Sitting> history = desk.history(camille, issue);
        assertThat(history).extracting(IssueDesk.Sitting::writer).containsExactly("Otto", "Camille");
        assertThat(desk.remembered(camille, issue, history.getLast().id()).title())
                .isEqualTo("Second");
    }

    @Test
    void writersSeeEachOther() {
        assertThat(desk.present(camille, issue).names()).isEmpty();
        assertThat(desk.present(otto, issue).names()).containsExactly("Camille");
        desk.left(otto, issue);
        assertThat(desk.present(camille, issue).names()).isEmpty();
    }

    @Test
    void whatWasPublishedMeanwhileIsNotChanged() {
        Draft draft = titled("T").with(List.of(Block.text("a", "b")));
        int version = desk.keep(camille, issue, empty, draft, 0).version();
        newsletter.publish(camille, issue, version);
        assertThatThrownBy(() -> desk.keep(otto, issue, draft, titled("Other"), version))
                .isInstanceOf(StaleEdit.class);
        assertThat(queries.issue(otto, issue).content().title()).isEqualTo("T");
    }

    @Test
    void anotherClusterAndReadersHaveNoDesk() {
        Actor stranger = fixtures.animatorOfNewCluster();
        Actor nadia = fixtures.member(camille, "Nadia", null);
        assertThatThrownBy(() -> desk.keep(stranger, issue, empty, titled("T"), 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.history(stranger, issue)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.remembered(stranger, issue, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.present(stranger, issue)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> looks.approve(stranger, queries.forWriting(camille, issue)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.keep(nadia, issue, empty, titled("T"), 0))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.change(nadia, Look.PLAIN)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aSecondYesIsNeededWhereTheClusterWantsItAndEndsWithTheNextChange() {
        looks.change(camille, new Look(Look.Accent.GLASS, null, "", "", true, false, 0));
        Draft draft = titled("T").with(List.of(Block.text("a", "b")));
        int version = desk.keep(camille, issue, empty, draft, 0).version();
        assertThatThrownBy(() -> newsletter.publish(camille, issue, version)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> looks.approve(camille, queries.forWriting(camille, issue)))
                .isInstanceOf(InvalidInput.class);
        looks.approve(otto, queries.forWriting(otto, issue));
        int next = desk.keep(camille, issue, draft, titled("U").with(draft.blocks()), version)
                .version();
        assertThatThrownBy(() -> newsletter.publish(camille, issue, next)).isInstanceOf(InvalidInput.class);
        looks.approve(otto, queries.forWriting(otto, issue));
        assertThat(newsletter.publish(camille, issue, next)).isEqualTo(2);
    }

    @Test
    void aTemplateChangedBySomebodyElseIsNotOverwritten() {
        looks.change(camille, new Look(Look.Accent.RUBY, null, "Camille", "", false, false, 0));
        assertThatThrownBy(() -> looks.change(otto, Look.PLAIN)).isInstanceOf(StaleEdit.class);
        assertThat(looks.of(camille.cluster()).signature(Locale.FRENCH)).isEqualTo("Camille");
    }

    private Draft titled(String title) {
        return new Draft(title, "", Locale.ENGLISH, List.of());
    }
}
