package org.convive.identity;

/** What a person is in one cluster. */
public enum Role {
    /** Takes part: answers, reads, joins. */
    MEMBER,
    /** Acts for an organisation: lends its means, books for it, keeps its page. */
    MANAGER,
    /** Animates the cluster: admits people, publishes, mends. */
    ANIMATOR
}
