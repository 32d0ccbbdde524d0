package org.convive.mail;

/**
 * Implemented by features that understand mail which comes to the portal's mailbox. Each message is offered to the
 * handlers in their order until one takes it. After a crash the last message may be offered again: taking one twice must
 * change nothing.
 */
public interface IncomingMailHandler {
    /** Lower is asked first: bounces before answers, answers before what nobody understands. */
    int order();

    /**
     * @return whether it was for this handler
     * @throws RuntimeException when it cannot be handled now: it is offered again, some times
     */
    boolean take(IncomingMail mail);
}
