package org.convive.newsletter;

/** What the newsletter's signed links are good for. */
public final class Purposes {
    /** Subject: the cluster. Payload: the reader and the issue, {@code m12.47}. */
    static final String UNSUBSCRIBE = "newsletter.unsubscribe";

    /** Subject: the cluster. Payload: the person. */
    static final String FEED = "newsletter.feed";

    /** Subject: the picture. */
    static final String PICTURE = "newsletter.picture";

    /** Subject: the issue. Payload: the reader. */
    static final String ANSWER = "newsletter.answer";

    /** Subject: the cluster. Payload: the reader. */
    public static final String CHOICES = "newsletter.choices";

    private Purposes() {}
}
