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
    void openPollsDecisionsAndSeatsThatCameFreeAreToldAlsoOfMeetingsToldOfBefore() {
        long poll = meeting("Visit of the kiln", 9, true);
        jdbc.sql("UPDATE meeting SET stage = 'DATES', starts = NULL, ends = NULL WHERE id = ?")
                .param(poll)
                .update();
        jdbc.sql("""
                        INSERT INTO meeting_option (meeting_id, starts, ends, whole_days, state, proposed_by, created_at)
                        VALUES (?, NOW(6) + INTERVAL 12 DAY, NOW(6) + INTERVAL 13 DAY, FALSE, 'OPEN', ?, NOW(6))""").params(poll, camille.person().value()).update();
        long board = meeting("Meeting of all", -3, true);
        long supper = meeting("Supper at the furnace", 5, true);
        Proposal first = drafts.propose(camille);
        long issue = drafts.write(camille, first.proposed(), List.of());
        newsletter.publish(camille, issue, queries.forWriting(camille, issue).version());
        assertThat(first.proposed()).extracting(Candidate::topic).doesNotContain(Topic.DECIDED, Topic.OPEN);
        assertThat(first.proposed())
                .filteredOn(candidate -> candidate.kind() == BlockSource.Kind.POLL)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.text().apply(Locale.ENGLISH)).contains("One date is asked about");
                    assertThat(candidate.text().apply(Locale.FRENCH)).contains("Une date est proposée");
                });

        jdbc.sql("UPDATE meeting SET capacity = 10 WHERE id = ?").param(supper).update();
        jdbc.sql("""
                        INSERT INTO meeting_answer_history (meeting_id, person_id, answer, guests, waiting, at)
                        VALUES (?, ?, 'YES', 0, TRUE, NOW(6))""").params(supper, camille.person().value()).update();
        decide(board, "We share the *second* kiln");
        Proposal second = drafts.propose(camille);
        assertThat(second.proposed())
                .extracting(Candidate::topic, Candidate::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Topic.OPEN, "Supper at the furnace"),
                        org.assertj.core.groups.Tuple.tuple(Topic.DECIDED, "Meeting of all"));
        long next = drafts.write(camille, second.proposed(), List.of());
        Draft draft = queries.forWriting(camille, next).content();
        assertThat(newsletter.preview(camille, next, draft))
                .contains("We share the *second* kiln", "10 seats are free");
        assertThat(newsletter.previewText(camille, next, draft, Locale.FRENCH))
                .contains("Une décision, publiée le", "10 places se sont libérées");
        assertThat(drafts.propose(fixtures.animatorOfNewCluster()).proposed())
                .extracting(Candidate::title)
                .doesNotContain("Meeting of all", "Visit of the kiln");
    }

    private void decide(long meeting, String words) {
        jdbc.sql("INSERT INTO meeting_minutes (meeting_id, state, released_at) VALUES (?, 'RELEASED', NOW(6))")
                .param(meeting)
                .update();
        jdbc.sql("""
                        INSERT INTO meeting_minutes_entry (meeting_id, kind, words, author_id, created_at)
                        VALUES (?, 'DECISION', ?, ?, NOW(6))""").params(meeting, words, camille.person().value()).update();
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
