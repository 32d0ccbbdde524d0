package org.convive.mail;

import org.convive.shared.ClusterId;

/** Where features put their mail. A letter posted in a transaction is sent after that transaction commits, or never. */
public interface Outbox {
    /**
     * Posts a letter: one ledger row for each recipient. List mail (with a List-Unsubscribe header) to a suppressed
     * address fails at once.
     *
     * @return the number that names this letter in the ledger
     */
    long post(Letter letter);

    /** How far a letter has come. */
    Progress progress(long letter);

    /** Puts an uncertain, failed or bounced delivery back in the queue, on a person's word only. */
    void resend(ClusterId cluster, long delivery);

    /** What of a letter has not left yet waits, until it is let go; what is on the line now still leaves. */
    void pause(ClusterId cluster, long letter);

    /** Lets a paused letter go on. */
    void letGo(ClusterId cluster, long letter);

    /** Counts of a letter's ledger rows. */
    record Progress(int queued, int paused, int claimed, int sent, int failed, int bounced, int uncertain) {
        public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0);

        public int total() {
            return toGo() + sent + failed + bounced + uncertain;
        }

        /** What has not been tried to its end. */
        public int toGo() {
            return queued + paused + claimed;
        }

        /** Of two letters together. */
        public Progress plus(Progress other) {
            return new Progress(
                    queued + other.queued,
                    paused + other.paused,
                    claimed + other.claimed,
                    sent + other.sent,
                    failed + other.failed,
                    bounced + other.bounced,
                    uncertain + other.uncertain);
        }
    }
}
