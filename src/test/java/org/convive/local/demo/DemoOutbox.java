package org.convive.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox, which while the story is told lets only recent letters to people with a demo account go on their way: the
 * demo mailbox begins with a few of them and not with thousands. Newsletters are in the ledger as sent to everybody,
 * since their pages count them; other letters of the past are not kept.
 */
class DemoOutbox implements Outbox {
    private static final Duration RECENT = Duration.ofDays(5);
    private static final long NONE = 0;

    private final Outbox ledger;
    private final JdbcClient jdbc;
    private final DemoClock clock;
    private final Set<String> mailboxes = ConcurrentHashMap.newKeySet();

    DemoOutbox(Outbox ledger, JdbcClient jdbc, DemoClock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
        mailboxes.add("nobody@convive.example");
    }

    /** Somebody may read the mail at this address. */
    void deliverTo(String address) {
        mailboxes.add(address);
    }

    @Override
    public long post(Letter letter) {
        if (!clock.tellsAStory()) {
            return ledger.post(letter);
        }
        boolean recent = clock.instant().isAfter(clock.today().minus(RECENT));
        if (letter.kind().startsWith("newsletter")) {
            return postAsSent(letter, recent);
        }
        List<Letter.Recipient> readers = letter.recipients().stream()
                .filter(recipient -> mailboxes.contains(recipient.address()))
                .toList();
        return recent && !readers.isEmpty() ? ledger.post(to(letter, readers)) : NONE;
    }

    /** In the transaction of the deed: nobody ever sees those deliveries queued. */
    private long postAsSent(Letter letter, boolean recent) {
        long id = ledger.post(letter);
        jdbc.sql("""
                        UPDATE mail_delivery SET state = 'SENT', attempts = 1, changed_at = :now
                        WHERE letter_id = :letter AND state = 'QUEUED' AND NOT (:recent AND address IN (:mailboxes))""")
                .param("now", Utc.column(clock.instant()))
                .param("letter", id)
                .param("recent", recent)
                .param("mailboxes", mailboxes)
                .update();
        return id;
    }

    private static Letter to(Letter letter, List<Letter.Recipient> readers) {
        return new Letter(
                letter.cluster(),
                letter.kind(),
                letter.subjectRef(),
                letter.fromName(),
                letter.replyTo(),
                letter.subject(),
                letter.text(),
                letter.html(),
                letter.calendar(),
                letter.headers(),
                readers);
    }

    @Override
    public Progress progress(long letter) {
        return ledger.progress(letter);
    }

    @Override
    public void resend(ClusterId cluster, long delivery) {
        ledger.resend(cluster, delivery);
    }

    @Override
    public void pause(ClusterId cluster, long letter) {
        ledger.pause(cluster, letter);
    }

    @Override
    public void letGo(ClusterId cluster, long letter) {
        ledger.letGo(cluster, letter);
    }
}
