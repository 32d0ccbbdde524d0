package org.convive.newsletter.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Topic;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class FirstDraftTest {
    private static final NewsDesk.Draft NEWS =
            new NewsDesk.Draft("New furnace", "It runs on **electricity**.", null, "");

    @Autowired
    FirstDraft drafts;

    @Autowired
    NewsDesk news;

    @Autowired
    Series series;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    private Actor camille;

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
    }

    @Test
    void theDraftTellsWhatHappenedAndWhatIsComingInBothLanguages() {
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        long supper = meeting("Supper at the furnace", 9, true);
        long visit = meeting("Visit of the river", -3, true);
        meeting("Board only", 5, false);
        means(helene, "3D scanner");
        news.send(helene, NEWS, "one");
        Proposal proposal = drafts.propose(camille);
        assertThat(proposal.proposed())
                .extracting(Candidate::topic)
                .startsWith(Topic.COMING, Topic.HAPPENED)
                .contains(Topic.WELCOME, Topic.MEANS);
        assertThat(proposal.proposed())
                .extracting(Candidate::title)
                .contains("Supper at the furnace", "Visit of the river", "Verrerie Saulnaye", "3D scanner")
                .doesNotContain("Board only");
        assertThat(proposal.proposed())
                .allSatisfy(candidate -> assertThat(candidate.path()).startsWith("c/" + camille.slug() + "/"));
        assertThat(proposal.isQuiet()).isFalse();

        long issue = drafts.write(camille, proposal.proposed(), proposal.news());
        Draft draft = queries.forWriting(camille, issue).content();
        // Only what a member wrote stands in one language.
        assertThat(draft.untranslated()).isEqualTo(1);
        assertThat(draft.title()).startsWith("Supper at the furnace, and ");
        assertThat(draft.edition(Locale.FRENCH).title()).startsWith("Supper at the furnace, et ");
        assertThat(draft.blocks())
                .extracting(Block::kind)
                .contains(
                        Block.Kind.HEADING,
                        Block.Kind.MEETING,
                        Block.Kind.ORGANISATION,
                        Block.Kind.MEANS,
                        Block.Kind.TEXT);
        assertThat(draft.blocks()).extracting(Block::thing).contains(supper, visit);
        assertThat(draft.edition(Locale.FRENCH).blocks().getFirst().title()).isEqualTo("À venir");
        assertThat(draft.blocks().getLast().body()).contains("Verrerie Saulnaye manager, Verrerie Saulnaye");
        assertThat(news.waiting(camille)).isEmpty();
        assertThat(newsletter.preview(camille, issue, draft)).contains("Supper at the furnace", "3D scanner");
        int version = queries.forWriting(camille, issue).version();
        assertThat(newsletter.publish(camille, issue, version)).isPositive();
    }

    @Test
    void whatARecentLetterToldIsFoundButNotProposedAgain() {
        meeting("Supper at the furnace", 9, true);
        Proposal first = drafts.propose(camille);
        long issue = drafts.write(camille, first.proposed(), List.of());
        newsletter.publish(camille, issue, queries.forWriting(camille, issue).version());
        Proposal second = drafts.propose(camille);
        assertThat(second.proposed()).isEmpty();
        assertThat(second.others()).extracting(Candidate::title).containsExactly("Supper at the furnace");
        assertThat(second.lastLetter()).isNotNull();
    }

    @Test
    void aQuietMonthSaysSoAndIsSkipped() {
        assertThat(drafts.propose(camille).isQuiet()).isTrue();
        LocalDate due = series.due(camille);
        series.skip(camille);
        assertThat(series.due(camille)).isEqualTo(due.plusMonths(1));
        series.unskip(camille);
        assertThat(series.due(camille)).isEqualTo(due);
    }

    @Test
    void membersAreAskedOnceForALetterAndAnimatorsReminded() {
        Actor nadia = fixtures.member(camille, "Nadia", null);
        LocalDate today = LocalDate.now(camille.zone());
        int day = today.plusDays(3).getDayOfMonth() > 28 ? 1 : today.plusDays(3).getDayOfMonth();
        series.choose(camille, new Rhythm(true, day, 21, 28, today, null, null, null, 0));
        LocalDate due = series.due(camille);
        series.tellWhoIsDue();
        series.tellWhoIsDue();
        long expectedCalls = due.isAfter(today) ? 2 : 0;
        assertThat(told(nadia, "newsletter.notice.call")).isEqualTo(expectedCalls / 2);
        assertThat(told(camille, "newsletter.notice.reminder")).isEqualTo(1);
        assertThat(told(nadia, "newsletter.notice.reminder")).isZero();
        assertThat(series.callNow(camille)).isZero();
    }

    @Test
    void newsIsSentOnceTakenBackAndOfThisClusterOnly() {
        Actor nadia = fixtures.member(camille, "Nadia", null);
        news.send(nadia, NEWS, "key");
        news.send(nadia, NEWS, "key");
        assertThat(news.waiting(camille)).hasSize(1);
        long id = news.mine(nadia).getFirst().id();
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThat(news.waiting(stranger)).isEmpty();
        assertThatThrownBy(() -> news.withdraw(stranger, id)).isInstanceOf(NotFoundException.class);
        Actor other = fixtures.member(camille, "Otto", null);
        assertThatThrownBy(() -> news.withdraw(other, id)).isInstanceOf(NotFoundException.class);
        news.withdraw(nadia, id);
        assertThat(news.waiting(camille)).isEmpty();
        news.restore(nadia, id);
        assertThat(news.waiting(camille)).hasSize(1);
        assertThatThrownBy(() -> news.send(nadia, new NewsDesk.Draft("", "", null, ""), "other"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("title", "words"));
    }

    @Test
    void onlyAnimatorsPlanAndARhythmChangedMeanwhileIsNotOverwritten() {
        Actor nadia = fixtures.member(camille, "Nadia", null);
        assertThatThrownBy(() -> drafts.propose(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.write(nadia, List.of(), List.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.of(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> series.callNow(nadia)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> news.waiting(nadia)).isInstanceOf(AccessDeniedException.class);
        Rhythm rhythm = series.of(camille);
        series.choose(camille, rhythm);
        Actor otto = fixtures.admit(camille, "Otto", null, Role.ANIMATOR);
        assertThatThrownBy(() -> series.choose(otto, rhythm)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void aThingOfAnotherClusterIsNoCandidate() {
        meeting("Supper at the furnace", 9, true);
        Actor stranger = fixtures.animatorOfNewCluster();
        assertThat(drafts.propose(stranger).proposed())
                .extracting(Candidate::kind)
                .doesNotContain(BlockSource.Kind.MEETING);
    }

    private long told(Actor person, String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = ?")
                .params(person.person().value(), kind)
                .query(Long.class)
                .single();
    }

    private long meeting(String title, int days, boolean everyone) {
        jdbc.sql("""
                        INSERT INTO meeting (cluster_id, uid, title, starts, ends, zone, everyone, organiser_id, created_at,
                               changed_at) VALUES (?, UUID(), ?, NOW(6) + INTERVAL ? DAY,
                               NOW(6) + INTERVAL ? DAY + INTERVAL 2 HOUR, 'Europe/Paris', ?, ?, NOW(6), NOW(6))""")
                .params(
                        camille.cluster().value(),
                        title,
                        days,
                        days,
                        everyone,
                        camille.person().value())
                .update();
        return jdbc.sql("SELECT MAX(id) FROM meeting WHERE cluster_id = ?")
                .param(camille.cluster().value())
                .query(Long.class)
                .single();
    }

    private void means(Actor owner, String name) {
        jdbc.sql("""
                        INSERT INTO means (cluster_id, organisation_id, kind, name, time_zone, min_minutes, max_minutes,
                               horizon_days, created_at) VALUES (?, ?, 'MACHINE', ?, 'Europe/Paris', 30, 600, 90, NOW(6))""")
                .params(owner.cluster().value(), owner.requireOrganisation().value(), name)
                .update();
    }
}
