package org.convive.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node sends mail.
 *
 * @param from the sender's address of every message
 * @param delivery whether this node sends; {@code off} leaves the work to other nodes (and to tests)
 * @param perSecond at most so many messages a second from this node; 0 for as fast as the mail server takes them
 * @param node the name of this node in the ledger; by default the host's name
 */
@ConfigurationProperties("convive.mail")
record MailProperties(
        String from,
        @DefaultValue("true") boolean delivery,
        @DefaultValue("20") int perSecond,
        @Nullable String node) {}
