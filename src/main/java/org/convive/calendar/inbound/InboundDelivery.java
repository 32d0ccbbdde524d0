package org.convive.calendar.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes MIME messages from the portal's mailbox; a message that cannot be read at all is logged and passed by. */
@Component
public class InboundDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(InboundDelivery.class);

    private final InboundCalendar calendar;
    private final Clock clock;

    InboundDelivery(InboundCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws UncheckedIOException when the mailbox went away while reading: to be tried again */
    public void take(MimeMessage message) {
        ReceivedMail mail;
        try {
            mail = MailReader.read(message, clock.instant());
        } catch (MessagingException e) {
            LOG.warn("A message cannot be read and is passed by: {}", e.getMessage());
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calendar.take(mail);
    }
}
