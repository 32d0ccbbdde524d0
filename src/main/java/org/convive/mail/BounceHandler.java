package org.convive.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes delivery reports from the portal's mailbox, before anybody else looks at them. */
@Component
class BounceHandler implements IncomingMailHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BounceHandler.class);

    private final Bounces bounces;

    BounceHandler(Bounces bounces) {
        this.bounces = bounces;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean take(IncomingMail mail) {
        try {
            Optional<DeliveryReport> report = DeliveryReport.of(mail.message());
            report.ifPresent(bounces::note);
            return report.isPresent();
        } catch (MessagingException | IOException e) {
            LOG.warn("A message that may be a delivery report cannot be read: {}", e.getMessage());
            return false;
        }
    }
}
