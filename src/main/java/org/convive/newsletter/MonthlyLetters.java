package org.convive.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Frequency;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Markdown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * For readers who want one mail a month: on its first day, or on the first one on which a node is there, what the letters
 * of the month before said to them.
 */
@Component
class MonthlyLetters {
    private static final int HOUR = 8;

    /** Later it would be no news any more. */
    private static final int LAST_DAY = 7;

    private static final Duration TWO_MONTHS = Duration.ofDays(62);

    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final Readers readers;
    private final Audiences audiences;
    private final ReaderWords words;
    private final Looks looks;
    private final FeedClusters clusters;
    private final IssueHtml html;
    private final IssueText plain;
    private final Outbox outbox;
    private final Translations texts;
    private final Clock clock;
    private final String publicUrl;

    MonthlyLetters(
            JdbcClient jdbc,
            NewsletterQueries queries,
            Readers readers,
            Audiences audiences,
            ReaderWords words,
            Looks looks,
            FeedClusters clusters,
            IssueHtml html,
            IssueText plain,
            Outbox outbox,
            Translations texts,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.readers = readers;
        this.audiences = audiences;
        this.words = words;
        this.looks = looks;
        this.clusters = clusters;
        this.html = html;
        this.plain = plain;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Posts what is due in all clusters that published something; at most one mail a cluster, month and reader. */
    @Transactional
    public int postDue() {
        return jdbc
                .sql("""
                        SELECT DISTINCT c.id, c.slug, c.name, c.time_zone FROM cluster c
                        JOIN newsletter_issue i ON i.cluster_id = c.id AND i.state = 'PUBLISHED' AND i.published_at > ?""")
                .param(Utc.column(clock.instant().minus(TWO_MONTHS)))
                .query((row, n) -> new Cluster(
                        new ClusterId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone"))))
                .list()
                .stream()
                .mapToInt(this::post)
                .sum();
    }

    private int post(Cluster cluster) {
        ZonedDateTime now = clock.instant().atZone(cluster.zone());
        if (now.getDayOfMonth() > LAST_DAY || now.getHour() < HOUR) {
            return 0;
        }
        YearMonth month = YearMonth.from(now).minusMonths(1);
        int first = jdbc.sql("INSERT IGNORE INTO newsletter_month (cluster_id, month, posted_at) VALUES (?, ?, ?)")
                .params(cluster.id().value(), month.toString(), Utc.column(clock.instant()))
                .update();
        return first == 0 ? 0 : post(cluster, month, issues(cluster, month));
    }

    /** Who got other letters, because these went to some only, gets another mail. */
    private int post(Cluster cluster, YearMonth month, List<Issue> issues) {
        Map<Issue, Predicate<Reader>> to = new LinkedHashMap<>();
        issues.forEach(issue ->
                to.put(issue, audiences.in(cluster.id(), issue.envelope().segment())));
        Map<Told, List<Reader>> mails = readers.reached(cluster.id()).stream()
                .filter(reader -> reader.preferences().frequency() == Frequency.MONTHLY)
                .collect(Collectors.groupingBy(
                        reader -> new Told(
                                reader.preferences().language(),
                                reader.id().member(),
                                issues.stream()
                                        .filter(issue -> to.getOrDefault(issue, all -> true)
                                                .test(reader))
                                        .toList()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        int posted = 0;
        for (Map.Entry<Told, List<Reader>> mail : mails.entrySet()) {
            if (!mail.getKey().issues().isEmpty()) {
                outbox.post(letter(cluster, month, mail.getKey(), mail.getValue()));
                posted += mail.getValue().size();
            }
        }
        return posted;
    }

    private List<Issue> issues(Cluster cluster, YearMonth month) {
        return jdbc
                .sql("""
                        SELECT id FROM newsletter_issue
                        WHERE cluster_id = ? AND state = 'PUBLISHED' AND published_at >= ? AND published_at < ?
                        ORDER BY published_at""")
                .params(cluster.id().value(), begin(month, cluster.zone()), begin(month.plusMonths(1), cluster.zone()))
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> queries.read(new PersonId(0), cluster.id(), id).stream())
                .toList();
    }

    private static LocalDateTime begin(YearMonth month, ZoneId zone) {
        return Utc.column(month.atDay(1).atStartOfDay(zone).toInstant());
    }

    private Letter letter(Cluster cluster, YearMonth month, Told told, List<Reader> some) {
        Locale language = told.language();
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language) + " " + month.getYear();
        boolean inPublic = !told.members() && clusters.open(cluster.slug()).isPresent();
        String letters =
                publicUrl + (inPublic ? "/public/letters/" + cluster.slug() : "/c/" + cluster.slug() + "/newsletter");
        Edition edition = edition(cluster, name, told, letters, inPublic);
        return new Letter(
                cluster.id(),
                "newsletter-month",
                "newsletter-month:" + month,
                cluster.name(),
                null,
                texts.text(language, "newsletter.month.subject", cluster.name(), name),
                plain.render(edition),
                html.render(edition),
                null,
                words.headers(cluster.name(), cluster.slug()),
                some.stream()
                        .map(reader -> words.recipient(cluster.id(), cluster.name(), reader, 0, letters))
                        .toList());
    }

    private Edition edition(Cluster cluster, String month, Told told, String letters, boolean inPublic) {
        Locale language = told.language();
        List<Block> blocks = new ArrayList<>();
        for (Issue issue : told.issues()) {
            Draft content = issue.content().edition(language);
            // Its first words stand here as they are: what was Markdown in them is none in a shortened text.
            blocks.add(Block.text(content.title(), Markdown.escaped(NewsletterQueries.lead(content.introduction()))));
            blocks.add(Block.empty(Block.Kind.BUTTON)
                    .with(new Block.Words(texts.text(language, "newsletter.month.read"), "", "", ""))
                    .link(page(cluster, issue, letters, inPublic)));
        }
        return new Edition(
                cluster.id(),
                cluster.name(),
                cluster.name(),
                new Draft(
                        texts.text(language, "newsletter.month.title", month),
                        texts.text(language, "newsletter.month.text", cluster.name(), month),
                        language,
                        blocks),
                language,
                looks.of(cluster.id()),
                AnswerLinks.NONE,
                publicUrl,
                true,
                new Edition.Frame(
                        cluster.name(),
                        letters,
                        texts.text(language, "newsletter.month.all"),
                        ReaderWords.WHY,
                        ReaderWords.CHOICES,
                        ReaderWords.UNSUBSCRIBE),
                "");
    }

    /** What went to some readers only stands on no public page. */
    private String page(Cluster cluster, Issue issue, String letters, boolean inPublic) {
        return inPublic && issue.envelope().segment().isEverybody()
                ? letters + "/" + issue.summary().number()
                : publicUrl + "/c/" + cluster.slug() + "/newsletter/" + issue.id();
    }

    private record Cluster(ClusterId id, String slug, String name, ZoneId zone) {}

    /** @param members who has no account reads where everybody may, if the cluster has such a place */
    private record Told(Locale language, boolean members, List<Issue> issues) {}
}
