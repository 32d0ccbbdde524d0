package org.convive.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.mail.Suppressions;
import org.convive.newsletter.Block;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.Look;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Template;
import org.convive.newsletter.Templates;
import org.convive.newsletter.readers.Frequency;
import org.convive.newsletter.readers.Preferences;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.newsletter.readers.Topic;
import org.convive.newsletter.reading.Reading;
import org.convive.shared.EmailAddress;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads the letters besides the members, what readers choose and say, and whose mailbox is gone. */
class DemoReaders {
    private static final String GONE = "redaction@ancien-journal.example";

    private final Readers readers;
    private final NewsletterService newsletter;
    private final NewsletterQueries queries;
    private final IssueAnswers answers;
    private final Reading reading;
    private final Templates templates;
    private final Suppressions suppressions;
    private final JdbcClient jdbc;
    private final DemoClock clock;

    DemoReaders(
            Readers readers,
            NewsletterService newsletter,
            NewsletterQueries queries,
            IssueAnswers answers,
            Reading reading,
            Templates templates,
            Suppressions suppressions,
            JdbcClient jdbc,
            DemoClock clock) {
        this.readers = readers;
        this.newsletter = newsletter;
        this.queries = queries;
        this.answers = answers;
        this.reading = reading;
        this.templates = templates;
        this.suppressions = suppressions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before the letters: outsiders who confirmed, members who chose. */
    void gather(Cast cast) {
        Actor animator = cast.animator();
        clock.moveTo(clock.today().minusSeconds(60L * 86_400));
        outsider(animator, "Mairie d’Oustreval", "mairie@oustreval.example", Locale.FRENCH, true);
        outsider(animator, "Institut du four", "contact@institut-du-four.example", Locale.ENGLISH, true);
        outsider(animator, "L’Ancien Journal", GONE, Locale.FRENCH, true);
        outsider(animator, "Lycée d’Ormeval", "atelier@lycee-ormeval.example", Locale.FRENCH, false);
        List<Actor> members = cast.everybody();
        choose(members.get(members.size() - 2), Frequency.MONTHLY, Set.of());
        choose(members.get(members.size() - 3), Frequency.CONCERNS_ME, Set.of(Topic.MEANS, Topic.HELP));
        newsletter.subscribe(members.getLast(), false);
        templates.add(
                animator,
                new Template(
                        "Call to all",
                        Look.Accent.RUBY,
                        null,
                        "Who can help, answers with one tap.\n\n*" + animator.name() + "*",
                        "Qui peut aider répond d’un geste.\n\n*" + animator.name() + "*"));
    }

    private void outsider(Actor animator, String name, String email, Locale language, boolean confirms) {
        readers.ask(animator.cluster(), new EmailAddress(email), name, language, animator);
        if (confirms) {
            long id = readers.find(animator, email, 0, 1).getFirst().id().id();
            readers.confirm(animator.cluster(), id);
        }
    }

    private void choose(Actor member, Frequency frequency, Set<Topic> topics) {
        readers.choose(
                member.cluster(),
                ReaderId.of(member.person()),
                new Preferences(true, frequency, member.locale(), topics),
                false);
    }

    /** After a letter: some answer it, one writes back, and one mailbox turns out to be gone. */
    void react(Cast cast, long issue, Instant published) {
        List<Actor> members = cast.everybody();
        List<Block> asking = queries.issue(cast.animator(), issue).content().blocks().stream()
                .filter(block -> block.answers().contains(Block.Answer.HELP))
                .toList();
        for (Block block : asking) {
            for (int i = 0; i < 5; i++) {
                move(published, 3_600L * (i + 2));
                answers.answer(
                        members.get(3 + 4 * i),
                        issue,
                        block.id(),
                        i % 2 == 0 ? Block.Answer.HELP : Block.Answer.INTERESTED);
            }
            reading.reply(
                    members.get(5),
                    issue,
                    "We have a carrier to Rouen on Wednesdays. Would that do?",
                    "demo-reply-" + issue);
        }
        comesBack(issue);
    }

    private void move(Instant published, long seconds) {
        Instant moment = published.plusSeconds(seconds);
        clock.moveTo(moment.isBefore(clock.today()) ? moment : clock.today().minusSeconds(30));
    }

    /** As a report of the other side's mail server would have it. */
    private void comesBack(long issue) {
        int noted =
                jdbc.sql("""
                        UPDATE mail_delivery d JOIN newsletter_sending s ON s.letter_id = d.letter_id
                        SET d.state = 'BOUNCED', d.error = '5.1.1 no such mailbox', d.changed_at = ?
                        WHERE s.issue_id = ? AND d.address = ? AND d.state = 'SENT'""").params(Utc.column(clock.instant()), issue, GONE).update();
        if (noted > 0) {
            suppressions.add(new EmailAddress(GONE), Suppressions.Reason.HARD_BOUNCE, "5.1.1 no such mailbox");
        }
    }
}
