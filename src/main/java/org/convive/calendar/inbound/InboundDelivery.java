package org.convive.calendar.inbound;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.convive.calendar.ReplyAddresses;
import org.convive.mail.IncomingMail;
import org.convive.mail.IncomingMailHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes from the portal's mailbox what concerns calendars: whatever was sent to a reply address, and whatever holds a
 * calendar. A message that cannot be read at all is logged and passed by.
 */
@Component
public class InboundDelivery implements IncomingMailHandler {
    private static final Logger LOG = LoggerFactory.getLogger(InboundDelivery.class);

    /** After bounces, before what nobody else wants. */
    private static final int ORDER = 100;

    private final InboundCalendar calendar;
    private final ReplyAddresses addresses;

    InboundDelivery(InboundCalendar calendar, ReplyAddresses addresses) {
        this.calendar = calendar;
        this.addresses = addresses;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean take(IncomingMail incoming) {
        ReceivedMail mail;
        try {
            mail = MailReader.read(incoming.message(), incoming.received());
        } catch (MessagingException e) {
            LOG.warn("A message cannot be read and is passed by: {}", e.getMessage());
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (mail.calendar() == null && !isForReplies(mail)) {
            return false;
        }
        calendar.take(incoming.huge() ? mail.withoutContent() : mail);
        return true;
    }

    private boolean isForReplies(ReceivedMail mail) {
        return mail.recipients().stream()
                .anyMatch(recipient -> !(addresses.read(recipient) instanceof ReplyAddresses.Plain));
    }
}
