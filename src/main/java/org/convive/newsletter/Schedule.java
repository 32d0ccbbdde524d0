package org.convive.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.AuditTrail;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes drafts at a time that was chosen before, in the cluster's time zone. They leave as they then stand. */
@Service
public class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final NewsletterService newsletter;
    private final Actors actors;
    private final Outbox outbox;
    private final Translations texts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Schedule(
            JdbcClient jdbc,
            NewsletterQueries queries,
            NewsletterService newsletter,
            Actors actors,
            Outbox outbox,
            Translations texts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.newsletter = newsletter;
        this.actors = actors;
        this.outbox = outbox;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** When a draft leaves by itself. */
    public Optional<Instant> of(Actor animator, long issue) {
        queries.forWriting(animator, issue);
        return jdbc.sql("SELECT scheduled_at FROM newsletter_issue WHERE id = ? AND scheduled_at IS NOT NULL")
                .param(issue)
                .query(LocalDateTime.class)
                .optional()
                .map(Utc::moment);
    }

    /**
     * Chooses when a draft leaves by itself.
     *
     * @param at in the cluster's time zone
     */
    @Transactional
    public Instant set(Actor animator, long issue, LocalDateTime at) {
        Issue draft = queries.forWriting(animator, issue);
        if (draft.isPublished()) {
            throw new StaleEdit("issue");
        }
        draft.content().requireFinished();
        Instant now = clock.instant();
        Instant moment = ZonedDateTime.of(at, animator.zone()).toInstant();
        InvalidInput.check()
                .that(
                        !animator.zone().getRules().getValidOffsets(at).isEmpty(),
                        "at",
                        Message.of("newsletter.schedule.no-such-hour"))
                .that(moment.isAfter(now), "at", Message.of("newsletter.schedule.past"))
                .that(moment.isBefore(now.plus(FURTHEST)), "at", Message.of("newsletter.schedule.too-far"))
                .orThrow();
        jdbc.sql("""
                        UPDATE newsletter_issue SET scheduled_at = ?, scheduled_by = ?
                        WHERE id = ? AND cluster_id = ? AND state = 'DRAFT'""")
                .params(
                        Utc.column(moment),
                        animator.person().value(),
                        issue,
                        animator.cluster().value())
                .update();
        audit.record(animator, "newsletter.scheduled", NewsletterService.reference(issue), moment.toString());
        return moment;
    }

    /** It stays a draft. */
    @Transactional
    public void cancel(Actor animator, long issue) {
        queries.forWriting(animator, issue);
        jdbc.sql("UPDATE newsletter_issue SET scheduled_at = NULL WHERE id = ? AND cluster_id = ?")
                .params(issue, animator.cluster().value())
                .update();
        audit.record(animator, "newsletter.unscheduled", NewsletterService.reference(issue), "");
    }

    /** Publishes what is due, on whichever node looks first; what cannot leave is told to who scheduled it. */
    int publishDue() {
        List<Due> due = jdbc.sql("""
                        SELECT id, cluster_id, scheduled_by FROM newsletter_issue
                        WHERE scheduled_at <= ? AND state = 'DRAFT' LIMIT 20""")
                .param(Utc.column(clock.instant()))
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        new ClusterId(row.getLong("cluster_id")),
                        new PersonId(row.getLong("scheduled_by"))))
                .list();
        return (int) due.stream().filter(this::publish).count();
    }

    private boolean publish(Due due) {
        Optional<Actor> by = actors.member(due.by(), due.cluster()).filter(Actor::isAnimator);
        if (by.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                if (take(due)) {
                    tell(animators(due.cluster()), due.issue(), Message.of("newsletter.schedule.left"));
                }
            });
            return false;
        }
        Actor animator = by.get();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (!take(due)) {
                    return false;
                }
                newsletter.publish(
                        animator,
                        due.issue(),
                        queries.forWriting(animator, due.issue()).version());
                return true;
            }));
        } catch (InvalidInput e) {
            LOG.warn("issue {} was to leave but cannot: {}", due.issue(), e.getMessage());
            transaction.executeWithoutResult(status -> {
                if (take(due)) {
                    tell(
                            List.of(animator),
                            due.issue(),
                            e.fields().values().stream().findFirst().orElse(Message.of("newsletter.schedule.unknown")));
                }
            });
            return false;
        }
    }

    /** Locks the issue, as a publication by hand does first. */
    private boolean take(Due due) {
        return jdbc.sql("UPDATE newsletter_issue SET scheduled_at = NULL WHERE id = ? AND scheduled_at <= ?")
                        .params(due.issue(), Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    private List<Actor> animators(ClusterId cluster) {
        return jdbc
                .sql("SELECT person_id FROM membership WHERE cluster_id = ? AND role = 'ANIMATOR' LIMIT 50")
                .param(cluster.value())
                .query(Long.class)
                .list()
                .stream()
                .flatMap(person -> actors.member(new PersonId(person), cluster).stream())
                .toList();
    }

    /** Each in their language. */
    private void tell(List<Actor> animators, long issue, Message why) {
        for (Actor animator : animators) {
            String title = queries.forWriting(animator, issue).content().title();
            outbox.post(new Letter(
                    animator.cluster(),
                    "newsletter-unsent",
                    NewsletterService.reference(issue) + ":unsent",
                    animator.clusterName(),
                    null,
                    texts.text(animator.locale(), "newsletter.schedule.unsent.subject", title),
                    texts.text(
                            animator.locale(),
                            "newsletter.schedule.unsent.text",
                            title,
                            texts.text(animator.locale(), why)),
                    null,
                    null,
                    Map.of(),
                    List.of(Letter.Recipient.of(animator.email().value(), animator.name()))));
        }
    }

    private record Due(long issue, ClusterId cluster, PersonId by) {}
}
