package org.convive.newsletter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockAnswers;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers say to a letter in one tap. Only what the writer asked can be said, and only by who got the letter. */
@Service
public class IssueAnswers {
    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final Readers readers;
    private final Sources sources;
    private final List<BlockAnswers> features;
    private final Clock clock;

    IssueAnswers(
            JdbcClient jdbc,
            NewsletterQueries queries,
            Readers readers,
            Sources sources,
            List<BlockAnswers> features,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.readers = readers;
        this.sources = sources;
        this.features = features;
        this.clock = clock;
    }

    /**
     * One question of a letter to one reader.
     *
     * @param said whether they said it already
     */
    record Question(ClusterId cluster, Issue issue, Block block, Block.Answer answer, Reader reader, boolean said) {}

    /** @return empty when the issue, the block or the reader is not there, or this was not asked */
    Optional<Question> question(long issue, String block, String answer, ReaderId id) {
        Optional<ClusterId> cluster = jdbc.sql(
                        "SELECT cluster_id FROM newsletter_issue WHERE id = ? AND state = 'PUBLISHED'")
                .param(issue)
                .query(Long.class)
                .optional()
                .map(ClusterId::new);
        return cluster.flatMap(known -> readers.get(known, id)
                .flatMap(reader -> queries.read(new PersonId(0), known, issue)
                        .flatMap(found -> found.content().blocks().stream()
                                .filter(one -> one.id().equals(block))
                                .findFirst()
                                .flatMap(one -> one.answers().stream()
                                        .filter(possible -> possible.name().equals(answer))
                                        .findFirst()
                                        .map(asked -> new Question(
                                                known, found, one, asked, reader, said(issue, block, id, asked)))))));
    }

    /** The card of what is asked about, if it has one that this reader may see. */
    Optional<BlockSource.Card> card(Question question, Locale locale) {
        return question.reader().id().member()
                ? sources.card(question.cluster(), question.block(), locale)
                : sources.publicCard(question.cluster(), question.block(), locale);
    }

    /** Notes the answer; saying it again changes nothing. */
    @Transactional
    public void say(Question question) {
        jdbc.sql("""
                        INSERT IGNORE INTO newsletter_answer (issue_id, block_id, reader, answer, answered_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        question.issue().id(),
                        question.block().id(),
                        question.reader().id().code(),
                        question.answer().name(),
                        Utc.column(clock.instant()))
                .update();
    }

    /**
     * Lets the feature know whose thing it is.
     *
     * @return whether it stands there now, e.g. among who comes to the meeting
     */
    boolean tell(Question question) {
        Long thing = question.block().thing();
        if (question.answer() != Block.Answer.COME
                || thing == null
                || !question.reader().id().member()) {
            return false;
        }
        return features.stream()
                .filter(feature -> feature.kind() == question.block().kind().source())
                .anyMatch(feature -> feature.come(
                        question.cluster(), new PersonId(question.reader().id().id()), thing));
    }

    /** That was a mistake. */
    @Transactional
    public void takeBack(Question question) {
        jdbc.sql("DELETE FROM newsletter_answer WHERE issue_id = ? AND block_id = ? AND reader = ? AND answer = ?")
                .params(
                        question.issue().id(),
                        question.block().id(),
                        question.reader().id().code(),
                        question.answer().name())
                .update();
    }

    /** How an answer to a block is called among {@link #mine}. */
    public static String key(String block, Block.Answer answer) {
        return block + ":" + answer;
    }

    /** What the member said to a letter so far. */
    public Set<String> mine(Actor actor, long issue) {
        queries.issue(actor, issue);
        return Set.copyOf(jdbc.sql(
                        "SELECT CONCAT(block_id, ':', answer) FROM newsletter_answer WHERE issue_id = ? AND reader = ?")
                .params(issue, ReaderId.of(actor.person()).code())
                .query(String.class)
                .list());
    }

    /**
     * A member answers on the portal.
     *
     * @return whether it stands with the feature now, as {@link #tell} says
     */
    public boolean answer(Actor actor, long issue, String block, Block.Answer answer) {
        Question question = asked(actor, issue, block, answer);
        say(question);
        return tell(question);
    }

    /** A member takes an answer back on the portal. */
    public void takeBack(Actor actor, long issue, String block, Block.Answer answer) {
        takeBack(asked(actor, issue, block, answer));
    }

    private Question asked(Actor actor, long issue, String block, Block.Answer answer) {
        queries.issue(actor, issue);
        return question(issue, block, answer.name(), ReaderId.of(actor.person()))
                .orElseThrow(() -> new NotFoundException("question"));
    }

    /** Who offered help or is interested, the newest first: readers were told that the writer sees their name. */
    public List<Said> said(Actor animator, long issue) {
        Map<String, String> titles = titles(animator, issue);
        return jdbc.sql("""
                        SELECT a.block_id, a.answer, a.answered_at, COALESCE(p.name, o.name) AS name,
                               COALESCE(p.email, o.email) AS email
                        FROM newsletter_answer a
                        LEFT JOIN person p ON a.reader = CONCAT('m', p.id)
                        LEFT JOIN newsletter_outsider o ON a.reader = CONCAT('o', o.id)
                        WHERE a.issue_id = ? ORDER BY a.answered_at DESC LIMIT 200""")
                .param(issue)
                .query((row, n) -> new Said(
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        Objects.requireNonNullElse(row.getString("email"), ""),
                        titles.getOrDefault(row.getString("block_id"), ""),
                        Block.Answer.valueOf(row.getString("answer")),
                        Utc.moment(row.getObject("answered_at", LocalDateTime.class))))
                .list();
    }

    /** How often each answer was given to each block, in the order of the letter. */
    public List<PerBlock> perBlock(Actor animator, long issue) {
        Map<String, String> titles = titles(animator, issue);
        Map<String, Map<Block.Answer, Integer>> counts = new HashMap<>();
        jdbc.sql(
                        "SELECT block_id, answer, COUNT(*) AS n FROM newsletter_answer WHERE issue_id = ? GROUP BY block_id, answer")
                .param(issue)
                .query(row -> {
                    counts.computeIfAbsent(row.getString("block_id"), block -> new EnumMap<>(Block.Answer.class))
                            .put(Block.Answer.valueOf(row.getString("answer")), row.getInt("n"));
                });
        return titles.entrySet().stream()
                .map(title -> new PerBlock(title.getValue(), counts.getOrDefault(title.getKey(), Map.of())))
                .filter(block -> !block.answers().isEmpty())
                .toList();
    }

    /** What the blocks that ask something are about, each looked up once; for writers. */
    private Map<String, String> titles(Actor animator, long issue) {
        Map<String, String> titles = new LinkedHashMap<>();
        queries.forWriting(animator, issue).content().blocks().stream()
                .filter(block -> !block.answers().isEmpty())
                .forEach(block -> titles.put(
                        block.id(),
                        block.title().isBlank()
                                ? sources.card(animator.cluster(), block, animator.locale())
                                        .map(BlockSource.Card::title)
                                        .orElse("")
                                : block.title()));
        return titles;
    }

    private boolean said(long issue, String block, ReaderId reader, Block.Answer answer) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM newsletter_answer
                        WHERE issue_id = ? AND block_id = ? AND reader = ? AND answer = ?""")
                        .params(issue, block, reader.code(), answer.name())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** @param about the block's heading or what its card shows */
    public record PerBlock(String about, Map<Block.Answer, Integer> answers) {}

    /** @param about the block's heading or what its card shows */
    public record Said(String name, String email, String about, Block.Answer answer, Instant at) {}
}
