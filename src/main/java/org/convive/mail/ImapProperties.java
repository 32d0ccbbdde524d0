package org.convive.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that the portal reads.
 *
 * @param protocol {@code imap} (with STARTTLS when the server offers it) or {@code imaps}
 * @param pollEvery how often to look where the server does not tell by itself (RFC 2177)
 * @param maxBytes larger messages are not fetched
 */
@ConfigurationProperties("convive.imap")
record ImapProperties(
        @DefaultValue("") String host,
        @DefaultValue("143") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("imap") String protocol,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("60s") Duration pollEvery,
        @DefaultValue("10485760") long maxBytes) {}
