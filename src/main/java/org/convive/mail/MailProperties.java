package org.convive.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node sends mail.
 *
 * @param from the sender's address of every message
 * @param delivery whether this node sends; {@code off} leaves the work to other nodes (and to tests)
 * @param perSecond at most so many messages a second from this node; 0 for as fast as the mail server takes them
 * @param perDomain at most so many messages a second from this node to one mail service; 0 for no limit
 * @param domains other limits for some mail services, e.g. {@code convive.mail.domains[gmail.com]=2}
 * @param connections so many conversations with the mail server side by side when there is much to send
 * @param bounces where mail servers report what could not be delivered; by default {@code from}
 * @param plusAddresses whether the mail server delivers {@code name+anything@host} to {@code name@host}
 * @param node the name of this node in the ledger; by default the host's name
 * @param dkim the key to sign with; null where the site's mail server signs
 */
@ConfigurationProperties("convive.mail")
record MailProperties(
        String from,
        @DefaultValue("true") boolean delivery,
        @DefaultValue("20") double perSecond,
        @DefaultValue("5") double perDomain,
        @DefaultValue Map<String, Double> domains,
        @DefaultValue("2") int connections,
        @Nullable String bounces,
        @DefaultValue("true") boolean plusAddresses,
        @Nullable String node,
        @Nullable Dkim dkim) {

    /**
     * @param domain that signs, usually the one of {@code from}
     * @param selector the name of the key in the domain's DNS: {@code selector._domainkey.domain}
     * @param key the private RSA or Ed25519 key (PKCS #8, PEM), or {@code file:} and where it stands
     */
    record Dkim(String domain, String selector, String key) {}

    /** Everything as it is unless said otherwise. */
    static MailProperties plain(String from, int connections) {
        return new MailProperties(from, true, 0, 0, Map.of(), connections, null, true, null, null);
    }

    String bounceMailbox() {
        return bounces == null || bounces.isBlank() ? from : bounces;
    }
}
