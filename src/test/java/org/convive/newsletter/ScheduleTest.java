package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ScheduleTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Schedule schedule;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private long issue;
    private LocalDateTime tomorrow;

    @BeforeEach
    void aDraft() {
        camille = fixtures.animatorOfNewCluster();
        issue = newsletter.begin(camille);
        newsletter.save(camille, issue, new Draft("The river", "It is low.", Locale.ENGLISH, List.of()), 0);
        tomorrow = LocalDateTime.ofInstant(clock.instant(), camille.zone()).plusDays(1);
    }

    @Test
    void anHourIsOneOfTheClustersZone() {
        int year = tomorrow.getYear() + (tomorrow.getMonthValue() > 6 ? 1 : 0);
        Instant at = schedule.set(camille, issue, LocalDateTime.of(year, 7, 1, 8, 0));
        assertThat(at).isEqualTo(Instant.parse(year + "-07-01T06:00:00Z"));
        assertThat(schedule.of(camille, issue)).contains(at);
        schedule.cancel(camille, issue);
        assertThat(schedule.of(camille, issue)).isEmpty();
    }

    @Test
    void whatIsDueIsPublishedOnceOnWhicheverNodeLooksFirst() throws Exception {
        schedule.set(camille, issue, tomorrow);
        assertThat(schedule.publishDue()).isZero();
        due();
        Callable<Integer> look = () -> schedule.publishDue();
        int published = 0;
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var done : nodes.invokeAll(List.of(look, look, look))) {
                published += done.get();
            }
        }
        assertThat(published).isEqualTo(1);
        assertThat(queries.issue(camille, issue).summary().number()).isEqualTo(1);
        assertThat(queries.progress(camille, issue).total()).isEqualTo(1);
    }

    @Test
    void aDraftThatIsNoLongerFinishedStaysADraftAndItsWriterIsTold() {
        schedule.set(camille, issue, tomorrow);
        int version = queries.forWriting(camille, issue).version();
        newsletter.save(camille, issue, new Draft("", "", Locale.ENGLISH, List.of()), version);
        due();
        assertThat(schedule.publishDue()).isZero();
        assertThat(queries.forWriting(camille, issue).isPublished()).isFalse();
        assertThat(schedule.of(camille, issue)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ?")
                        .param("newsletter:" + issue + ":unsent")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whenWhoChoseTheHourHasLeftTheLetterStaysADraftAndTheOtherAnimatorsAreTold() {
        schedule.set(camille, issue, tomorrow);
        Actor benoit = fixtures.admit(camille, "Benoît Lenoir", null, Role.ANIMATOR);
        jdbc.sql("DELETE FROM membership WHERE cluster_id = ? AND person_id = ?")
                .params(camille.cluster().value(), camille.person().value())
                .update();
        due();
        assertThat(schedule.publishDue()).isZero();
        assertThat(queries.forWriting(benoit, issue).isPublished()).isFalse();
        assertThat(jdbc.sql("""
                                SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                                WHERE l.subject_ref = ?""")
                        .param("newsletter:" + issue + ":unsent")
                        .query(String.class)
                        .list())
                .containsExactly(benoit.email().value());
    }

    @Test
    void whatIsPublishedIsWhatWasReadAlthoughAnotherWriterSavesAtThatMoment() throws Exception {
        try (var writers = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                long letter = newsletter.begin(camille);
                Draft river = new Draft("The river", "It is low.", Locale.ENGLISH, List.of());
                int version = newsletter.save(camille, letter, river, 0);
                Draft forge = new Draft("The forge", "It is hot.", Locale.ENGLISH, List.of());
                List<Callable<Boolean>> deeds = List.of(
                        () -> done(() -> newsletter.publish(camille, letter, version)),
                        () -> done(() -> newsletter.save(camille, letter, forge, version)));
                int done = 0;
                for (var deed : writers.invokeAll(deeds)) {
                    done += deed.get() ? 1 : 0;
                }
                assertThat(done).as("one of the two comes first").isEqualTo(1);
            }
        }
    }

    private static boolean done(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (StaleEdit e) {
            return false;
        }
    }

    @Test
    void thePastAndUnfinishedDraftsAreRefused() {
        assertThatThrownBy(() -> schedule.set(camille, issue, tomorrow.minusDays(2)))
                .isInstanceOf(InvalidInput.class);
        long empty = newsletter.begin(camille);
        assertThatThrownBy(() -> schedule.set(camille, empty, tomorrow)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void draftsOfOtherClustersAreNotThere() {
        Actor otto = fixtures.animatorOfNewCluster();
        assertThatThrownBy(() -> schedule.set(otto, issue, tomorrow)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> schedule.cancel(otto, issue)).isInstanceOf(NotFoundException.class);
    }

    private void due() {
        jdbc.sql("UPDATE newsletter_issue SET scheduled_at = '2026-01-01' WHERE id = ?")
                .param(issue)
                .update();
    }
}
