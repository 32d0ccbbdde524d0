package org.convive.mail;

import org.convive.shared.ClusterId;

/** Where features put their mail. A letter posted in a transaction is sent after that transaction commits, or never. */
public interface Outbox {
    /**
     * Posts a letter: one ledger row for each recipient.
     *
     * @return the number that names this letter in the ledger
     */
    long post(Letter letter);

    /** How far a letter has come. */
    Progress progress(long letter);

    /** Puts an uncertain or failed delivery back in the queue, on a person's word only. */
    void resend(ClusterId cluster, long delivery);

    /** Counts of a letter's ledger rows. */
    record Progress(int queued, int claimed, int sent, int failed, int uncertain) {
        public int total() {
            return queued + claimed + sent + failed + uncertain;
        }
    }
}
