package org.convive.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convive.identity.Actor;
import org.convive.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How an issue was received, as counts: no pixel and no rewritten link tells who opened a mail, only what people did on
 * the portal and by the links of the letter.
 */
@Service
public class IssueNumbers {
    private static final int DAYS = 14;

    private final JdbcClient jdbc;
    private final NewsletterQueries queries;

    IssueNumbers(JdbcClient jdbc, NewsletterQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /**
     * @param delivered taken over by mail servers and not come back
     * @param read opened on the portal by signed-in members
     * @param left unsubscribed by the link of this letter
     * @param days the first two weeks, added up day by day; the first of them is the day after publication began
     */
    public record Numbers(int delivered, int read, Map<Block.Answer, Integer> answers, int left, List<Day> days) {}

    /** So many until then. */
    public record Day(int read, int answers, int left) {}

    public Numbers of(Actor animator, long issue) {
        Outbox.Progress progress = queries.progress(animator, issue);
        int[] read = perDay("newsletter_read", "read_at", issue);
        int[] answered = perDay("newsletter_answer", "answered_at", issue);
        int[] left = perDay("newsletter_departure", "left_at", issue);
        List<Day> days = new ArrayList<>();
        for (int day = 0; day <= DAYS; day++) {
            days.add(new Day(read[day], answered[day], left[day]));
        }
        Map<Block.Answer, Integer> answers = new TreeMap<>();
        jdbc.sql("SELECT answer, COUNT(*) AS n FROM newsletter_answer WHERE issue_id = ? GROUP BY answer")
                .param(issue)
                .query(row -> {
                    answers.put(Block.Answer.valueOf(row.getString("answer")), row.getInt("n"));
                });
        return new Numbers(
                progress.sent(),
                count("newsletter_read", issue),
                answers,
                count("newsletter_departure", issue),
                days.subList(0, lastDay(issue) + 1));
    }

    /** Days since publication, no further than today. */
    private int lastDay(long issue) {
        return jdbc.sql("""
                        SELECT LEAST(GREATEST(COALESCE(MAX(TIMESTAMPDIFF(HOUR, i.published_at, e.at) DIV 24), 0), 1), ?)
                        FROM newsletter_issue i JOIN (
                          SELECT issue_id, read_at AS at FROM newsletter_read WHERE issue_id = ?
                          UNION ALL SELECT issue_id, answered_at FROM newsletter_answer WHERE issue_id = ?
                          UNION ALL SELECT issue_id, left_at FROM newsletter_departure WHERE issue_id = ?) e
                        ON e.issue_id = i.id WHERE i.id = ?""")
                .params(DAYS, issue, issue, issue, issue)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private int count(String table, long issue) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE issue_id = ?")
                .param(issue)
                .query(Integer.class)
                .single();
    }

    private int[] perDay(String table, String column, long issue) {
        var days = new int[DAYS + 1];
        jdbc.sql("SELECT LEAST(GREATEST(TIMESTAMPDIFF(HOUR, i.published_at, t." + column
                        + ") DIV 24, 0), ?) AS day, COUNT(*) AS n FROM newsletter_issue i JOIN " + table
                        + " t ON t.issue_id = i.id WHERE i.id = ? GROUP BY day")
                .params(DAYS, issue)
                .query(row -> {
                    days[row.getInt("day")] += row.getInt("n");
                });
        for (int day = 1; day <= DAYS; day++) {
            days[day] += days[day - 1];
        }
        return days;
    }
}
