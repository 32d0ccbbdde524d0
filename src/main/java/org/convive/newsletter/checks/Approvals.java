package org.convive.newsletter.checks;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.newsletter.Issue;
import org.convive.newsletter.Looks;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.series.SeriesNotices;
import org.convive.notices.Notice;
import org.convive.notices.Notices;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way to a second person's yes: the other animators are asked to look, and who wrote hears that one said it. */
@Service
public class Approvals {
    private final JdbcClient jdbc;
    private final NewsletterQueries queries;
    private final Looks looks;
    private final Notices notices;

    Approvals(JdbcClient jdbc, NewsletterQueries queries, Looks looks, Notices notices) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.looks = looks;
        this.notices = notices;
    }

    /**
     * Asks the other animators to look at a letter as it stands; who was asked about it as it stands is not asked again.
     *
     * @return how many there are to say yes
     * @throws StaleEdit when it has left
     */
    @Transactional
    public int ask(Actor animator, long id) {
        Issue issue = draft(animator, id);
        List<PersonId> others = jdbc.sql("""
                        SELECT person_id FROM membership
                        WHERE cluster_id = ? AND role = 'ANIMATOR' AND person_id <> ? LIMIT 50""")
                .params(animator.cluster().value(), animator.person().value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list();
        notices.tell(others.stream()
                .map(other -> notice(animator, issue, other, "asked")
                        .withWords(Message.of("newsletter.notice.approval.words")))
                .toList());
        return others.size();
    }

    /** The second person's yes to the issue as it stands. */
    @Transactional
    public void approve(Actor animator, long id) {
        Issue issue = draft(animator, id);
        looks.approve(animator, issue);
        notices.tell(notice(animator, issue, looks.lastWriter(issue), "given"));
    }

    private Issue draft(Actor animator, long id) {
        Issue issue = queries.forWriting(animator, id);
        if (issue.isPublished()) {
            throw new StaleEdit("issue");
        }
        return issue;
    }

    private static Notice notice(Actor animator, Issue issue, PersonId reader, String what) {
        return Notice.of(
                        animator.cluster(),
                        reader,
                        SeriesNotices.APPROVAL,
                        Message.of(
                                "newsletter.notice.approval." + what,
                                animator.name(),
                                issue.content().title()),
                        "c/" + animator.slug() + "/newsletter/" + issue.id() + "/edit")
                .about("newsletter:" + issue.id())
                .once("newsletter.approval-" + what + ":" + issue.id() + ":" + issue.version());
    }
}
