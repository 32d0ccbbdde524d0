package org.convive.newsletter;

/** What the newsletter's signed links are good for. */
final class Purposes {
    /** Subject: the cluster. Payload: the person. */
    static final String UNSUBSCRIBE = "newsletter.unsubscribe";

    /** Subject: the cluster. Payload: the person. */
    static final String FEED = "newsletter.feed";

    /** Subject: the picture. */
    static final String PICTURE = "newsletter.picture";

    private Purposes() {}
}
