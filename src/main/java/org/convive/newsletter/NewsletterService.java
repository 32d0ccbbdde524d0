package org.convive.newsletter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.identity.SignedLinks;
import org.convive.mail.MailLedger;
import org.convive.mail.Outbox;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing, publishing and subscribing. */
@Service
public class NewsletterService {
    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final IssueRows rows;
    private final IssueDesk desk;
    private final Looks looks;
    private final IssueLetters letters;
    private final Outbox outbox;
    private final MailLedger ledger;
    private final SignedLinks links;
    private final Readers readers;
    private final Audiences audiences;
    private final AuditTrail audit;
    private final Clock clock;

    NewsletterService(
            JdbcClient jdbc,
            NewsletterQueries queries,
            IssueRows rows,
            IssueDesk desk,
            Looks looks,
            IssueLetters letters,
            Outbox outbox,
            MailLedger ledger,
            SignedLinks links,
            Readers readers,
            Audiences audiences,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.rows = rows;
        this.desk = desk;
        this.looks = looks;
        this.letters = letters;
        this.outbox = outbox;
        this.ledger = ledger;
        this.links = links;
        this.readers = readers;
        this.audiences = audiences;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an issue in the writer's language; an animator's deed. */
    @Transactional
    public long begin(Actor animator) {
        animator.requireAnimator();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO newsletter_issue (cluster_id, title, introduction, language, author_id, changed_at)
                        VALUES (?, '', '', ?, ?, ?)""")
                .params(
                        animator.cluster().value(),
                        Translations.nearest(animator.locale()).getLanguage(),
                        animator.person().value(),
                        now())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /**
     * Keeps what was written so far.
     *
     * @param version the one the writer read
     * @return the version to write upon next
     */
    @Transactional
    public int save(Actor animator, long issue, Draft draft, int version) {
        return desk.store(animator, issue, draft, version);
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(Actor animator, long issue) {
        requireDraft(animator, issue);
        jdbc.sql("DELETE FROM newsletter_issue WHERE id = ? AND cluster_id = ? AND state = 'DRAFT'")
                .params(issue, animator.cluster().value())
                .update();
    }

    /** The mail that a reader of the writer's language would get, as HTML, without keeping anything. */
    public String preview(Actor animator, long issue, Draft draft) {
        return preview(animator, issue, draft, animator.locale(), "");
    }

    /**
     * The mail that a reader of this language would get, as HTML, without keeping anything.
     *
     * @param marked the block that the writer looks at, drawn with a line around it; empty for none
     */
    public String preview(Actor animator, long issue, Draft draft, Locale reader, String marked) {
        return letters.preview(animator, queries.forWriting(animator, issue), draft, reader, marked);
    }

    /** The plain text part of that mail. */
    public String previewText(Actor animator, long issue, Draft draft, Locale reader) {
        return letters.previewText(animator, queries.forWriting(animator, issue), draft, reader);
    }

    /** Sends the issue as it was saved to its writer alone. */
    @Transactional
    public void sendTest(Actor animator, long issue) {
        Issue draft = requireDraft(animator, issue);
        outbox.post(letters.test(animator, draft));
        jdbc.sql("UPDATE newsletter_issue SET tested_at = ? WHERE id = ?")
                .params(now(), issue)
                .update();
    }

    /**
     * Publishes an issue: its readers are frozen, and its letters posted, in the same transaction as the change of
     * state. Publishing what is published already does nothing.
     *
     * @param version the one the writer read
     * @return how many readers get it by mail
     */
    @Transactional
    public int publish(Actor animator, long issue, int version) {
        animator.requireAnimator();
        // First of all, so that what is checked, approved and posted is what is kept.
        rows.lock(animator.cluster(), issue);
        Issue draft = queries.forWriting(animator, issue);
        if (draft.isPublished()) {
            return queries.progress(animator, issue).total();
        }
        requireReady(animator, draft, version);
        jdbc.sql("""
                        UPDATE newsletter_issue SET state = 'PUBLISHED', published_at = ?, version = version + 1,
                               number = ?
                        WHERE id = ? AND cluster_id = ?""")
                .params(
                        now(),
                        rows.nextNumber(animator.cluster()),
                        issue,
                        animator.cluster().value())
                .update();
        Issue published = queries.issue(animator, issue);
        List<Reader> segment =
                audiences.of(animator.cluster(), published.envelope().segment());
        InvalidInput.check()
                .that(
                        !segment.isEmpty() || published.envelope().segment().isEverybody(),
                        "segment",
                        Message.of("newsletter.error.nobody"))
                .orThrow();
        List<Reader> reached = segment.stream()
                .filter(reader -> reader.wants(published.content().blocks()))
                .toList();
        int sent = 0;
        for (Locale language : Translations.LOCALES) {
            sent += send(animator, published, language, true, reached);
            sent += send(animator, published, language, false, reached);
        }
        String title = published.content().title();
        audit.record(animator, "newsletter.published", reference(issue), title);
        return sent;
    }

    /** Outsiders get a letter of their own: cards that are for members only are not in it. */
    private int send(Actor animator, Issue issue, Locale language, boolean members, List<Reader> reached) {
        List<Reader> some = reached.stream()
                .filter(reader -> reader.id().member() == members
                        && reader.preferences().language().equals(language))
                .toList();
        if (!some.isEmpty()) {
            long letter = outbox.post(letters.issue(animator, issue, language, members, some));
            jdbc.sql("INSERT INTO newsletter_sending (issue_id, language, members, letter_id) VALUES (?, ?, ?, ?)")
                    .params(issue.id(), language.getLanguage(), members, letter)
                    .update();
        }
        return some.size();
    }

    /**
     * Refuses, with what is missing, a letter that could not leave as it stands; its readers are not looked up.
     *
     * @throws StaleEdit when somebody changed it meanwhile, or published it
     */
    public void requireReady(Actor animator, long issue, int version) {
        requireReady(animator, requireDraft(animator, issue), version);
    }

    private void requireReady(Actor animator, Issue draft, int version) {
        if (draft.version() != version) {
            throw new StaleEdit("issue");
        }
        draft.content().requireFinished();
        desk.requireWhole(animator, draft.content());
        looks.requireApproved(animator.cluster(), draft);
    }

    /** Puts an uncertain or failed message of an issue back in the queue, on an animator's word. */
    @Transactional
    public void resend(Actor animator, long issue, long delivery) {
        queries.forWriting(animator, issue);
        if (!ledger.holds(animator.cluster(), reference(issue), delivery)) {
            throw new NotFoundException("delivery");
        }
        outbox.resend(animator.cluster(), delivery);
        audit.record(animator, "newsletter.resent", reference(issue), Long.toString(delivery));
    }

    /** What of an issue's mail has not left yet waits. */
    @Transactional
    public void pause(Actor animator, long issue) {
        queries.letters(animator, issue).forEach(letter -> outbox.pause(animator.cluster(), letter));
        audit.record(animator, "newsletter.paused", reference(issue), "");
    }

    /** Lets the mail of an issue go on. */
    @Transactional
    public void letGo(Actor animator, long issue) {
        queries.letters(animator, issue).forEach(letter -> outbox.letGo(animator.cluster(), letter));
        audit.record(animator, "newsletter.resumed", reference(issue), "");
    }

    /** The actor's own choice to get the newsletter by mail or not. */
    @Transactional
    public void subscribe(Actor actor, boolean wanted) {
        readers.choose(actor.cluster(), ReaderId.of(actor.person()), wanted, false);
    }

    /** The reader opened the issue. */
    @Transactional
    public void markRead(Actor actor, long issue) {
        queries.issue(actor, issue);
        jdbc.sql("INSERT IGNORE INTO newsletter_read (issue_id, person_id, read_at) VALUES (?, ?, ?)")
                .params(issue, actor.person().value(), now())
                .update();
    }

    /** Where the actor chooses what they get by mail. */
    public String choicesPath(Actor actor) {
        return "links/letters/choices/"
                + links.token(
                        Purposes.CHOICES,
                        Long.toString(actor.cluster().value()),
                        ReaderId.of(actor.person()).code(),
                        null);
    }

    /** The address of the actor's personal feed. */
    public String feedPath(Actor actor) {
        return "feeds/newsletter/"
                + links.token(
                        Purposes.FEED,
                        Long.toString(actor.cluster().value()),
                        Long.toString(actor.person().value()),
                        null)
                + ".atom";
    }

    static String reference(long issue) {
        return "newsletter:" + issue;
    }

    private Issue requireDraft(Actor animator, long id) {
        Issue issue = queries.forWriting(animator, id);
        if (issue.isPublished()) {
            throw new StaleEdit("issue");
        }
        return issue;
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }
}
