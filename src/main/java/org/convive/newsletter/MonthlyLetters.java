package org.convive.newsletter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.newsletter.readers.Frequency;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For readers who want one mail a month: on its first day, what the letters of the month before say. */
@Component
class MonthlyLetters {
    private static final int HOUR = 8;

    private final JdbcClient jdbc;
    private final Readers readers;
    private final ReaderWords words;
    private final Outbox outbox;
    private final Translations texts;
    private final Clock clock;
    private final String publicUrl;

    MonthlyLetters(
            JdbcClient jdbc,
            Readers readers,
            ReaderWords words,
            Outbox outbox,
            Translations texts,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.words = words;
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
                .param(Utc.column(clock.instant().minus(java.time.Duration.ofDays(62))))
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
        if (now.getDayOfMonth() != 1 || now.getHour() < HOUR) {
            return 0;
        }
        YearMonth month = YearMonth.from(now).minusMonths(1);
        List<Told> told = told(cluster, month);
        int first = jdbc.sql("INSERT IGNORE INTO newsletter_month (cluster_id, month, posted_at) VALUES (?, ?, ?)")
                .params(cluster.id().value(), month.toString(), Utc.column(clock.instant()))
                .update();
        if (first == 0 || told.isEmpty()) {
            return 0;
        }
        List<Reader> monthly = readers.reached(cluster.id()).stream()
                .filter(reader -> reader.preferences().frequency() == Frequency.MONTHLY)
                .toList();
        for (Locale language : Translations.LOCALES) {
            List<Reader> some = monthly.stream()
                    .filter(reader -> reader.preferences().language().equals(language))
                    .toList();
            if (!some.isEmpty()) {
                outbox.post(letter(cluster, month, told, language, some));
            }
        }
        return monthly.size();
    }

    private List<Told> told(Cluster cluster, YearMonth month) {
        return jdbc.sql("""
                        SELECT id, title, introduction FROM newsletter_issue
                        WHERE cluster_id = ? AND state = 'PUBLISHED' AND published_at >= ? AND published_at < ?
                        ORDER BY published_at""")
                .params(cluster.id().value(), begin(month, cluster.zone()), begin(month.plusMonths(1), cluster.zone()))
                .query((row, n) -> new Told(
                        row.getLong("id"),
                        row.getString("title"),
                        NewsletterQueries.lead(row.getString("introduction"))))
                .list();
    }

    private static LocalDateTime begin(YearMonth month, ZoneId zone) {
        return Utc.column(month.atDay(1).atStartOfDay(zone).toInstant());
    }

    private Letter letter(Cluster cluster, YearMonth month, List<Told> told, Locale language, List<Reader> some) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language) + " " + month.getYear();
        var text = new StringBuilder();
        told.forEach(issue -> text.append("* ")
                .append(issue.title())
                .append('\n')
                .append(issue.lead())
                .append(issue.lead().isEmpty() ? "" : "\n")
                .append(publicUrl)
                .append("/c/")
                .append(cluster.slug())
                .append("/newsletter/")
                .append(issue.id())
                .append("\n\n"));
        return new Letter(
                cluster.id(),
                "newsletter-month",
                "newsletter-month:" + month,
                cluster.name(),
                null,
                texts.text(language, "newsletter.month.subject", cluster.name(), name),
                texts.text(language, "newsletter.month.text", cluster.name(), name)
                        + "\n\n"
                        + text.toString().replace("{{", "{ {")
                        + "-- \n"
                        + texts.text(language, "newsletter.mail.why", cluster.name())
                        + "\n"
                        + texts.text(language, "newsletter.mail.text.choices", "{{choices}}")
                        + "\n"
                        + texts.text(language, "newsletter.mail.text.unsubscribe", "{{unsubscribe}}")
                        + "\n",
                null,
                null,
                words.headers(cluster.name(), cluster.slug()),
                some.stream()
                        .map(reader -> words.recipient(cluster.id(), reader, 0))
                        .toList());
    }

    private record Cluster(ClusterId id, String slug, String name, ZoneId zone) {}

    private record Told(long id, String title, String lead) {}
}
