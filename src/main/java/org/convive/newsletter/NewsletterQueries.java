package org.convive.newsletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.mail.MailLedger;
import org.convive.mail.Outbox;
import org.convive.newsletter.readers.Segment;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads of the newsletter, each scoped by the actor's cluster. Drafts are for animators only. */
@Service
public class NewsletterQueries {
    private static final int LEAD = 220;

    private static final String ISSUES = """
            SELECT i.id, i.number, i.title, i.introduction, i.other_title, i.other_introduction, i.language, i.author_id, p.name AS author_name,
                   p.picture_id AS author_picture, i.words, i.state, i.changed_at, i.tested_at, i.published_at, i.version, i.segment, i.template_id,
                   (SELECT b.picture_id FROM newsletter_block b
                    WHERE b.issue_id = i.id AND b.picture_id IS NOT NULL ORDER BY b.position LIMIT 1) AS picture_id,
                   NOT EXISTS (SELECT 1 FROM newsletter_read r
                               WHERE r.issue_id = i.id AND r.person_id = ?) AS unread
            FROM newsletter_issue i JOIN person p ON p.id = i.author_id
            WHERE i.cluster_id = ?
            """;

    private static final String NEWEST = "ORDER BY i.published_at DESC, i.id DESC LIMIT ?";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailLedger ledger;
    /** InnoDB's own stop words of three letters or more: an index that is rebuilt by a change of its table may lack them. */
    private static final Set<String> UNINDEXED = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when", "where", "who",
            "will", "with", "und", "www");

    private final IssueRows rows;
    private final DraftJson json;

    NewsletterQueries(JdbcClient jdbc, Outbox outbox, MailLedger ledger, IssueRows rows, DraftJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    /** The issues readers have, the newest first. */
    public List<IssueSummary> published(Actor actor, int limit) {
        return jdbc.sql(ISSUES + "AND i.state = 'PUBLISHED' " + NEWEST)
                .params(actor.person().value(), actor.cluster().value(), limit)
                .query(NewsletterQueries::summary)
                .list();
    }

    /** Published issues that contain words that begin so, all of them; accents and case do not matter. */
    public List<IssueSummary> search(Actor actor, String text, int limit) {
        var where = new StringBuilder("AND i.state = 'PUBLISHED'\n");
        List<Object> params =
                new ArrayList<>(List.of(actor.person().value(), actor.cluster().value()));
        Arrays.stream(text.strip().split("[^\\p{L}\\p{N}%€$]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .forEach(word -> {
                    String like =
                            "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
                    if (word.matches("[\\p{L}\\p{N}]{3,}") && !UNINDEXED.contains(word.toLowerCase(Locale.ROOT))) {
                        where.append("""
                                AND (MATCH (i.title, i.other_title, i.plain) AGAINST (? IN BOOLEAN MODE)
                                     OR p.name LIKE ? ESCAPE '!')
                                """);
                        params.addAll(List.of("+" + word + "*", like));
                    } else {
                        // The index holds no words of one or two letters, and perhaps not those.
                        where.append("AND (i.title LIKE ? ESCAPE '!' OR i.plain LIKE ? ESCAPE '!')\n");
                        params.addAll(List.of(like, like));
                    }
                });
        params.add(limit);
        return jdbc.sql(ISSUES + where + NEWEST)
                .params(params)
                .query(NewsletterQueries::summary)
                .list();
    }

    /** The letters that the reader keeps, the newest first. */
    public List<IssueSummary> kept(Actor actor, int limit) {
        return jdbc.sql(ISSUES + """
                        AND i.state = 'PUBLISHED' AND EXISTS (SELECT 1 FROM newsletter_bookmark k
                            WHERE k.issue_id = i.id AND k.person_id = ?)
                        """ + NEWEST)
                .params(
                        actor.person().value(),
                        actor.cluster().value(),
                        actor.person().value(),
                        limit)
                .query(NewsletterQueries::summary)
                .list();
    }

    /** The letter to everybody of a cluster with this number. */
    Optional<Issue> numbered(ClusterId cluster, int number) {
        return jdbc.sql("SELECT id FROM newsletter_issue WHERE cluster_id = ? AND number = ? AND state = 'PUBLISHED'"
                        + " AND segment IS NULL")
                .params(cluster.value(), number)
                .query(Long.class)
                .optional()
                .flatMap(id -> read(new PersonId(0), cluster, id));
    }

    /** What is being written, the last touched first. */
    public List<IssueSummary> drafts(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql(ISSUES + "AND i.state = 'DRAFT' ORDER BY i.changed_at DESC, i.id DESC LIMIT 100")
                .params(animator.person().value(), animator.cluster().value())
                .query(NewsletterQueries::summary)
                .list();
    }

    /** One published issue. */
    public Issue issue(Actor actor, long id) {
        return read(actor.person(), actor.cluster(), id)
                .filter(Issue::isPublished)
                .orElseThrow(() -> new NotFoundException("issue"));
    }

    /** One issue, published or not, for its writers. */
    public Issue forWriting(Actor animator, long id) {
        animator.requireAnimator();
        return read(animator.person(), animator.cluster(), id).orElseThrow(() -> new NotFoundException("issue"));
    }

    /** How many published issues the reader has not opened, counting the newest five only. */
    public int unread(Actor actor) {
        return (int) published(actor, 5).stream().filter(IssueSummary::unread).count();
    }

    /** Whether the actor gets the newsletter by mail. */
    public boolean subscribed(Actor actor) {
        return jdbc.sql("SELECT subscribed FROM newsletter_subscription WHERE cluster_id = ? AND person_id = ?")
                .params(actor.cluster().value(), actor.person().value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** How far the sending of an issue has come. */
    public Outbox.Progress progress(Actor animator, long issue) {
        return letters(animator, issue).stream()
                .map(outbox::progress)
                .reduce(Outbox.Progress.NONE, Outbox.Progress::plus);
    }

    /** The letters of an issue in the mail ledger. */
    List<Long> letters(Actor animator, long issue) {
        forWriting(animator, issue);
        return jdbc.sql("SELECT letter_id FROM newsletter_sending WHERE issue_id = ?")
                .param(issue)
                .query(Long.class)
                .list();
    }

    /** The ledger of an issue, row by row. */
    public List<MailLedger.Delivery> ledger(Actor animator, long issue, int offset, int limit) {
        forWriting(animator, issue);
        return ledger.deliveries(animator.cluster(), NewsletterService.reference(issue), offset, limit);
    }

    /**
     * For the feed of a cluster: everything in its newest published issues, in two statements however many they are.
     *
     * @param everybody whether everybody reads it: letters to some stand among members only
     */
    List<Issue> newest(ClusterId cluster, boolean everybody, int limit) {
        List<Issue> bare = jdbc.sql(ISSUES + "AND i.state = 'PUBLISHED' AND (i.segment IS NULL OR NOT ?)\n" + NEWEST)
                .params(0, cluster.value(), everybody, limit)
                .query((row, n) -> issue(row, List.of()))
                .list();
        Map<Long, List<Block>> blocks = rows.blocks(bare.stream().map(Issue::id).toList());
        return bare.stream()
                .map(issue -> issue.with(blocks.getOrDefault(issue.id(), List.of())))
                .toList();
    }

    Optional<Issue> read(PersonId reader, ClusterId cluster, long id) {
        return jdbc.sql(ISSUES + "AND i.id = ?")
                .params(reader.value(), cluster.value(), id)
                .query((row, n) -> issue(row, rows.blocks(id)))
                .optional();
    }

    private Issue issue(ResultSet row, List<Block> blocks) throws SQLException {
        LocalDateTime tested = row.getObject("tested_at", LocalDateTime.class);
        return new Issue(
                summary(row, 0),
                IssueRows.draft(row, blocks),
                Issue.State.valueOf(row.getString("state")),
                Utc.moment(row.getObject("changed_at", LocalDateTime.class)),
                tested == null ? null : Utc.moment(tested),
                envelope(row),
                row.getInt("version"));
    }

    private Envelope envelope(ResultSet row) throws SQLException {
        String segment = row.getString("segment");
        return new Envelope(
                segment == null ? Segment.EVERYBODY : json.segment(segment), row.getObject("template_id", Long.class));
    }

    private static IssueSummary summary(ResultSet row, int number) throws SQLException {
        LocalDateTime published = row.getObject("published_at", LocalDateTime.class);
        LocalDateTime changed = row.getObject("changed_at", LocalDateTime.class);
        return new IssueSummary(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("title"),
                lead(row.getString("introduction")),
                row.getString("language"),
                new PersonId(row.getLong("author_id")),
                row.getString("author_name"),
                row.getObject("author_picture", Long.class),
                row.getObject("picture_id", Long.class),
                row.getInt("words"),
                Utc.moment(Objects.requireNonNullElse(published, changed)),
                row.getBoolean("unread"));
    }

    static String lead(@Nullable String introduction) {
        String text = introduction == null ? "" : Markdown.text(introduction).replaceAll("\\s+", " ");
        if (text.length() <= LEAD) {
            return text;
        }
        int space = text.lastIndexOf(' ', LEAD);
        return text.substring(0, space > 0 ? space : LEAD) + "…";
    }
}
