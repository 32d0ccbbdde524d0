package org.convive.mail;

/** How far one message to one recipient has come. */
public enum DeliveryState {
    QUEUED,
    /** Waits until a person lets the letter go on. */
    PAUSED,
    /** Given to one node, which is talking to the mail server. */
    CLAIMED,
    /** The mail server took it over. */
    SENT,
    /** Refused for good. */
    FAILED,
    /** Taken over, and reported back later as not delivered. */
    BOUNCED,
    /** The answer of the mail server was never heard: it may have arrived. Never sent again by itself. */
    UNCERTAIN
}
