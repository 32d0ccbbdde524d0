package org.convive.mail;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;

/**
 * A message that came to the portal's mailbox.
 *
 * @param message with its content, or with its header only when it is {@code huge}
 * @param received when the mail server took it
 * @param huge larger than what is read; its content was left where it is
 */
public record IncomingMail(MimeMessage message, Instant received, boolean huge) {}
