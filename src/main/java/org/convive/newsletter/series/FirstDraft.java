package org.convive.newsletter.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Topic;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the next letter from what happened since the last one, what is coming, and what members sent. */
@Service
public class FirstDraft {
    private static final Duration AHEAD = Duration.ofDays(45);
    private static final Duration WITHOUT_A_LETTER = Duration.ofDays(31);
    private static final Duration REMEMBERED = Duration.ofDays(70);

    private final JdbcClient jdbc;
    private final Sources sources;
    private final NewsDesk news;
    private final NewsletterService newsletter;
    private final Translations texts;
    private final AuditTrail audit;
    private final Clock clock;

    FirstDraft(
            JdbcClient jdbc,
            Sources sources,
            NewsDesk news,
            NewsletterService newsletter,
            Translations texts,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.news = news;
        this.newsletter = newsletter;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the next letter could tell. */
    public Proposal propose(Actor animator) {
        animator.requireAnimator();
        Instant now = clock.instant();
        Instant last = lastLetter(animator);
        Instant since = last == null ? now.minus(WITHOUT_A_LETTER) : last;
        var period = new BlockSource.Period(since, now, now.plus(AHEAD));
        return Proposal.of(
                period,
                last,
                sources.candidates(animator.cluster(), period),
                told(animator, now.minus(REMEMBERED)),
                news.waiting(animator));
    }

    /**
     * Writes the draft of what was chosen, in the animator's language and in the other one.
     *
     * @param chosen candidates of {@link #propose}, in the order in which they are told
     * @param contributions what members sent and is taken into the letter
     * @return the new issue
     */
    @Transactional
    public long write(Actor animator, List<Candidate> chosen, List<NewsDesk.News> contributions) {
        animator.requireAnimator();
        Locale first = Translations.nearest(animator.locale());
        Locale second = first.equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
        List<Block> blocks = new ArrayList<>();
        Topic topic = null;
        for (Candidate candidate : chosen) {
            if (candidate.topic() != topic) {
                topic = candidate.topic();
                blocks.add(heading("newsletter.draft.topic." + topic.name().toLowerCase(Locale.ROOT), first, second));
            }
            blocks.add(Block.card(
                            Block.Kind.of(candidate.kind()),
                            candidate.thing(),
                            "",
                            candidate.text().apply(first))
                    .translated(new Block.Words("", candidate.text().apply(second), "", "")));
        }
        if (!contributions.isEmpty()) {
            blocks.add(heading("newsletter.draft.topic.news", first, second));
            contributions.forEach(one -> blocks.addAll(one.blocks(first)));
        }
        long issue = newsletter.begin(animator);
        Draft draft = new Draft(
                title(chosen, contributions, first),
                introduction(animator, chosen, contributions, first),
                first,
                blocks,
                new Draft.Opening(
                        title(chosen, contributions, second), introduction(animator, chosen, contributions, second)));
        newsletter.save(animator, issue, draft, 0);
        news.use(animator, contributions, issue);
        audit.record(animator, "newsletter.drafted", "newsletter:" + issue, Integer.toString(blocks.size()));
        return issue;
    }

    private Block heading(String key, Locale first, Locale second) {
        return Block.empty(Block.Kind.HEADING)
                .with(new Block.Words(texts.text(first, key), "", "", ""))
                .translated(new Block.Words(texts.text(second, key), "", "", ""));
    }

    private String title(List<Candidate> chosen, List<NewsDesk.News> contributions, Locale language) {
        List<String> names = new ArrayList<>();
        chosen.forEach(candidate -> names.add(candidate.title()));
        contributions.forEach(one -> names.add(one.content().title()));
        String title = names.isEmpty()
                ? texts.text(language, "newsletter.draft.title.empty")
                : names.size() == 1
                        ? names.getFirst()
                        : texts.text(language, "newsletter.draft.title", names.getFirst(), names.size() - 1);
        return title.length() <= 200 ? title : title.substring(0, title.offsetByCodePoints(0, 180)) + "…";
    }

    private String introduction(
            Actor animator, List<Candidate> chosen, List<NewsDesk.News> contributions, Locale language) {
        Instant last = lastLetter(animator);
        long coming = count(chosen, Topic.COMING);
        long welcome = count(chosen, Topic.WELCOME);
        var words = new StringBuilder(texts.text(language, "newsletter.draft.greeting")).append("\n\n");
        words.append(
                last == null
                        ? texts.text(language, "newsletter.draft.first")
                        : texts.text(language, "newsletter.draft.since", date(last, language, animator.zone())));
        if (coming > 0) {
            words.append(' ').append(texts.text(language, "newsletter.draft.coming", coming));
        }
        if (welcome > 0) {
            words.append(' ').append(texts.text(language, "newsletter.draft.welcome", welcome));
        }
        if (!contributions.isEmpty()) {
            words.append(' ').append(texts.text(language, "newsletter.draft.wrote", contributions.size()));
        }
        return words.toString();
    }

    private static String date(Instant at, Locale language, ZoneId zone) {
        return Dates.of(language, zone).date(at);
    }

    private static long count(List<Candidate> chosen, Topic topic) {
        return chosen.stream().filter(candidate -> candidate.topic() == topic).count();
    }

    private @Nullable Instant lastLetter(Actor animator) {
        return jdbc.sql("""
                        SELECT published_at FROM newsletter_issue WHERE cluster_id = ? AND state = 'PUBLISHED'
                        ORDER BY published_at DESC LIMIT 1""")
                .param(animator.cluster().value())
                .query((row, n) -> Utc.moment(row.getObject("published_at", LocalDateTime.class)))
                .optional()
                .orElse(null);
    }

    private Set<String> told(Actor animator, Instant since) {
        return jdbc.sql("""
                        SELECT DISTINCT CONCAT(b.kind, ':', b.thing_id) FROM newsletter_block b
                        JOIN newsletter_issue i ON i.id = b.issue_id
                        WHERE i.cluster_id = ? AND i.state = 'PUBLISHED' AND i.published_at >= ? AND b.thing_id IS NOT NULL""").params(animator.cluster().value(), Utc.column(since)).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }
}
